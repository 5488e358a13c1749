"""The way is walked, answered and taken along in Firefox and WebKit as it is in Chromium."""

import json
from datetime import date
from io import BytesIO
from typing import Any

import pypdfium2
import pytest

from decision_aid.model.aid import Aid
from decision_aid.pages import STEPS, WEIGH
from decision_aid.summary.summary import summarize
from harness.engines.firefox import Firefox
from harness.engines.window import END, Window
from harness.people import kept_by_tab, ordinary
from harness.serving import Server
from harness.visiting import CHOSEN, KEPT, address_of, screens
from harness.way import MOST_PRESSES, NEXT
from tests.browser.keyboard import FOCUSED, TO_THE_TOP

SLIDER = "[data-testid=stMain] [data-testid=stSlider] input[type=range]"
CHOICE = "[data-testid=stMain] [data-testid=stButtonGroup] button"
SHOWS = """
const sliders = [...document.querySelectorAll(arguments[0])].map(node => node.getAttribute("aria-valuetext"))
const picked = [...document.querySelectorAll(arguments[1])]
return [...sliders, ...picked.map(node => node.innerText)]
"""
TOO_WIDE = "const main = document.querySelector('[data-testid=stMain]'); return main.scrollWidth - main.clientWidth"
IS_THERE = "return document.querySelector(arguments[0]) !== null"
OTHER = "const now = document.querySelector('h1')?.innerText; return now !== undefined && now !== arguments[0]"
DIALOGS = """
const dialog = "section[role=dialog]:not([data-testid])"
window.dialogs = { came: 0, here: () => document.querySelector(dialog) !== null }
new MutationObserver(() => { dialogs.came += dialogs.here() })
  .observe(document.body, { childList: true, subtree: true })
"""
SIZES_OF_FILES = """
const make = URL.createObjectURL
window.files = []
URL.createObjectURL = file => {
  if (file instanceof File) files.push(file.size) // a program that Streamlit loads is none
  return make.call(URL, file)
}
"""
ON_PAPER = """
window.print = () => { window.printed = true }
const change = rules => { for (const rule of rules) {
  if (rule.media) rule.media.mediaText = rule.media.mediaText.replace("print", "all").replace(/^screen/, "not all")
  if (rule.cssRules) change(rule.cssRules)
} }
window.asOnPaper = () => { for (const sheet of document.styleSheets) change(sheet.cssRules) }
"""
"""Shows what is printed, for an engine that prints nothing while a program drives it."""
IN_SIGHT = """
return [...document.querySelectorAll(arguments[0])].some(node => node.getClientRects().length)
"""
HOLDS_FOCUS = """
return new Promise(done => setTimeout(() => done(document.activeElement.innerText.includes(arguments[0])), 600))
"""
"""Asked for a little later, as the focus may be lost after it came."""
FILES = {"download_pdf": "pdf", "download_text": "txt", "download_page": "html", "save.button": "json"}


def kept(window: Window) -> Any:
    """The answers that the tab keeps."""
    return json.loads(json.loads(window.run("return sessionStorage.getItem(arguments[0])", KEPT))["answers"])


def bring(window: Window, site: str, aid: Aid, name: str, screen: str = "") -> None:
    window.bring(site, kept_by_tab(ordinary(aid)), address_of(site, name, screen))


def answer(window: Window) -> list[str]:
    """Answer what is asked first on this screen, and what it shows then."""
    if window.run(IS_THERE, SLIDER):
        window.find(SLIDER).send_keys(END)
    elif window.run(IS_THERE, CHOICE):
        window.press(CHOICE)
    window.settle()
    shown: list[str] = window.run(SHOWS, SLIDER, CHOSEN)
    return shown


