"""Language, size and contrast reach the page and Streamlit's own texts; a new page begins at its heading."""

from typing import Any

import pytest
from playwright.sync_api import Page

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Look
from decision_aid.pages import STEPS
from decision_aid.reasoning.medicines import medicine_names
from decision_aid.views.chance import outcomes_with_figures
from decision_aid.wording.proper_names import proper_names
from harness.visiting import JUMP, address_of, arrive, bring, jump, screens, settle, visit
from tests.browser.access import OF_COLOR, cut_off, too_wide, violations
from tests.browser.answering import answered, choose, go_to, tap, unfold
from tests.browser.conftest import OpenPage
from tests.browser.looking_at import EVERYWHERE
from tests.browser.what_is_said import SAID, badly_told, figures, in_english, root, wrongly_named

MEDICINES = ("apixaban", "acetaminophen", "my heart pill")
NAMED = """names => new Promise(done => {
  const anyName = new RegExp(`(?<!\\\\p{L})(?:${names.join("|")})(?!\\\\p{L})`, "gu")  // the longest comes first
  const opened = performance.now()
  const look = () => {
    const left = [], changed = [], walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { data, parentElement: on } = walker.currentNode
      const list = on.closest("title[translate=no], [translate=no].notranslate") ? left : changed
      if (!on.closest("script, style")) list.push(...(data.match(anyName) ?? []))
    }
    if (changed.length && performance.now() - opened < 3000) requestAnimationFrame(look)
    else done([left, changed])
  }
  look()
})"""
"""The names on a page that translators leave, and those that they may change once the page has marked what it does."""
FOCUSED = "(() => { const on = document.activeElement; return [on.tagName, on.textContent.trim().slice(0, 200)] })()"


@pytest.fixture(scope="module")
def spanish() -> Aid:
    return load(session.CONTENT, "es")


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage) -> Page:
    return lasting_page()


def wait_for_language(page: Page, language: str) -> None:
    """Wait until the page's script has set its language."""
    page.locator(f"html[lang={language}]").wait_for(state="attached")
    settle(page)


@pytest.fixture(scope="module")
def faults(lasting_page: OpenPage, site: str, spanish: Aid) -> dict[str, list[str]]:
    """The faults of all screens by kind, in Spanish at night on the smallest phone, with answers.

    From the list on all details are open, as the gallery shows the way. English is in `test_access.py` without answers,
    and in `test_access_in_every_look.py`.
    """
    page, names = lasting_page(width=320, scheme="dark"), set[str]()
    by_kind: dict[str, list[str]] = {"language": [], "Streamlit": [], "figures": [], "access": [], "names": []}
    person = answered(spanish).model_copy(update={"language": "es", "medicines": MEDICINES, "facts_seen": True})
    bring(page, site, person)
    wait_for_language(page, "es")
    for step, screen in EVERYWHERE:  # the way comes first
        if step == STEPS[-1]:
            bring(page, site, person.model_copy(update={"look": Look(details=True)}), step)
        jump(page, spanish, step, screen)
        name = screen or step
        by_kind["language"] += [f"{name}: {fault}" for fault in wrongly_named(page, spanish, step, screen)]
        by_kind["Streamlit"] += [f"{name}: {text}" for text in in_english(page, spanish)]
        by_kind["figures"] += [f"{name}: {fault}" for fault in badly_told(figures(page))]
        by_kind["access"] += [f"{name}: {fault}" for fault in (*violations(page), *too_wide(page), *cut_off(page))]
        marked, unmarked = page.evaluate(NAMED, list(proper_names(spanish)))
        by_kind["names"] += [f"{name}: {text}" for text in unmarked]
        names.update(marked)
        if step not in STEPS:
            page.emulate_media(color_scheme="light")
            settle(page)
            by_kind["access"] += [f"{name} by day: {fault}" for fault in violations(page, OF_COLOR)]
            page.emulate_media(color_scheme="dark")
    for name in outcomes_with_figures(spanish):
        show_chances(page, spanish, name)
        described = figures(page)
        by_kind["figures"] += [f"chances, {name}: {fault}" for fault in badly_told(described)]
        by_kind["figures"] += [] if described else [f"chances, {name}: there is none"]
        by_kind["access"] += [f"chances, {name}: {fault}" for fault in (*too_wide(page), *cut_off(page))]
    studies = {source.study for source in spanish.evidence.sources.values() if source.study}
    medicines = {medicine_names(spanish, medicine)[0] for medicine in MEDICINES[:2]}
    expected = {spanish.words.app["name"]} | medicines | studies
    by_kind["names"] += [f"{name} is nowhere" for name in expected - names]
    return by_kind


