"""Answers go to another browser by a link. Nothing opens before the person says so, and no server sees it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from decision_aid.model.aid import Aid
from harness.visiting import bring, settle, visit
from tests.browser.access import too_small, too_wide, violations
from tests.browser.answering import (
    ANSWERS,
    TYPED,
    answered,
    assert_the_tab_keeps_all,
    open_factor,
    open_question,
    tap,
    to_question,
    unfold,
)
from tests.browser.conftest import OpenPage
from tests.browser.handing_over import (
    TARGETS,
    TOKEN,
    answers_picked,
    box,
    follow,
    heading,
    press,
    wait_for_box,
)

STREAMLITS_DIALOG = "section[role=dialog]"


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


@pytest.fixture
def other(page: OpenPage) -> Iterator[Page]:
    """A window of another browser, which asks no server for the answers of a link."""
    opened, addresses = page(), list[str]()
    opened.on("request", lambda request: addresses.append(request.url))
    opened.on("websocket", lambda socket: addresses.append(socket.url))
    yield opened
    assert [address for address in addresses if TOKEN in address] == []
    assert len(addresses) > 10


def test_a_link_opens_in_another_browser_when_the_person_says_so(other: Page, link: str, aid: Aid) -> None:
    follow(other, link)
    assert other.url == link.split("?")[0]
    summary = box(other).inner_text()
    assert aid.words.app["offer.situation"].format(number=3) in summary
    assert aid.words.app["offer.importance"].format(number=2) in summary
    assert aid.words.app["offer.leaning"].format(leaning=aid.words.leanings["in_between"].label) in summary
    assert too_small(other, TARGETS) == []
    dialog = other.get_by_role("dialog", name=aid.words.app["offer.heading"])
    expect(dialog).to_be_focused()
    expect(dialog).to_have_accessible_description(aid.words.app["offer.from_link"])
    assert answers_picked(other, aid) == []
    press(other, aid, "offer.open")
    expect(other.get_by_role("dialog", name=aid.words.app["offer.opened"])).to_be_focused()
    other.keyboard.press("Escape")
    expect(box(other)).to_have_count(0)
    labels = answers_picked(other, aid)
    for factor, choice in ANSWERS:
        assert aid.words.situation[factor].choices[choice].label in labels
    to_question(other, aid, open_factor(aid))
    assert other.get_by_label(open_question(aid)).input_value() == ""
    to_question(other, aid, "urgent_signs")
    assert other.locator('.urgent[role="alert"]').count() >= 1


@pytest.mark.parametrize(
    ("sign", "written", "page_name"),
    [("#", "%23", "together"), ("#answers=", "#answers%3D", "together"), ("?brings=answers#", "%23", "")],
    ids=["in the query", "an escaped sign", "an older link, in the path"],
)
def test_a_link_that_a_program_wrote_in_its_own_way_opens(
    page: OpenPage, link: str, site: str, aid: Aid, sign: str, written: str, page_name: str
) -> None:
    opened = page()
    follow(opened, link.replace(sign, written))
    expect(opened.locator(STREAMLITS_DIALOG)).to_have_count(0)
    assert opened.url == f"{site}/{page_name}"
    assert aid.words.app["offer.situation"].format(number=3) in box(opened).inner_text()


def test_what_is_left_or_cannot_be_read_says_so_kindly_and_changes_nothing(other: Page, link: str, aid: Aid) -> None:
    follow(other, link.split("#")[0])
    assert other.url == link.split("?")[0]
    assert heading(other) == aid.words.app["refused.heading"]
    assert aid.words.app["refused.lost"] in box(other).inner_text()
    press(other, aid, "offer.close")
    token = link.split("#")[1]
    reasons_by_token = {
        token[: len(token) // 2]: "refused.damaged",
        f"{token[:20]}<script>{token[20:]}": "refused.damaged",
        "answers=": "refused.damaged",
        "answers=9.abc": "refused.newer",
    }
    for hostile, reason in reasons_by_token.items():
        paste(other, hostile)
        assert heading(other) == aid.words.app["refused.heading"]
        assert aid.words.app[reason] in box(other).inner_text()
        press(other, aid, "offer.close")
        assert box(other).count() == 0
    paste(other, token)
    press(other, aid, "offer.leave")
    assert box(other).count() == 0
    assert answers_picked(other, aid) == []


def paste(page: Page, token: str) -> None:
    """Paste a link into the address of an open tab, and wait for the box about it."""
    page.evaluate("token => { location.hash = token }", token)
    wait_for_box(page)
    assert TOKEN not in page.url


def test_a_link_pasted_into_an_open_tab_asks_before_it_replaces_answers(
    other: Page, link: str, site: str, aid: Aid
) -> None:
    visit(other, site, "situation", aid.situation["pain_trend"].group)
    trend = aid.words.situation["pain_trend"]
    tap(other, trend.question, trend.choices["better"].label)
    other.evaluate("window.marked = true")
    paste(other, link.split("#")[1])
    assert aid.words.app["offer.replaces"] in box(other).inner_text()
    assert answers_picked(other, aid) == [trend.choices["better"].label]
    press(other, aid, "offer.open")
    assert trend.choices["worse"].label in answers_picked(other, aid)
    assert other.evaluate("window.marked"), "the tab was reloaded on the way"


def test_own_words_are_in_the_link_only_once_the_person_adds_them(
    patient: Page, link: str, other: Page, aid: Aid
) -> None:
    patient.get_by_text(aid.words.app["hand.own_words"], exact=True).click()
    expect(patient.locator(".link")).not_to_have_text(link, timeout=30_000)
    longer = patient.locator(".link").inner_text()
    patient.get_by_text(aid.words.app["hand.own_words"], exact=True).click()
    expect(patient.locator(".link")).to_have_text(link, timeout=30_000)
    follow(other, longer)
    assert aid.words.app["offer.own_words"] in box(other).inner_text()
    assert TYPED not in other.content()
    press(other, aid, "offer.open")
    assert_the_tab_keeps_all(other, aid)


def test_the_copy_button_copies_the_link(patient: Page, link: str, aid: Aid) -> None:
    patient.context.grant_permissions(["clipboard-read", "clipboard-write"])
    patient.get_by_role("button", name=aid.words.app["hand.copy"]).click()
    patient.get_by_text(aid.words.app["hand.copied"]).wait_for()
    assert patient.evaluate("navigator.clipboard.readText()") == link


def test_the_code_is_black_on_white_and_large_by_day_and_by_night(patient: Page) -> None:
    code = patient.locator(".code svg")
    for scheme in ("dark", "light"):
        patient.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        settle(patient)
        size = code.bounding_box() or {}
        assert min(size["width"], size["height"]) >= 280
        assert code.locator("path").first.evaluate("path => getComputedStyle(path).fill") == "rgb(255, 255, 255)"
        assert code.locator(".qrline").evaluate("line => getComputedStyle(line).stroke") == "rgb(0, 0, 0)"


def test_axe_finds_nothing_wrong_with_the_code_and_the_link(patient: Page) -> None:
    parts = ("st-key-handing-over", "qrline", "copy")
    assert [fault for fault in violations(patient) if any(part in fault for part in parts)] == []
    assert too_wide(patient) == []
    assert too_small(patient, TARGETS) == []
