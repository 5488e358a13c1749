"""Answers go to another browser in the save file. Nothing opens before the person says so, and no server sees it."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from decision_aid import reader
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.saving.packing import LARGEST, VERSION
from decision_aid.saving.save_file import save_file
from harness.serving import ForkedServer, by_uvicorn, ending
from harness.visiting import bring
from tests.browser.access import too_small
from tests.browser.answering import (
    REASON,
    answered,
    assert_ratings_are_kept,
    assert_situation_is_kept,
    assert_the_tab_keeps_all,
    unfold,
)
from tests.browser.coming_back import new_session
from tests.browser.conftest import OpenPage
from tests.browser.handing_over import (
    TARGETS,
    answers_picked,
    box,
    hand_in,
    heading,
    press,
    to_the_chooser,
    wait_for_box,
)


@pytest.fixture(scope="module")
def saved(aid: Aid, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The save file, as `test_leaks.py` takes it along."""
    file = tmp_path_factory.mktemp("saved") / "my-answers.json"
    file.write_text(save_file(aid, answered(aid), reader.now()), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def chooser(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """A phone with the field for a file."""
    page = lasting_page(width=390, height=844)
    page.on("filechooser", lambda _: None)  # Playwright listens for one from now on; at the key it may be late
    to_the_chooser(page, site, aid)
    return page


def test_the_chooser_works_by_keyboard_and_is_large_enough(chooser: Page, aid: Aid) -> None:
    field = chooser.get_by_label(aid.words.app["open.choose"])
    field.focus()
    expect(field).to_be_focused()
    with chooser.expect_file_chooser():
        chooser.keyboard.press("Enter")
    assert (field.locator("xpath=..").bounding_box() or {})["height"] >= 44


def test_a_file_that_a_phone_has_renamed_can_be_chosen_and_opens(
    chooser: Page, saved: Path, aid: Aid, tmp_path: Path
) -> None:
    assert chooser.get_by_label(aid.words.app["open.choose"]).get_attribute("accept") is None
    for name in ("my-answers.json.txt", "my-answers", "My answers (2).TXT"):
        renamed = tmp_path / name
        renamed.write_bytes(saved.read_bytes())
        hand_in(chooser, aid, renamed)
        assert aid.words.app["offer.own_words"] in box(chooser).inner_text()
        assert too_small(chooser, TARGETS) == []
        box(chooser).get_by_role("button").first.press("Escape")
        expect(box(chooser)).to_have_count(0)


def test_a_file_opens_when_the_person_says_so_and_is_uploaded_nowhere(chooser: Page, saved: Path, aid: Aid) -> None:
    addresses = list[str]()
    chooser.on("request", lambda request: addresses.append(request.url))
    assert REASON in saved.read_text(encoding="utf-8")
    hand_in(chooser, aid, saved)
    assert [address for address in addresses if "upload" in address] == []
    assert REASON not in chooser.content()
    assert answers_picked(chooser, aid) == []
    press(chooser, aid, "offer.open")
    assert_situation_is_kept(chooser, aid)
    assert_ratings_are_kept(chooser, aid)


def test_a_file_that_cannot_be_opened_says_why_and_leaves_the_answers_alone(
    page: OpenPage, saved: Path, site: str, aid: Aid, tmp_path: Path
) -> None:
    opened, whole = page(), saved.read_bytes()
    bring(opened, site, answered(aid))
    unfold(opened, aid.words.app["start.my_answers"])
    newer = {**json.loads(whole), "format_version": VERSION + 1}
    contents_by_reason = {
        "refused.damaged": whole[:-30],
        "refused.not_ours": b'{"shopping": ["milk"]}',
        "refused.too_big": whole + b" " * LARGEST,
        "refused.newer": json.dumps(newer).encode(),
    }
    for reason, content in contents_by_reason.items():
        file = tmp_path / f"{reason}.json"
        file.write_bytes(content)
        hand_in(opened, aid, file)
        assert heading(opened) == aid.words.app["refused.heading"]
        assert aid.words.app[reason].format(file="my-answers") in box(opened).inner_text()
        press(opened, aid, "offer.close")
        assert box(opened).count() == 0
    assert_the_tab_keeps_all(opened, aid)


def test_a_file_that_was_chosen_while_the_connection_was_lost_is_offered_once_it_is_back(
    page: OpenPage, saved: Path, aid: Aid
) -> None:
    opened = page()
    with ending(by_uvicorn("deploy.asgi:app", kind=ForkedServer)) as server:
        server.start()
        bring(opened, server.address, Answers(leaning="not_sure"))
        unfold(opened, aid.words.app["start.my_answers"])
        with new_session(opened):
            server.kill()
            opened.locator("#away").wait_for(state="visible")
            opened.get_by_label(aid.words.app["open.choose"]).set_input_files(saved)
            server.start()
        wait_for_box(opened)
        assert aid.words.app["offer.own_words"] in box(opened).inner_text()
        assert aid.words.app["offer.replaces"] in box(opened).inner_text()