def show_chances(page: Page, aid: Aid, outcome: str) -> None:
    """Show one outcome of all the chances, as the browser's Back and Forward do."""
    page.evaluate(JUMP, address_of("", "chances", outcome))
    page.get_by_role("heading", level=2, name=aid.words.outcomes[outcome].name, exact=True).wait_for()
    settle(page)


def test_every_page_says_which_language_it_is_in(faults: dict[str, list[str]]) -> None:
    assert faults["language"] == []


def test_streamlit_says_nothing_of_its_own_in_another_language(faults: dict[str, list[str]]) -> None:
    assert faults["Streamlit"] == []


def test_every_figure_has_a_short_description_and_its_numbers_beside_it(faults: dict[str, list[str]]) -> None:
    assert faults["figures"] == []


def test_names_of_the_aid_studies_and_medicines_are_marked_for_translators_to_leave(
    faults: dict[str, list[str]],
) -> None:
    assert faults["names"] == []


def test_on_the_smallest_phone_at_night_all_that_opens_keeps_the_rules(faults: dict[str, list[str]]) -> None:
    assert faults["access"] == []


def test_the_language_stays_after_a_change_of_page_and_a_rerun_whatever_streamlit_does(
    window: Page, site: str, spanish: Aid
) -> None:
    window.goto(f"{site}?lang=es")
    settle(window)
    wait_for_language(window, "es")
    jump(window, spanish, "situation", "break")
    assert root(window)["lang"] == "es"
    trend = spanish.words.situation["pain_trend"]
    tap(window, trend.question, trend.choices["worse"].label)
    assert root(window)["lang"] == "es"
    window.evaluate("document.documentElement.lang = 'en'")
    assert root(window)["lang"] == "es"


def test_lists_and_calendar_speak_spanish_too(window: Page, site: str, spanish: Aid) -> None:
    window.goto(f"{site}/situation?at=safety&lang=es")
    settle(window)
    wait_for_language(window, "es")
    unfold(window, spanish.words.app["medicines.heading"])
    medicines = window.get_by_test_id("stMultiSelect").locator("input").first
    medicines.focus()
    settle(window)  # a list that opens while the page is brought to it closes again
    medicines.click()
    medicines.press_sequentially("zzq")
    window.get_by_text(spanish.words.app["streamlit.add"].format(value="zzq")).wait_for()
    assert in_english(window, spanish) == []
    medicines.press("Enter")
    settle(window)
    assert in_english(window, spanish) == []
    medicines.press("Escape")

    visit(window, site, "questions")
    unfold(window, spanish.words.app["take.more"])
    window.get_by_test_id("stDateTimeInput").locator("[role=spinbutton]").first.click()
    window.keyboard.type("120420261430")
    settle(window)
    assert in_english(window, spanish) == []
    window.get_by_test_id("stDateTimeInputCalendarButton").click()
    window.get_by_role("grid").wait_for()
    settle(window)
    assert in_english(window, spanish) == []
    assert any("diciembre de 2026" in text for text in window.evaluate(SAID))
    window.keyboard.press("Escape")


def test_what_was_said_in_spanish_is_english_again_after_the_switch(
    window: Page, site: str, aid: Aid, spanish: Aid
) -> None:
    window.set_viewport_size({"width": 390, "height": 844})
    window.goto(f"{site}/evidence?lang=es")
    settle(window)
    wait_for_language(window, "es")
    menu = window.get_by_test_id("stExpandSidebarButton")
    assert menu.get_attribute("aria-label") == spanish.words.app["streamlit.open_menu"]
    choose(window, aid, "language")
    assert root(window)["lang"] == "en"
    assert menu.get_attribute("aria-label") == aid.words.app["streamlit.open_menu"]
    assert window.locator("[data-testid=stSkipToContent]").inner_text() == aid.words.app["streamlit.skip"]
    streamlit_words = {
        words for name, words in spanish.words.app.items() if name.startswith("streamlit.") and "{" not in words
    }
    assert not streamlit_words & set(window.evaluate(SAID)) - set(aid.words.app.values())
    window.set_viewport_size({"width": 1280, "height": 900})


