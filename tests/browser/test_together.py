"""Together in the visit, on one laptop: turning by keys, reading without scrolling, and the note for the chart."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, QuestionEdits
from harness.visiting import bring, jump, settle
from tests.browser.access import OF_COLOR, OF_SIZE, too_small, too_wide, violations
from tests.browser.answering import tap
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import all_stops

LAPTOP = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}
SCREENS = ("reason", "facts", "questions")
SITUATION = {
    "time_since_break": "weeks_2_to_6",
    "pain_now": 10,
    "pain_trend": "worse",
    "tried": ("paracetamol", "opioids"),
    "tried_result": "too_little",
    "daily_life": ("walking", "sleep", "self_care"),
}
REASON = "My back has hurt badly since I lifted my grandson three weeks ago. I cannot sleep, and I fear one more break."
NOTE = "About three weeks, and longer with age; we look again then"
LONGER = "Could I still fly to my sister in Toronto in the spring, and carry my own bag there if I do?"
NEXT_STEP = "Don’t lift – “nothing over 5 kg” … " * 30 + "If walking gets worse or legs feel numb, call the same day."
NEXT_STEP_IN_PLAIN_MARKS = (
    'Don\'t lift - "nothing over 5 kg" ... ' * 30 + "If walking gets worse or legs feel numb, call the same day."
)
MOST = 1200
SMALLEST_TEXT = 18


@pytest.fixture(scope="module")
def visited(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """A laptop with an ordinary person's answers and a long question of their own."""
    page = lasting_page(**LAPTOP)
    bring(page, site, Answers(situation=SITUATION, order_seed=5, question_edits=QuestionEdits(own={"own_1": LONGER})))
    return page


@pytest.fixture
def together(visited: Page, aid: Aid) -> Page:
    """The first screen of the visit."""
    visited.emulate_media(color_scheme="light")
    visited.set_viewport_size(LAPTOP)
    jump(visited, aid, "together")
    for screen in reversed(SCREENS[: SCREENS.index(at(visited, aid))]):
        turn(visited, "back", screen)
    return visited


def at(page: Page, aid: Aid) -> str:
    """The name of the shown screen."""
    headings = page.locator("h2").all_inner_texts()
    sections = aid.words.pages["together"].sections
    (screen,) = [name for name in SCREENS if sections[name].heading in headings]
    return screen


def press(page: Page, key: str) -> None:
    page.keyboard.press(key)
    settle(page)


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label)
    field.fill(text)
    field.blur()
    settle(page)


def turn_to(page: Page, aid: Aid, screen: str) -> None:
    for next_screen in SCREENS[SCREENS.index(at(page, aid)) + 1 : SCREENS.index(screen) + 1]:
        turn(page, "next", next_screen)


def turn(page: Page, way: str, screen: str) -> None:
    page.locator(f".st-key-turn-{way} button").click()
    page.locator(f".st-key-section-together-{screen}").wait_for()
    settle(page)


def below_the_edge(page: Page) -> int:
    """The height of the page beyond the window, in pixels."""
    hidden: int = page.evaluate(
        "(main => main.scrollHeight - main.clientHeight)(document.querySelector('[data-testid=stMain]'))"
    )
    return hidden


def focused_text(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.innerText")
    return text.strip()


def test_arrow_keys_turn_one_screen_at_a_time_and_stop_at_both_ends(together: Page, aid: Aid) -> None:
    screens = []
    for key in ("ArrowLeft", *["ArrowRight"] * 3, *["ArrowLeft"] * 3):
        press(together, key)
        screens.append(at(together, aid))
    assert screens == ["reason", "facts", "questions", "questions", "facts", "reason", "reason"]


def test_arrow_keys_keep_their_use_while_someone_types_or_picks(together: Page, aid: Aid) -> None:
    together.get_by_label(aid.words.app["visit.reason"]).focus()
    press(together, "ArrowRight")
    assert at(together, aid) == "reason"
    together.locator('[data-testid="stButtonGroup"] button').first.focus()
    press(together, "ArrowRight")
    assert at(together, aid) == "reason"
    turn_to(together, aid, "questions")
    for field in (aid.words.app["together.note_number"].format(number=1), aid.words.app["visit.next_step"]):
        together.get_by_label(field).focus()
        press(together, "ArrowLeft")
        assert at(together, aid) == "questions"
    together.locator('[data-testid="stButtonGroup"] button').first.focus()
    press(together, "ArrowLeft")
    assert at(together, aid) == "questions"


def test_after_each_turn_the_focus_is_on_the_heading_and_the_top_is_seen(together: Page, aid: Aid) -> None:
    sections = aid.words.pages["together"].sections
    turn(together, "next", "facts")
    assert focused_text(together) == sections["facts"].heading
    together.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, main.scrollHeight)")
    press(together, "ArrowRight")
    assert focused_text(together) == sections["questions"].heading
    assert together.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0
    status = together.locator(".st-key-keys-together [role=status]")
    assert status.inner_text() == aid.words.app["together.screen"].format(number=3, total=3)


