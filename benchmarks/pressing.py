"""The time from a press to a settled page, by the page's own clock.

It starts at the key or click. Settled is the last change that was painted, once the run has ended and nothing has
changed for a moment; that moment does not count.
"""

from collections.abc import Callable, Sequence

from playwright.sync_api import Page

Press = Callable[[Page], None]
QUIET = 60
WATCH = """() => {
  const seen = window.pressed = { at: 0, ended: 0, changed: 0 }
  for (const kind of ["keydown", "click"]) addEventListener(kind, () => { seen.at = performance.now() }, true)
  const all = { subtree: true, childList: true, attributes: true, characterData: true }
  const note = () => { seen.changed = performance.now() }
  new MutationObserver(() => { note(); requestAnimationFrame(() => setTimeout(note)) }).observe(document, all)
  const finished = bytes => {  // the number of ForwardMsg.script_finished is 6; 2 there means: runs once more
    let index = 0
    const number = () => { let all = 0, by = 1, byte; do { byte = bytes[index++]; all += (byte & 127) * by; by *= 128 }
      while (byte > 127); return all }
    while (index < bytes.length) {
      const tag = number(), value = number()
      if (tag === 6 << 3) return value !== 2
      if ((tag & 7) === 2) index += value
    }
  }
  window.WebSocket = class extends WebSocket {
    constructor(...how) {
      super(...how)
      this.addEventListener("message", message => {
        if (finished(new Uint8Array(message.data))) seen.ended = performance.now()
      })
    }
  }
}"""
SETTLED = """quiet => new Promise((done, failed) => {
  const seen = window.pressed, asked = performance.now()
  const look = () => {
    const now = performance.now(), last = Math.max(seen.ended, seen.changed)
    if (seen.ended > seen.at && now - last >= quiet) done(last - seen.at)
    else if (now - asked > 30000) failed(new Error(`the page does not settle: ${JSON.stringify(seen)} at ${now}`))
    else setTimeout(look, 5)
  }
  look()
})"""


def watch(page: Page) -> None:
    """Have the page watch itself, from the next address that it opens."""
    page.add_init_script(f"({WATCH})()")


def in_turn(pages: Sequence[tuple[Page, Sequence[Press]]], times: int) -> list[list[float]]:
    """Milliseconds of so many presses on each page, one page after the other; each goes through its presses in turn.

    Two rounds come first and are left out.
    """
    spent: list[list[float]] = [[] for _ in pages]
    for turn in range(times + 2):
        for index, (page, presses) in enumerate(pages):
            page.bring_to_front()
            presses[turn % len(presses)](page)
            spent[index].append(page.evaluate(SETTLED, QUIET))
            page.wait_for_timeout(100)
    return [of_page[2:] for of_page in spent]
