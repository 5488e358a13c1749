"""Older browsers lose a convenience, not the page."""

from playwright.sync_api import BrowserContext

from decision_aid.model.aid import Aid
from harness.people import ordinary
from harness.visiting import bring, settle
from tests.browser.answering import pick

WITHOUT_NEWER_FUNCTIONS = """
delete Element.prototype.checkVisibility
for (const name of ["role", "ariaLabel", "ariaPressed"]) delete Element.prototype[name]
for (const name of ["ClipboardItem", "Highlight"]) delete window[name]
delete Intl.Segmenter
Object.defineProperty(CSS, "highlights", { value: undefined })
for (const name of ["matches", "closest", "querySelector", "querySelectorAll"]) {
  const look = Element.prototype[name]
  Element.prototype[name] = function (selector) {
    if (selector.includes(":has(")) throw new SyntaxError(`no ${selector} here`)
    return look.call(this, selector)
  }
}
"""
"""Removes functions that Safari 16.4, and Firefox 115 or older, do not have."""
FOCUS_IS_ON_A_MENU = "() => document.activeElement.closest('[class*=st-key-menu-]') !== null"


def test_a_browser_without_newer_functions_keeps_the_focus_and_says_what_is_new(
    profile: BrowserContext, site: str, aid: Aid
) -> None:
    page, errors = profile.new_page(), list[str]()
    page.add_init_script(WITHOUT_NEWER_FUNCTIONS)
    page.on("pageerror", lambda error: errors.append(str(error)))
    try:
        bring(page, site, ordinary(aid), "questions")
        assert page.evaluate("!('checkVisibility' in document.body) && !CSS.highlights")
        pick(page, aid, 1, "remove")
        page.wait_for_function(FOCUS_IS_ON_A_MENU, timeout=5000)
        page.wait_for_function("document.querySelector('#told').textContent", timeout=5000)
        assert page.locator("#told").get_attribute("role") == "status"
        settle(page)
    finally:
        page.close()
    assert errors == []