def test_the_way_is_walked_and_answered_and_outlives_a_reload_and_a_killed_server(
    window: Window, server: Server, aid: Aid
) -> None:
    window.go(server.address)
    window.run("sessionStorage.clear()")
    window.go(server.address)
    window.settle()
    seen, given = list[str](), dict[str, list[str]]()
    for _ in range(MOST_PRESSES):
        seen.append(window.read("h1"))
        assert window.run(TOO_WIDE) <= 0, seen[-1]
        given[window.run("return location.href")] = answer(window)
        if not window.run(IS_THERE, NEXT):
            break
        window.press(NEXT)
        window.wait(OTHER, seen[-1])
        window.settle()
    assert sorted(seen) == sorted(title for name in STEPS for title in screens(aid, name).values())
    answered = {where: shown for where, shown in given.items() if shown}
    assert len(answered) > len(seen) / 2
    assert window.errors() == []

    before, where = kept(window), next(where for where in answered if WEIGH in where)
    window.reload()
    window.settle()
    assert kept(window) == before
    window.go(where)
    window.settle()
    assert window.run(SHOWS, SLIDER, CHOSEN) == answered[where]

    window.run(DIALOGS)
    server.kill()
    window.wait("return !document.querySelector('#away').hidden && dialogs.came && !dialogs.here()")
    assert aid.words.app["away"] in window.read("#away")
    server.start()
    window.wait("return document.querySelector('#away').hidden")
    window.settle()
    assert kept(window) == before
    assert window.run(SHOWS, SLIDER, CHOSEN) == answered[where]
    window.errors()  # of a server that was not there


def test_all_bytes_of_the_list_arrive(window: Window, server: Server, aid: Aid) -> None:
    bring(window, server.address, aid, "questions")
    window.run(SIZES_OF_FILES)
    window.press("summary", aid.words.app["take.more"])
    window.settle()
    brought = {}
    for label, kind in FILES.items():
        window.press("button", aid.words.app[label])
        brought[kind] = window.brought(f".{kind}")
    assert [len(content) for content in brought.values()] == window.run("return files")
    assert len(pypdfium2.PdfDocument(BytesIO(brought["pdf"]))) > 0
    assert brought["pdf"].rstrip().endswith(b"%%EOF")
    assert brought["html"].rstrip().endswith(b"</html>")
    assert json.loads(brought["json"])
    typed = str(ordinary(aid).situation["anything_else"])
    assert all(typed in brought[kind].decode() for kind in ("txt", "html", "json"))


def test_the_list_is_printed(window: Window, server: Server, aid: Aid) -> None:
    bring(window, server.address, aid, "questions")
    window.run(ON_PAPER)
    window.press("button", aid.words.app["print"])
    window.wait("return window.printed")
    typed = str(ordinary(aid).situation["anything_else"])
    if isinstance(window, Firefox):
        sheets = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(window.paper()))]
        assert 1 < len(sheets) < 5
        # Firefox draws bold letters as outlines, so of a PDF of its own only the others can be read.
        because = summarize(aid, ordinary(aid), date(2026, 11, 22)).questions[0].because
        assert because in " ".join(" ".join(sheets).split())
        assert not any(aid.words.app["print"] in sheet for sheet in sheets)
    else:
        window.run("asOnPaper()")
        assert typed in window.read("#on-paper")
        assert not window.run(IN_SIGHT, "[data-testid=stHeader], .st-key-onward, [data-testid=stMain] h1")


def test_the_focus_is_seen_wherever_the_tab_key_leads(window: Window, server: Server, aid: Aid) -> None:
    bring(window, server.address, aid, "questions")
    window.run(f"({TO_THE_TOP})()")
    kinds = set()
    for _ in range(12):
        window.tab()
        stop = window.run(f"return ({FOCUSED})()")
        assert stop["ring"], stop
        kinds.add(stop["kind"])
    assert {"a", "button"} <= kinds


@pytest.mark.parametrize("act", ["move_up", "move_down"])
def test_the_focus_follows_a_question_that_is_moved(window: Window, server: Server, aid: Aid, act: str) -> None:
    app = aid.words.app
    bring(window, server.address, aid, "questions")
    window.press("button", app["question_menu"].format(number=2))
    window.press("[role=menuitem]", app[act])
    moved = app["question_menu"].format(number={"move_up": 1, "move_down": 3}[act])
    window.wait(HOLDS_FOCUS, moved, seconds=10)
