"""Go through a page by keyboard alone, and read what is visible of the focus."""

from dataclasses import dataclass

from playwright.sync_api import Page

MOST_STOPS = 150

TO_THE_TOP = """() => {
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute("tabindex")
}"""
FOCUSED = """() => {
  let here = document.activeElement
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement
  if (!here || here === document.body) return null
  const box = here.getBoundingClientRect()
  const clipped = node => {
    const style = getComputedStyle(node)
    const size = node.getBoundingClientRect()
    return style.clipPath === "inset(50%)" || style.clip.startsWith("rect(0px") || style.opacity === "0"
      || (style.overflow === "hidden" && (size.width <= 1 || size.height <= 1))
  }
  const seen = node => !node || (!clipped(node) && seen(node.parentElement))
  const ringed = node => {
    const style = getComputedStyle(node)
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      && !/, 0\\)|transparent/.test(style.outlineColor) && seen(node)
  }
  let ring = false
  for (let node = here, up = 0; node && up < 4 && !ring; node = node.parentElement, up++) ring = ringed(node)
  const root = here.getRootNode()
  const onTop = root.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, innerHeight) / 2)
  const bar = onTop?.closest('[data-testid="stHeader"], .st-key-foot')
  const said = here.getAttribute("aria-label") || here.innerText || here.labels?.[0]?.innerText || ""
  const icons = [...here.querySelectorAll("[data-testid=stIconMaterial]")].map(icon => icon.textContent)
  const lines = said.split("\\n").map(line => line.trim())
  return {
    kind: here.tagName.toLowerCase(), name: lines.find(line => line && !icons.includes(line)) ?? "", ring,
    covered: Boolean(bar) && !bar.contains(here),
    off_screen: box.right <= 0 || box.left >= innerWidth, value: here.getAttribute("aria-valuetext") || "",
  }
}"""


@dataclass(frozen=True)
class Stop:
    """Where the focus is: `ring` when an outline of 2 px or more is seen, `covered` when the head or foot hides it.

    `value` is a slider's value as text.
    """

    kind: str
    name: str
    ring: bool
    covered: bool
    off_screen: bool
    value: str


def focused(page: Page) -> Stop | None:
    """The stop that has the focus, also within shadow roots; None without one."""
    state = page.evaluate(FOCUSED)
    return Stop(**state) if state else None


def all_stops(page: Page) -> list[Stop]:
    """All stops of the Tab key from the top of the page to its end."""
    page.evaluate(TO_THE_TOP)
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"more than {MOST_STOPS} stops, or the focus is trapped; the last ones: {stops[-4:]}")


def tab_to(page: Page, name: str) -> list[Stop]:
    """Press Tab until the element named `name` has the focus; returns all stops up to it."""
    stops: list[Stop] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop is None:
            break
        stops.append(stop)
        if stop.name == name:
            return stops
    raise AssertionError(f"Tab never reached {name!r}; it went over {[stop.name for stop in stops]}")


def press_until_value(page: Page, key: str, value: str, most: int = 15) -> None:
    """Press a key until the focused slider has the value `value`."""
    for _ in range(most):
        page.keyboard.press(key)
        stop = focused(page)
        if stop and stop.value == value:
            return
    raise AssertionError(f"{key} never brought the slider to {value!r}: it says {stop.value if stop else None!r}")
