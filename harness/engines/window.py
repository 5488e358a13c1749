"""A window of a browser by the few verbs that a test needs, whichever engine is behind it."""

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from harness.engines.screen import Point
from harness.serving import HEALTH
from harness.settling import SETTLED
from harness.visiting import KEPT

TAB, END = "\ue004", "\ue010"
"""Keys that write nothing, as WebDriver calls them."""
LONGEST_WAIT = 60
"""Seconds."""
MOST_TRIES = 5
UNFINISHED = (".part", ".wkdownload")
"""How the name of a file ends that has not yet come."""

DRESSED = "return getComputedStyle(document.documentElement).getPropertyValue('--page') !== ''"
"""Whether the style sheet of the aid has come."""

FIND = """
const [css, text, sight] = arguments
const roots = [document]
for (const root of roots)
  for (const node of root.querySelectorAll("*")) if (node.shadowRoot) roots.push(node.shadowRoot)
const all = roots.flatMap(root => [...root.querySelectorAll(css)])
const label = node => node.ariaLabel ?? node.innerText ?? ""
const first = all.find(node => node.getClientRects().length && label(node).includes(text))
if (sight) first?.scrollIntoView({ block: "center", behavior: "instant" })
return first ?? null
"""
"""The first element in sight that matches, with this text in it; parts of ours lie in shadow roots."""

COMPLAINTS = """
const kept = localStorage.getItem("complaints")
localStorage.removeItem("complaints")
return kept ?? "[]"
"""
"""What complaints.js has kept."""


class Element(Protocol):
    """What the libraries give for an element."""

    def click(self) -> object:
        """Press it as a mouse does."""

    def send_keys(self, text: str) -> object:
        """Type into it."""


class Window(ABC):
    """One window, and the folder that its files arrive in."""

    go: Callable[[str], object]
    """Open an address."""
    reload: Callable[[], object]
    """Load the page again."""
    gone: tuple[type[Exception], ...]
    """What the engine's library raises for an element that has left the page, or is still on its way to its spot."""

    def __init__(self, downloads: Path) -> None:
        self.downloads = downloads

    @abstractmethod
    def size(self, width: int, height: int) -> None:
        """Give the page this room, in CSS pixels."""

    @abstractmethod
    def run(self, script: str, *arguments: Any) -> Any:
        """Run the body of a function in the page. A promise is waited for."""

    @abstractmethod
    def type(self, pressed: str) -> None:
        """Press keys, one after the other, whatever has the focus."""

    @abstractmethod
    def touch(self, path: Sequence[Point]) -> None:
        """A finger that goes down at the first point, along the others, and up at the last, in CSS pixels."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def find(self, css: str, text: str = "", sight: bool = True) -> Element:
        """Wait for the first element in sight with this text, and bring it to the middle of the window."""
        element: Element = self.wait(FIND, css, text, sight)
        return element

    def press(self, css: str, text: str = "") -> None:
        """Press an element as a mouse does. Streamlit may draw it anew at that moment: then it is looked for again."""
        for _ in range(MOST_TRIES):
            with suppress(*self.gone):
                self.find(css, text).click()
                return
            time.sleep(0.2)
        raise TimeoutError(f"{css} with {text!r} was drawn anew {MOST_TRIES} times")

    def fill(self, css: str, text: str) -> None:
        """Type a text into a field in place of what is in it. The focus stays there."""
        field = self.find(css)
        field.click()
        self.run("document.activeElement.select()")
        field.send_keys(text)

    def read(self, css: str, text: str = "") -> str:
        """The text of an element."""
        shown: str = self.run("return arguments[0].innerText.trim()", self.find(css, text, sight=False))
        return shown

    def wait(self, script: str, *arguments: Any, seconds: float = LONGEST_WAIT) -> Any:
        """Wait until a script gives something that holds, and return that. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if given := self.run(script, *arguments):
                return given
            time.sleep(0.05)
        raise TimeoutError(f"{script} with {arguments} gave nothing within {seconds} seconds")

    def settle(self) -> None:
        """Wait until the page stands still, with its style sheet, for which only Chromium holds back what it draws."""
        self.wait(f"return ({SETTLED})().then(() => true, () => false)")
        self.wait(DRESSED)

    def bring(self, site: str, kept: str, address: str) -> None:
        """Open an address of the aid in a window whose tab has kept these answers."""
        self.go(f"{site}{HEALTH}")
        stored = json.dumps({"session": "before", "answers": kept})
        self.run("sessionStorage.clear(); sessionStorage.setItem(arguments[0], arguments[1])", KEPT, stored)
        self.go(address)
        self.settle()

    def brought(self, ending: str) -> bytes:
        """Wait for a file whose name ends so, and take it out of the folder; what is in it. Raises TimeoutError."""
        end, before = time.monotonic() + LONGEST_WAIT, None
        while time.monotonic() < end:
            sizes = {path: path.stat().st_size for path in self.downloads.iterdir()}
            file = next((path for path, size in sizes.items() if path.suffix == ending and size), None)
            if file and sizes == before and not any(path.suffix in UNFINISHED for path in sizes):
                content = file.read_bytes()
                file.unlink()
                return content
            before = sizes
            time.sleep(0.1)
        raise TimeoutError(f"no {ending} came; there are {sorted(path.name for path in self.downloads.iterdir())}")

    def errors(self) -> list[str]:
        """What the page's programs have complained of since it was last asked for, on a server that keeps it."""
        complaints: list[str] = json.loads(self.run(COMPLAINTS))
        return complaints

    def tab(self) -> None:
        """Press the Tab key."""
        self.type(TAB)
