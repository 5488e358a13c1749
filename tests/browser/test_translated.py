"""Under a browser's translator, which replaces every text of the page: nothing breaks, and no old text stays."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from decision_aid.components import read_beside
from decision_aid.model.aid import Aid
from decision_aid.pages import RESULT, WARNING_SIGNS, WEIGH
from decision_aid.views import page_language
from harness.people import ordinary
from harness.visiting import bring, jump, settle, visit
from tests.browser.access import too_small
from tests.browser.answering import pick, rated_outcomes
from tests.browser.conftest import OpenPage

TRANSLATOR = (Path(__file__).parent / "translator.js").read_text(encoding="utf-8")
SHOWN = """() => {
  const lines = document.querySelector("[data-testid=stMain]").innerText.split("\\n")
  return lines.map(line => line.trim()).filter(Boolean)
}"""
UNTRANSLATED = """() => {
  const main = document.querySelector("[data-testid=stMain]"), all = []
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode
    const left = parentElement.closest("font, style, svg, textarea, .stHtml style, [translate=no], .notranslate")
    if (data.trim() && !left) all.push(data)
  }
  return all
}"""
FOCUSED = "() => [...document.activeElement.closest('[class*=st-key-]')?.classList ?? []].join(' ')"
LOADED = "dispatchEvent(new Event('DOMContentLoaded'))"
ON_PAGE = """async ([act, now]) => {
  eval(act)
  await new Promise(resolve => setTimeout(resolve))
  const marked = [...document.querySelectorAll("[translate=no].notranslate")].map(name => name.textContent)
  return [...["p", "div"].map(name => document.querySelector(name).textContent), marked]
}"""
LINE = ".by-machine"
OTHERWISE = "‹"


def translate(opened: Page, language: str, sign: str = "") -> list[str]:
    """Translate all that the window will show; returns the list that collects its errors."""
    complaints = list[str]()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console",
        lambda message: (
            complaints.append(message.text) if message.type == "error" and "404" not in message.text else None
        ),
    )
    opened.add_init_script(f"window.translation = {json.dumps({'language': language, 'sign': sign})}; {TRANSLATOR}")
    return complaints


def person_acts(aid: Aid) -> list[tuple[str, str, Callable[[Page], object]]]:
    """Acts of a person: page, screen, and the act."""
    first = rated_outcomes(aid)[0]
    sign = "[class*=st-key-answer-situation-urgent_signs] button >> nth=0"
    return [
        (WARNING_SIGNS, "urgent", lambda page: page.locator(sign).press("Space")),
        (WARNING_SIGNS, "urgent", lambda page: page.locator(sign).press("Space")),
        (WEIGH, first, lambda page: page.locator("[data-testid=stMain] summary").first.press("Enter")),
        (WEIGH, first, lambda page: page.locator("input[type=range]").first.press("ArrowLeft")),
        (WEIGH, RESULT, lambda page: page.locator("[class*=st-key-answer-gut_leaning] button").first.press("Space")),
        ("questions", "", lambda page: pick(page, aid, 1, "move_down")),
        ("questions", "", lambda page: pick(page, aid, 2, "remove")),
        ("questions", "", lambda page: pick(page, aid, 1, "add_note")),
    ]


def test_each_screen_shows_what_it_shows_without_a_translator_after_each_act(
    page: OpenPage, site: str, aid: Aid
) -> None:
    plain, changed = page(390, 844), page(390, 844)
    complaints = translate(changed, "fr")
    expected = [content for content, _ in contents_after_acts(plain, site, aid)]
    for (content, line), expected_content in zip(contents_after_acts(changed, site, aid), expected, strict=True):
        assert [text for text in content if text not in line] == expected_content
        assert changed.evaluate(UNTRANSLATED) == []
    assert complaints == []


def contents_after_acts(window: Page, site: str, aid: Aid) -> Iterator[tuple[list[str], list[str]]]:
    """After each act of a person: what is shown with what has the focus, and the texts of the translator's line."""
    bring(window, site, ordinary(aid))
    before = ("", "")
    for name, screen, act in person_acts(aid):
        if before != (name, screen):
            jump(window, aid, name, screen)
        before = (name, screen)
        act(window)
        settle(window)
        window.wait_for_function("decisionAidAfterwards.soon === 0")
        yield (
            [*window.evaluate(SHOWN), window.evaluate(FOCUSED)],
            "\n".join(window.locator(LINE).all_inner_texts()).split("\n"),
        )