def test_screens_1_and_3_need_no_scrolling_on_a_laptop(together: Page, aid: Aid) -> None:
    app = aid.words.app
    fill(together, app["visit.reason"], REASON)
    assert together.locator(".situation dt").count() == 5
    assert below_the_edge(together) <= 0
    turn_to(together, aid, "questions")
    assert together.locator(".in-visit").count() == 7
    assert LONGER in together.locator(".in-visit").last.inner_text()
    for number in (1, 2, 7):
        fill(together, app["together.note_number"].format(number=number), NOTE)
    tap(together, app["together.decided"], app["visit.left_open"])
    fill(together, app["visit.next_step"], "A new scan, and then we talk again in two weeks")
    fill(together, app["visit.led_by"], "Dr. Ng, spine surgeon")
    assert below_the_edge(together) <= 0


def test_type_is_large_on_every_screen(together: Page, aid: Aid) -> None:
    for screen in SCREENS:
        turn_to(together, aid, screen)
        small = together.evaluate(
            """least => [...document.querySelectorAll(".st-key-together :is(p, li, dt, dd, input, textarea)")]
              .filter(node => node.getBoundingClientRect().height > 1 && (node.innerText || node.value || "").trim())
              .filter(node => parseFloat(getComputedStyle(node).fontSize) < least)
              .map(node => node.outerHTML.slice(0, 120))""",
            SMALLEST_TEXT,
        )
        assert small == []


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_wrong_on_any_screen(together: Page, aid: Aid, screen: str) -> None:
    targets = ".st-key-together button, .st-key-together [data-testid='stCheckbox'] label, .st-key-next a"
    turn_to(together, aid, screen)
    for size, scheme, rules in (
        (LAPTOP, "light", ()),
        (PHONE, "dark", (*OF_COLOR, *OF_SIZE)),
    ):
        together.emulate_media(color_scheme=scheme)
        together.set_viewport_size(size)
        settle(together)
        assert violations(together, rules) == []
        assert too_wide(together) == []
        assert too_small(together, targets) == []


def test_every_stop_of_the_keyboard_is_seen(together: Page, aid: Aid) -> None:
    for screen, least in (("reason", 3), ("questions", 20)):
        turn_to(together, aid, screen)
        stops = all_stops(together)
        assert [stop for stop in stops if not stop.ring or stop.covered or stop.off_screen] == []
        assert len(stops) >= least


def test_the_note_is_copied_and_saved_as_it_stands(visited: Page, aid: Aid, tmp_path: Path) -> None:
    page, app = visited, aid.words.app
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(LAPTOP)
    jump(page, aid, "record")
    fill(page, app["visit.next_step"], NEXT_STEP)
    note = page.locator("pre.record").text_content() or ""
    assert NEXT_STEP_IN_PLAIN_MARKS in note
    assert len(note) > MOST
    assert page.get_by_text(app["record.longer"].format(most=MOST)).is_visible()
    assert app["record.length"].format(number=len(note), most=MOST) in page.locator("body").inner_text()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=app["record.copy"]).click()
    page.get_by_text(app["record.copied"], exact=True).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == note
    with page.expect_download() as saved:
        page.get_by_text(app["record.download"]).click()
    saved.value.save_as(tmp_path / "note.txt")
    assert (tmp_path / "note.txt").read_text(encoding="utf-8") == note
    assert violations(page) == []


def test_without_a_clipboard_the_note_is_copied_the_old_way_or_the_page_says_so(visited: Page, aid: Aid) -> None:
    page, app = visited, aid.words.app
    jump(page, aid, "about")
    jump(page, aid, "record")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('not allowed')) }")
    page.evaluate("() => { document.execCommand = () => false }")
    page.get_by_role("button", name=app["record.copy"]).click()
    page.get_by_text(app["record.not_copied"], exact=True).wait_for()
