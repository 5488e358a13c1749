"""Accessibility faults of an open page: axe's rules, sideways scrolling, cut-off text, targets that are too small."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from harness.visiting import settle

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OF_COLOR = ("color-contrast", "link-in-text-block")
"""The rules of axe whose result depends on the color scheme."""
OF_SIZE = ("color-contrast", "scrollable-region-focusable", "target-size")
"""The rules of axe whose result depends on the window size, for the same elements."""

IN_SECTIONS = "Streamlit 1.67 puts the menu's sections as div between ul and li; no style can mend that"
OUTSIDE = "Streamlit 1.67 puts the list of an opened menu beside the page, in no landmark; it has the focus and a name"
CAUSED_BY_STREAMLIT = {
    ("list", '[data-testid="stSidebarNavItems"]'): IN_SECTIONS,
    ("listitem", '[data-testid="stSidebarNavItems"]'): IN_SECTIONS,
    ("region", '[role="menu"]'): OUTSIDE,
}
"""Rules that Streamlit breaks and we cannot mend: rule and part of the page, each with the reason."""

HEAD_BOXES = """() => {
  const boxes = names => [...document.querySelectorAll(names)].filter(node => node.checkVisibility())
  const ends = node =>
    Math.max(node.getBoundingClientRect().right, node.getBoundingClientRect().left + node.scrollWidth)
  const mine = boxes(".st-key-my-display-opener button")[0].getBoundingClientRect()
  const menu = boxes("[data-testid=stTopNav] button, [data-testid=stExpandSidebarButton]").map(ends)
  return [Math.max(...menu), mine.left, mine.right, mine.height]
}"""
"""In the head of a page: right end of the menu, left and right ends and height of My display, in pixels."""
FIXED_SHARE = """() => [...document.querySelectorAll("[data-testid=stHeader], .st-key-foot, .st-key-onward")]
  .filter(node => node.matches("[data-testid=stHeader]") || getComputedStyle(node).position === "fixed")
  .reduce((sum, node) => sum + node.getBoundingClientRect().height, 0) / innerHeight"""
"""The share of the window that the head and a fixed foot take, from 0 to 1."""

CUT_OFF = """() => [...document.querySelectorAll("[data-testid=stMain] *, [data-testid=stHeader] *")].filter(node => {
  if (!node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const style = getComputedStyle(node)
  if (node.closest("svg") || style.display === "inline" || node.clientWidth <= 1) return false
  const speaks = [...node.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim())
  return speaks && node.scrollWidth > node.clientWidth + 1
}).map(node => `${node.textContent.trim().slice(0, 60)}: ${node.scrollWidth} > ${node.clientWidth}`)"""

HEIGHTS = {1280: 900, 390: 844, 320: 640}
SMALLEST_TARGET = 44
OURS = (
    ":is(.st-key-back, .st-key-next, .st-key-skip, .step-links) a, "
    "[data-testid='stButtonGroup'] button, [data-testid='stButton'] button, "
    "[data-testid='stPopoverButton'], [data-testid='stFormSubmitButton'] button, "
    "[data-testid='stDownloadButton'] button, [data-testid='stCheckbox'] label, summary, "
    ".st-key-taking button"
)


def resize(page: Page, width: int, scheme: Any = "light") -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    settle(page)


def set_letters(page: Page, size: int) -> None:
    """Set the tab's default font size in pixels, as a person can in the browser; 16 is usual."""
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})


def violations(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """Axe's violations of these rules, or of all: one line for each node, without those that Streamlit causes."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    run_only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    results: list[dict[str, Any]] = page.evaluate(
        "options => axe.run(options).then(({ violations }) => violations)",
        # Without sheets and media loaded beforehand: only a rule that is not asked for here reads them.
        {"runOnly": run_only, "resultTypes": ["violations"], "preload": False},
    )
    return [
        f"{result['id']} ({result['help']}) {node['target']}: {node['html'][:160]}"
        for result in results
        for node in result["nodes"]
        if not streamlit_causes(page, result["id"], node["target"][0])
    ]


def streamlit_causes(page: Page, rule: str, target: str) -> bool:
    """Whether CAUSED_BY_STREAMLIT lists the rule for a part of the page that holds the target."""
    parts = [part for known_rule, part in CAUSED_BY_STREAMLIT if known_rule == rule]
    return any(page.locator(target).first.evaluate("(node, part) => !!node.closest(part)", part) for part in parts)


def too_wide(page: Page) -> list[str]:
    """The elements that make the page scroll sideways; empty if it does not."""
    faults: list[str] = page.evaluate(
        """() => {
          const main = document.querySelector('[data-testid="stMain"]')
          if (![document.documentElement, main].some(part => part.scrollWidth > part.clientWidth)) return []
          const right = node => node.getBoundingClientRect().right
          const wide = [...main.querySelectorAll("*")].filter(node => right(node) > innerWidth + 1)
          return ["the page scrolls sideways", ...wide.map(node => node.outerHTML.slice(0, 120))]
        }"""
    )
    return faults


def misfit(page: Page) -> list[str]:
    """A line if menu and My display do not fit side by side in the head, in full size; else empty."""
    menu_ends, begins, ends, height = page.evaluate(HEAD_BOXES)
    width = page.evaluate("innerWidth")
    fits = menu_ends <= begins + 1 and ends <= width and height >= SMALLEST_TARGET
    return [] if fits else [f"the head of the page at {width} pixels"]


def covered(page: Page) -> list[str]:
    """A line if head and foot cover a third of the window or more; else empty."""
    share = page.evaluate(FIXED_SHARE)
    return [] if share < 1 / 3 else [f"head and foot take {share:.0%} of the window"]


def cut_off(page: Page) -> list[str]:
    """The texts that are wider than their own box."""
    texts: list[str] = page.evaluate(CUT_OFF)
    return texts


def too_small(page: Page, targets: str) -> list[str]:
    """The targets that are too small, with their size in pixels."""
    small: list[str] = page.evaluate(
        """([targets, least]) => [...document.querySelectorAll(targets)].filter(node => node.checkVisibility())
          .map(node => [node.innerText.slice(0, 60), node.getBoundingClientRect()])
          .filter(([, box]) => box.height < least - 0.1 || box.width < 24)
          .map(([text, box]) => `${text}: ${Math.round(box.width)} x ${box.height.toFixed(1)}`)""",
        [targets, SMALLEST_TARGET],
    )
    return small