@pytest.fixture(scope="module")
def enlarged(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """A window with the largest text and strong contrast."""
    page = lasting_page()
    visit(page, site, "start")
    assert root(page) == {"lang": "en", "dir": "ltr", "text": "normal", "contrast": "normal"}
    choose(page, aid, "display.text.larger", "display.contrast.high")
    return page


def computed_style(page: Page, selector: str, style: str) -> Any:
    return page.evaluate("([of, style]) => getComputedStyle(document.querySelector(of))[style]", [selector, style])


def test_letters_and_contrast_change_what_is_seen(enlarged: Page) -> None:
    assert computed_style(enlarged, "html", "fontSize") == "25px"
    assert computed_style(enlarged, ".purpose", "fontSize") == "25px"
    for scheme, paper, ink in (
        ("light", "rgb(255, 255, 255)", "rgb(0, 0, 0)"),
        ("dark", "rgb(0, 0, 0)", "rgb(255, 255, 255)"),
    ):
        enlarged.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        settle(enlarged)
        assert computed_style(enlarged, ".stApp", "backgroundColor") == paper
        assert computed_style(enlarged, ".stApp", "color") == ink
        assert computed_style(enlarged, ".purpose", "color") == ink
        assert computed_style(enlarged, ".st-key-my-display-opener button", "borderTopWidth") == "2px"
    enlarged.emulate_media(color_scheme="light")


def test_a_device_that_asks_for_more_contrast_gets_it(page: OpenPage, site: str) -> None:
    window = page()
    window.emulate_media(contrast="more")
    visit(window, site, "start")
    assert root(window)["contrast"] == "high"
    window.emulate_media(contrast="no-preference")
    settle(window)
    assert root(window)["contrast"] == "normal"


def test_a_new_screen_begins_at_its_heading_and_nothing_else_moves_the_focus(
    page: OpenPage, site: str, aid: Aid
) -> None:
    window, words, groups = page(), aid.words, screens(aid, "situation")
    visit(window, site, "situation", "break")
    assert window.evaluate(FOCUSED)[0] == "BODY", "the first page leaves the focus alone"
    trend = words.situation["pain_trend"]
    tap(window, trend.question, trend.choices["worse"].label)
    assert window.evaluate(FOCUSED)[1] == trend.choices["worse"].label, "an answer keeps it"
    choose(window, aid, "display.text.large")
    assert "H1" not in window.evaluate(FOCUSED)
    for way, title in (
        (".st-key-next button", groups["tried"]),
        (".st-key-next button", groups["life"]),
        (".st-key-back button", groups["tried"]),
        (".st-key-skip a", words.pages["two_ways"].title),
        (".step-done a[href^=situation]", groups["tried"]),
        (".step-ahead a[href^=two_ways]", words.pages["two_ways"].title),
    ):
        window.locator(way).press("Enter")
        arrive(window, title)
        assert window.evaluate(FOCUSED) == ["H1", title], way
        assert window.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    go_to(window, aid, "evidence")
    assert window.evaluate(FOCUSED) == ["H1", words.pages["evidence"].title]
    for title in (words.pages["two_ways"].title, groups["tried"]):
        window.go_back()
        arrive(window, title)
        assert window.evaluate(FOCUSED) == ["H1", title]
    window.keyboard.press("Tab")
    assert window.evaluate(FOCUSED)[0] in ("A", "BUTTON", "SUMMARY"), "the next stop is on the page, not in the menu"


def test_a_step_opens_in_place_and_stays_shown_as_it_is_within_the_page_of_someone_else(
    page: OpenPage, site: str, aid: Aid
) -> None:
    window = page()
    window.goto(f"{site}/situation?embed=true")
    settle(window)
    window.evaluate("window.still = 'here'")
    window.locator(".step-ahead a[href^=two_ways]").click()
    arrive(window, aid.words.pages["two_ways"].title)
    assert window.evaluate("[still, location.pathname, location.search]") == ["here", "/two_ways", "?embed=true"]