def test_who_comes_to_another_screen_begins_at_its_translated_title_and_can_go_on_in_a_language_of_the_aid(
    page: OpenPage, site: str, aid: Aid
) -> None:
    opened = page(390, 844)
    complaints = translate(opened, "es", OTHERWISE)
    bring(opened, site, ordinary(aid), WARNING_SIGNS, "break")
    line, root = opened.locator(LINE), opened.locator("html")
    expect(line.locator("[lang=es]").first).to_be_visible()
    assert OTHERWISE not in line.inner_text()
    opened.locator(".st-key-next button").click()
    settle(opened)
    screens = list(aid.words.situation_groups)
    title = aid.words.situation_groups[screens[screens.index("break") + 1]]
    expect(opened.locator("h1:focus")).to_have_text(f"{OTHERWISE}{title}")
    expect(root).to_have_attribute("lang", "es")
    line.get_by_role("button").press("Enter")
    expect(line).to_have_count(0)
    settle(opened)
    assert opened.evaluate("decisionAidPage.asked.language") == "es"
    opened.locator(".st-key-back button").click()
    settle(opened)
    assert opened.locator("input[type=range]").first.input_value() == "8"
    assert complaints == []


@pytest.mark.parametrize("at_work", [False, True])
def test_a_text_that_changes_moves_or_goes_takes_its_names_along(page: OpenPage, at_work: bool) -> None:
    """As React does it, which keeps its text node, whatever became of it on the page."""
    opened = page()
    opened.set_content("<title></title><p></p><div></div><main></main>")
    if at_work:
        opened.evaluate(f"window.translation = {{ language: 'fr', sign: '' }}; {TRANSLATOR}; {LOADED}")
    offer = {"language": "en", "note": "", "read": ""}
    data = {"names": ["VERTOS IV", "ibuprofen"], "words": [], "speaks": [offer], "language": "en", "locale": "en-US"}
    script = read_beside(page_language.__file__, *page_language.PARTS)
    opened.evaluate(f"data => {{ {script}\n draw({{ data, parentElement: document.querySelector('main') }}) }}", data)
    phrases = ("Ibuprofen, or VERTOS IV, it says", "Not ibuprofens, but ibuprofen", "No name", "VERTOS IV")
    marks = (["Ibuprofen", "VERTOS IV"], ["ibuprofen"], [], ["VERTOS IV"])
    opened.evaluate("text = document.createTextNode(''), document.querySelector('p').append(text)")
    for now, marked in zip(phrases, marks, strict=True):
        assert opened.evaluate(ON_PAGE, ["text.nodeValue = now", now]) == [now, "", marked]
    to = "document.querySelector('div')"
    assert opened.evaluate(ON_PAGE, [f"{to}.insertBefore(text, null)", ""]) == ["", phrases[-1], marks[-1]]
    assert opened.evaluate(ON_PAGE, [f"{to}.removeChild(text)", ""]) == ["", "", []]


def test_where_the_aid_does_not_speak_the_language_the_line_is_translated_too_and_offers_what_it_speaks(
    page: OpenPage, site: str, aid: Aid
) -> None:
    opened = page(390, 844)
    translate(opened, "fr", OTHERWISE)
    visit(opened, site, "about")
    line = opened.locator(LINE)
    expect(line).to_contain_text(OTHERWISE)
    assert line.get_by_role("button").evaluate_all("all => all.map(node => node.lang)") == ["es"]
    assert too_small(opened, f"{LINE} button") == []


def test_without_a_translator_no_line_is_there_and_the_browser_is_left_as_it_is(page: OpenPage, site: str) -> None:
    opened = page(390, 844)
    visit(opened, site, "about")
    assert opened.locator(LINE).count() == 0
    assert opened.evaluate("/native code/.test(Node.prototype.removeChild)")
