"""A printed page: black on white also from a dark page, and unfolded where the browser does not do it itself."""

import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Look
from harness.visiting import bring, jump
from tests.browser.answering import answered
from tests.browser.conftest import OpenPage

WITHOUT_DETAILS_CONTENT = """
const supports = CSS.supports.bind(CSS)
CSS.supports = (...asked) => !String(asked).includes("details-content") && supports(...asked)
"""
DARK_OR_FAINT = """() => {
  const rgb = color => color.match(/[\\d.]+/g).map(Number)
  const light = ([red, green, blue]) => .3 * red + .59 * green + .11 * blue
  const seen = [...document.body.querySelectorAll("*")].filter(element => element.checkVisibility()
    && !element.closest("svg, input[type=range]"))
  const dark = seen.filter(element => {
    const color = getComputedStyle(element).backgroundColor
    const [red, green, blue, strength = 1] = color.startsWith("rgb") ? rgb(color) : [255, 255, 255]
    return strength > .2 && light([red, green, blue]) < 150
  })
  const says = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
  const faint = seen.filter(element => says(element) && light(rgb(getComputedStyle(element).color)) > 110)
  return [...dark, ...faint].map(element => element.outerHTML.slice(0, 120))
}"""
CLOSED = "document.querySelectorAll('[data-testid=stMain] details:not([open])').length"


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage) -> Page:
    opened = lasting_page()
    opened.add_init_script(WITHOUT_DETAILS_CONTENT)
    return opened


@pytest.mark.parametrize("contrast", ["normal", "high"])
def test_paper_from_a_dark_page_is_black_on_white(window: Page, site: str, aid: Aid, contrast: str) -> None:
    faults = []
    window.emulate_media(media="screen", color_scheme="dark")
    bring(window, site, answered(aid).model_copy(update={"look": Look(contrast=contrast)}))
    assert window.evaluate(DARK_OR_FAINT), "on the screen it is dark"
    for name, screen in (("two_ways", ""), ("weigh", "new_fracture"), ("questions", ""), ("record", "")):
        window.emulate_media(media="screen", color_scheme="dark")
        jump(window, aid, name, screen)
        window.emulate_media(media="print", color_scheme="dark")
        faults += [f"{name}: {element}" for element in window.evaluate(DARK_OR_FAINT)]
    assert faults == []


def test_what_is_folded_opens_for_paper_where_the_style_sheet_cannot(window: Page, site: str, aid: Aid) -> None:
    window.emulate_media(media="screen", color_scheme="light")
    bring(window, site, answered(aid), "two_ways")
    before = window.evaluate(CLOSED)
    assert before
    window.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert window.evaluate(CLOSED) == 0
    window.evaluate("dispatchEvent(new Event('afterprint'))")
    assert window.evaluate(CLOSED) == before
