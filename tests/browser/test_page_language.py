"""Language, size and contrast reach the page itself; Streamlit's own words follow; a new page begins at its heading."""

from typing import Any

import pytest
from playwright.sync_api import Page

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.views.page_language import in_our_words
from harness.visiting import address_of, arrive, settle, visit
from tests.browser.answering import go_to, tap
from tests.browser.conftest import OpenPage
from tests.browser.test_access import too_wide

SAID = """() => {
  const content = "[data-testid=stMarkdownContainer], .stHtml, [data-testid=stIconMaterial], svg, script, style"
  const said = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(content)) said.push(walker.currentNode.data)
  for (const name of ["aria-label", "aria-valuetext", "title", "placeholder"])
    for (const one of document.querySelectorAll(`[${name}]`))
      if (one.checkVisibility()) said.push(one.getAttribute(name))
  return said.map(one => one.trim()).filter(one => one)
}"""
FOCUS = "(() => { const on = document.activeElement; return [on.tagName, on.textContent.trim().slice(0, 200)] })()"
ROOT = "(() => { const { lang, dir, dataset } = document.documentElement; return { lang, dir, ...dataset } })()"
DAYS = ("Sunday", "Monday", "January", "June", "November", "December", "Today,")


@pytest.fixture(scope="module")
def spanish() -> Aid:
    return load(session.CONTENT, "es")


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage) -> Page:
    return lasting_page()


def spoken_in(page: Page, language: str) -> None:
    """Wait until the page has its language, which its own program gives it."""
    page.locator(f"html[lang={language}]").wait_for(state="attached", timeout=10_000)
    settle(page)


