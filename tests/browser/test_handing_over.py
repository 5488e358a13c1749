"""From one browser to another: by link and by file. Nothing opens before the person says so, and no server sees it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.saving.packing import LARGEST, VERSION
from harness.serving import ForkedServer, by_uvicorn, ending
from harness.visiting import CHOSEN, bring, settle, visit
from tests.browser.access import OF_COLOR, resize, too_small, too_wide, violations
from tests.browser.answering import (
    ANSWERS,
    REASON,
    TYPED,
    answered,
    assert_ratings_are_kept,
    assert_situation_is_kept,
    assert_the_tab_keeps_all,
    open_factor,
    open_question,
    to_question,
    unfold,
)
from tests.browser.coming_back import new_session
from tests.browser.conftest import OpenPage

TOKEN = "answers="
ITS_DIALOG = "section[role=dialog]"
"""Streamlit's."""
TARGETS = ".st-key-offer button, .st-key-handing-over button, .st-key-handing-over label"


@pytest.fixture(scope="module")
def patient(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """Someone at home who has answered and asked for the code."""
    page = lasting_page()
    bring(page, site, answered(aid), "questions")
    unfold(page, aid.words.app["take.more"])
    page.get_by_text(aid.words.app["hand.show"], exact=True).click()
    settle(page)
    return page


@pytest.fixture(scope="module")
def link(patient: Page) -> str:
    """The link without what was typed."""
    return patient.locator(".link").inner_text()


@pytest.fixture(scope="module")
def saved(patient: Page, aid: Aid, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The save file as the browser keeps it."""
    with patient.expect_download() as download:
        patient.get_by_role("button", name=aid.words.app["save.button"]).click()
    kept = tmp_path_factory.mktemp("saved") / download.value.suggested_filename
    download.value.save_as(kept)
    return kept


@pytest.fixture
def asked(page: OpenPage) -> Iterator[tuple[Page, list[str]]]:
    """A new browser, and every address that it asks a server for."""
    opened, addresses = page(), []
    opened.on("request", lambda request: addresses.append(request.url))
    opened.on("websocket", lambda socket: addresses.append(socket.url))
    yield opened, addresses
    assert [address for address in addresses if TOKEN in address] == []
    assert len(addresses) > 10


def follow(page: Page, link: str) -> None:
    """Open a link and wait for the box about it."""
    page.goto(link)
    box(page).wait_for()
    settle(page)


def to_the_chooser(page: Page, site: str, aid: Aid) -> None:
    """Open the first page, and on it what stands about one's answers."""
    visit(page, site, "start")
    unfold(page, aid.words.app["start.my_answers"])


def hand_in(page: Page, aid: Aid, file: Path) -> None:
    """Choose a file on the first page and wait for the box about it."""
    page.get_by_label(aid.words.app["open.choose"]).set_input_files(file)
    box(page).wait_for()
    settle(page)


def box(page: Page) -> Locator:
    return page.locator(".st-key-offer")


def press(page: Page, aid: Aid, word: str) -> None:
    page.get_by_role("button", name=aid.words.app[word], exact=True).click()
    settle(page)


def heading(page: Page) -> str:
    return box(page).get_by_role("heading").inner_text()


def picked(page: Page, aid: Aid) -> list[str]:
    """What is chosen about the situation, from screen to screen."""
    chosen = list[str]()
    for factor, _ in ANSWERS:
        to_question(page, aid, factor)
        chosen += [text.strip() for text in page.locator(CHOSEN).all_inner_texts()]
    return chosen


def test_a_link_opens_in_another_browser_when_the_person_says_so(
    asked: tuple[Page, list[str]], link: str, aid: Aid
) -> None:
    page, _ = asked
    follow(page, link)
    assert TOKEN not in page.url
    assert page.url == link.split("?")[0]
    told = box(page).inner_text()
    assert aid.words.app["offer.situation"].format(number=3) in told
    assert aid.words.app["offer.importance"].format(number=2) in told
    assert aid.words.app["offer.leaning"].format(leaning=aid.words.leanings["in_between"].label) in told
    dialog = page.get_by_role("dialog", name=aid.words.app["offer.heading"])
    expect(dialog).to_be_focused()
    expect(dialog).to_have_accessible_description(aid.words.app["offer.from_link"])
    assert picked(page, aid) == []
    press(page, aid, "offer.open")
    expect(page.get_by_role("dialog", name=aid.words.app["offer.opened"])).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    chosen = picked(page, aid)
    for factor, choice in ANSWERS:
        assert aid.words.situation[factor].choices[choice].label in chosen
    to_question(page, aid, open_factor(aid))
    assert page.get_by_label(open_question(aid)).input_value() == ""
    to_question(page, aid, "urgent_signs")
    assert page.locator('.urgent[role="alert"]').count() >= 1


@pytest.mark.parametrize(
    "travelled",
    [
        lambda link: link.replace("#", "%23"),
        lambda link: link.replace("#answers=", "#answers%3D"),
    ],
    ids=["in the query", "an escaped sign"],
)
def test_a_link_that_a_program_wrote_in_its_own_way_opens(
    page: OpenPage, link: str, aid: Aid, travelled: Callable[[str], str]
) -> None:
    opened = page()
    follow(opened, travelled(link))
    assert opened.url == link.split("?")[0]
    assert aid.words.app["offer.situation"].format(number=3) in box(opened).inner_text()
    assert opened.locator(ITS_DIALOG).count() == 0


def test_an_older_link_whose_sign_was_escaped_into_the_path_opens(
    page: OpenPage, link: str, site: str, aid: Aid
) -> None:
    opened = page()
    follow(opened, link.replace("?brings=answers#", "%23"))
    opened.locator(ITS_DIALOG).wait_for(state="detached")
    assert opened.url == f"{site}/"
    assert aid.words.app["offer.situation"].format(number=3) in box(opened).inner_text()


def test_a_link_that_lost_its_end_says_that_no_answers_came(page: OpenPage, link: str, aid: Aid) -> None:
    opened = page()
    follow(opened, link.split("#")[0])
    assert opened.url == link.split("?")[0]
    assert heading(opened) == aid.words.app["refused.heading"]
    assert aid.words.app["refused.lost"] in box(opened).inner_text()


def test_what_is_left_is_left_and_is_not_offered_again(asked: tuple[Page, list[str]], link: str, aid: Aid) -> None:
    page, _ = asked
    follow(page, link)
    press(page, aid, "offer.leave")
    assert box(page).count() == 0
    assert picked(page, aid) == []


def test_a_link_pasted_into_an_open_tab_asks_before_it_replaces_answers(
    asked: tuple[Page, list[str]], link: str, site: str, aid: Aid
) -> None:
    page, _ = asked
    visit(page, site, "situation", aid.situation["pain_trend"].group)
    question = aid.words.situation["pain_trend"]
    page.get_by_test_id("stButtonGroup").filter(has_text=question.question).get_by_text(
        question.choices["better"].label, exact=True
    ).click()
    settle(page)
    page.evaluate("window.marked = true")
    page.evaluate("hash => { location.hash = hash }", link.split("#")[1])
    box(page).wait_for()
    settle(page)
    assert TOKEN not in page.url
    assert aid.words.app["offer.replaces"] in box(page).inner_text()
    assert picked(page, aid) == [question.choices["better"].label]
    press(page, aid, "offer.open")
    assert question.choices["worse"].label in picked(page, aid)
    assert page.evaluate("window.marked"), "the tab was reloaded on the way"


def test_own_words_are_in_the_link_only_once_the_person_adds_them(
    patient: Page, link: str, asked: tuple[Page, list[str]], aid: Aid
) -> None:
    page, _ = asked
    patient.get_by_text(aid.words.app["hand.own_words"], exact=True).click()
    expect(patient.locator(".link")).not_to_have_text(link, timeout=30_000)
    longer = patient.locator(".link").inner_text()
    patient.get_by_text(aid.words.app["hand.own_words"], exact=True).click()
    expect(patient.locator(".link")).to_have_text(link, timeout=30_000)
    follow(page, longer)
    assert aid.words.app["offer.own_words"] in box(page).inner_text()
    assert TYPED not in page.content()
    press(page, aid, "offer.open")
    assert_the_tab_keeps_all(page, aid)


def test_the_copy_button_copies_the_link(patient: Page, link: str, aid: Aid) -> None:
    patient.context.grant_permissions(["clipboard-read", "clipboard-write"])
    patient.get_by_role("button", name=aid.words.app["hand.copy"]).click()
    patient.get_by_text(aid.words.app["hand.copied"]).wait_for()
    assert patient.evaluate("navigator.clipboard.readText()") == link


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_code_is_black_on_white_and_large(patient: Page, scheme: str) -> None:
    patient.emulate_media(color_scheme=scheme)
    settle(patient)
    code = patient.locator(".code svg")
    place = code.bounding_box()
    assert place is not None
    assert min(place["width"], place["height"]) >= 280
    assert code.locator("path").first.evaluate("one => getComputedStyle(one).fill") == "rgb(255, 255, 255)"
    assert code.locator(".qrline").evaluate("one => getComputedStyle(one).stroke") == "rgb(0, 0, 0)"
    patient.emulate_media(color_scheme="light")


def test_a_link_that_cannot_be_read_says_so_kindly_and_changes_nothing(
    asked: tuple[Page, list[str]], link: str, aid: Aid
) -> None:
    page, _ = asked
    address, token = link.split("#")
    hostile = {
        f"#{token[: len(token) // 2]}": "refused.damaged",
        f"#{token[:20]}<script>{token[20:]}": "refused.damaged",
        "#answers=": "refused.damaged",
        "#answers=9.abc": "refused.newer",
    }
    for place, (cut, reason) in enumerate(hostile.items()):
        if place:
            page.evaluate("hash => { location.hash = hash }", cut)
            box(page).wait_for()
            settle(page)
        else:
            follow(page, address + cut)
        assert TOKEN not in page.url
        assert heading(page) == aid.words.app["refused.heading"]
        assert aid.words.app[reason] in box(page).inner_text()
        press(page, aid, "offer.close")
        assert box(page).count() == 0
    assert picked(page, aid) == []


def test_a_file_opens_in_another_browser_with_every_word(
    asked: tuple[Page, list[str]], saved: Path, site: str, aid: Aid
) -> None:
    page, addresses = asked
    assert REASON in saved.read_text(encoding="utf-8")
    to_the_chooser(page, site, aid)
    before = len(addresses)
    hand_in(page, aid, saved)
    assert [address for address in addresses[before:] if "upload" in address] == []
    assert REASON not in page.content()
    assert picked(page, aid) == []
    press(page, aid, "offer.open")
    assert_situation_is_kept(page, aid)
    assert_ratings_are_kept(page, aid)


def test_a_file_that_a_phone_has_renamed_can_be_chosen_and_opens(
    asked: tuple[Page, list[str]], saved: Path, site: str, aid: Aid, tmp_path: Path
) -> None:
    page, _ = asked
    to_the_chooser(page, site, aid)
    assert page.get_by_label(aid.words.app["open.choose"]).get_attribute("accept") is None
    for name in ("my-answers.json.txt", "my-answers", "My answers (2).TXT"):
        renamed = tmp_path / name
        renamed.write_bytes(saved.read_bytes())
        hand_in(page, aid, renamed)
        assert aid.words.app["offer.own_words"] in box(page).inner_text()
        box(page).get_by_role("button").first.press("Escape")
        expect(box(page)).to_have_count(0)


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
        box(opened).wait_for()
        settle(opened)
        assert aid.words.app["offer.own_words"] in box(opened).inner_text()
        assert aid.words.app["offer.replaces"] in box(opened).inner_text()


def test_a_file_that_cannot_be_opened_says_why_and_leaves_the_answers_alone(
    asked: tuple[Page, list[str]], saved: Path, site: str, aid: Aid, tmp_path: Path
) -> None:
    page, _ = asked
    to_the_chooser(page, site, aid)
    hand_in(page, aid, saved)
    press(page, aid, "offer.open")
    press(page, aid, "offer.close")
    whole = saved.read_bytes()
    newer = {**json.loads(whole), "format_version": VERSION + 1}
    files = {
        "refused.damaged": whole[:-30],
        "refused.not_ours": b'{"shopping": ["milk"]}',
        "refused.too_big": whole + b" " * LARGEST,
        "refused.newer": json.dumps(newer).encode(),
    }
    for reason, content in files.items():
        file = tmp_path / f"{reason}.json"
        file.write_bytes(content)
        hand_in(page, aid, file)
        assert heading(page) == aid.words.app["refused.heading"]
        assert aid.words.app[reason].format(file="my-answers") in box(page).inner_text()
        press(page, aid, "offer.close")
        assert box(page).count() == 0
    assert_the_tab_keeps_all(page, aid)


def test_the_chooser_works_by_keyboard_and_shows_its_focus(page: OpenPage, site: str, aid: Aid) -> None:
    opened = page(width=390, height=844)
    opened.on("filechooser", lambda _: None)  # Playwright listens for one from now on; told at the key, it may be late
    to_the_chooser(opened, site, aid)
    field = opened.get_by_label(aid.words.app["open.choose"])
    field.focus()
    expect(field).to_be_focused()
    with opened.expect_file_chooser():
        opened.keyboard.press("Enter")
    label = field.locator("xpath=..")
    place = label.bounding_box()
    assert place is not None
    assert place["height"] >= 44


def test_axe_finds_nothing_wrong_with_the_box(page: OpenPage, link: str) -> None:
    opened = page()
    follow(opened, link)
    for width, scheme, rules in (
        (1280, "light", ()),
        (1280, "dark", OF_COLOR),
        (390, "light", OF_COLOR),
        (390, "dark", ()),
    ):
        resize(opened, width, scheme)
        assert violations(opened, rules) == []
        assert too_wide(opened) == []
        assert too_small(opened, TARGETS) == []


def test_axe_finds_nothing_wrong_with_the_code_and_the_link(patient: Page) -> None:
    found = [one for one in violations(patient) if "st-key-handing-over" in one or "qrline" in one or "copy" in one]
    assert found == []
    assert too_wide(patient) == []
    assert too_small(patient, TARGETS) == []