def root(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(ROOT)
    return found


def choose(page: Page, aid: Aid, *choices: str) -> None:
    """Open My display, choose by the words that stand there, and close it."""
    page.locator(".st-key-my-display-opener button").first.click()
    for choice in choices:
        page.get_by_test_id("stPopoverBody").get_by_text(aid.words.app[choice], exact=True).click()
        settle(page)
    page.keyboard.press("Escape")
    settle(page)


def in_english(page: Page, aid: Aid) -> list[str]:
    """What is said on the page in Streamlit's own English, though the aid has other words for it."""
    ours = {theirs for theirs, said in in_our_words(aid).items() if said != theirs}
    exact = {theirs for theirs in ours if "{" not in theirs}
    starts = tuple(theirs.partition("{")[0] for theirs in ours if not theirs.startswith("{") and "{" in theirs)
    said = page.evaluate(SAID)
    return [one for one in said if one in exact or one.startswith((*starts, *DAYS))]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_says_which_language_it_is_in(
    window: Page, site: str, aid: Aid, spanish: Aid, language: str
) -> None:
    spoken = {"en": aid, "es": spanish}[language]
    for name in PAGES:
        window.goto(f"{address_of(site, name)}?lang={language}")
        arrive(window, spoken.words.pages[name].title)
        spoken_in(window, language)
        assert (root(window)["lang"], root(window)["dir"]) == (language, "ltr"), name
        assert window.title() == f"{spoken.words.pages[name].menu} – {spoken.words.app['name']}"
        assert in_english(window, spoken) == [], name


def test_the_language_stays_after_a_change_of_page_and_a_rerun_whatever_streamlit_does(
    window: Page, site: str, spanish: Aid
) -> None:
    window.goto(f"{site}?lang=es")
    settle(window)
    spoken_in(window, "es")
    go_to(window, spanish, "situation")
    assert root(window)["lang"] == "es"
    trend = spanish.words.situation["pain_trend"]
    tap(window, trend.question, trend.choices["worse"].label)
    assert root(window)["lang"] == "es"
    window.evaluate("document.documentElement.lang = 'en'")
    assert root(window)["lang"] == "es"


def test_lists_and_calendar_speak_spanish_too(window: Page, site: str, spanish: Aid) -> None:
    window.goto(f"{site}/situation?lang=es")
    settle(window)
    spoken_in(window, "es")
    medicines = window.get_by_test_id("stMultiSelect").locator("input").first
    medicines.click()
    medicines.press_sequentially("zzq")
    window.get_by_text(spanish.words.app["streamlit.add"].format(value="zzq")).wait_for()
    assert in_english(window, spanish) == []
    medicines.press("Enter")
    settle(window)
    assert in_english(window, spanish) == []
    medicines.press("Escape")

    visit(window, site, "questions")
    window.get_by_test_id("stDateTimeInput").locator("[role=spinbutton]").first.click()
    window.keyboard.type("120420261430")
    settle(window)
    assert in_english(window, spanish) == []
    window.get_by_test_id("stDateTimeInputCalendarButton").click()
    window.get_by_role("grid").wait_for()
    settle(window)
    assert in_english(window, spanish) == []
    assert any("diciembre de 2026" in one for one in window.evaluate(SAID))
    window.keyboard.press("Escape")


def test_what_was_said_in_spanish_is_english_again_after_the_switch(
    window: Page, site: str, aid: Aid, spanish: Aid
) -> None:
    window.set_viewport_size({"width": 390, "height": 844})
    window.goto(f"{site}/evidence?lang=es")
    settle(window)
    spoken_in(window, "es")
    menu = window.get_by_test_id("stExpandSidebarButton")
    assert menu.get_attribute("aria-label") == spanish.words.app["streamlit.open_menu"]
    choose(window, aid, "language")
    assert root(window)["lang"] == "en"
    assert menu.get_attribute("aria-label") == aid.words.app["streamlit.open_menu"]
    assert window.locator("[data-testid=stSkipToContent]").inner_text() == aid.words.app["streamlit.skip"]
    said = {words for name, words in spanish.words.app.items() if name.startswith("streamlit.") and "{" not in words}
    assert not said & set(window.evaluate(SAID)) - set(aid.words.app.values())
    window.set_viewport_size({"width": 1280, "height": 900})


@pytest.fixture(scope="module")
def looking(lasting_page: OpenPage, site: str, aid: Aid) -> Page:
    """The window of someone who wants very large letters and strong contrast."""
    page = lasting_page()
    visit(page, site, "welcome")
    assert root(page) == {"lang": "en", "dir": "ltr", "text": "normal", "contrast": "normal"}
    choose(page, aid, "display.text.larger", "display.contrast.high")
    return page


def computed(page: Page, selector: str, style: str) -> Any:
    return page.evaluate("([of, style]) => getComputedStyle(document.querySelector(of))[style]", [selector, style])


def test_letters_and_contrast_change_what_is_seen(looking: Page) -> None:
    assert computed(looking, "html", "fontSize") == "25px"
    assert computed(looking, ".purpose", "fontSize") == "25px"
    for scheme, paper, ink in (
        ("light", "rgb(255, 255, 255)", "rgb(0, 0, 0)"),
        ("dark", "rgb(0, 0, 0)", "rgb(255, 255, 255)"),
    ):
        looking.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        settle(looking)
        assert computed(looking, ".stApp", "backgroundColor") == paper
        assert computed(looking, ".stApp", "color") == ink
        assert computed(looking, ".purpose", "color") == ink
        assert computed(looking, ".st-key-my-display-opener button", "borderTopWidth") == "2px"
    looking.emulate_media(color_scheme="light")


def test_the_look_is_there_after_a_reload_and_on_another_page(looking: Page, site: str, aid: Aid) -> None:
    go_to(looking, aid, "chances")
    looking.reload()
    looking.locator("html[data-contrast=high][data-text=larger]").wait_for(state="attached", timeout=10_000)
    assert computed(looking, "html", "fontSize") == "25px"


def test_the_largest_letters_fit_on_a_phone(looking: Page, site: str) -> None:
    for name in PAGES:
        visit(looking, site, name)
        looking.locator("html[data-text=larger]").wait_for(state="attached", timeout=10_000)
        for width in (390, 320):
            looking.set_viewport_size({"width": width, "height": 844})
            settle(looking)
            assert too_wide(looking) == [], (name, width)
            menu = looking.get_by_test_id("stExpandSidebarButton").bounding_box()
            opener = looking.locator(".st-key-my-display-opener button").first.bounding_box()
            assert menu
            assert opener
            assert menu["x"] + menu["width"] <= opener["x"] + 1, (name, width)
            assert opener["height"] >= 44
            assert opener["x"] + opener["width"] <= width
    looking.set_viewport_size({"width": 1280, "height": 900})


def test_a_device_that_asks_for_more_contrast_gets_it(page: OpenPage, site: str) -> None:
    window = page()
    window.emulate_media(contrast="more")
    visit(window, site, "welcome")
    assert root(window)["contrast"] == "high"
    window.emulate_media(contrast="no-preference")
    settle(window)
    assert root(window)["contrast"] == "normal"


def test_a_new_page_begins_at_its_heading_and_nothing_else_moves_the_focus(page: OpenPage, site: str, aid: Aid) -> None:
    window, words = page(), aid.words
    visit(window, site, "situation")
    assert window.evaluate(FOCUS)[0] == "BODY", "the first page leaves the focus alone"
    trend = words.situation["pain_trend"]
    tap(window, trend.question, trend.choices["worse"].label)
    assert window.evaluate(FOCUS)[1] == trend.choices["worse"].label, "an answer keeps it"
    choose(window, aid, "display.text.large")
    assert "H1" not in window.evaluate(FOCUS)
    follow = words.app["next"].format(page=words.pages["options"].menu)
    window.get_by_role("link", name=follow).press("Enter")
    arrive(window, words.pages["options"].title)
    assert window.evaluate(FOCUS) == ["H1", words.pages["options"].title]
    assert window.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    go_to(window, aid, "evidence")
    window.wait_for_timeout(300)
    assert window.evaluate(FOCUS) == ["H1", words.pages["evidence"].title]
    window.go_back()
    arrive(window, words.pages["options"].title)
    assert window.evaluate(FOCUS) == ["H1", words.pages["options"].title]
    window.keyboard.press("Tab")
    assert window.evaluate(FOCUS)[0] in ("A", "BUTTON", "SUMMARY"), "the next stop is on the page, not in the menu"
