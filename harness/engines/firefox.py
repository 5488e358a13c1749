"""Firefox, on a screen that nobody sees, by Marionette: it speaks that itself, with no program between."""

import base64
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from marionette_driver.errors import ElementNotInteractableException, StaleElementException
from marionette_driver.marionette import Marionette

from harness.engines.programs import firefox_path
from harness.engines.screen import Point, Screen
from harness.engines.window import Window

SETTINGS = {
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.download.open_pdf_attachments_inline": False,
    "pdfjs.disabled": True,  # else a saved PDF opens in a tab before ours
    "ui.prefersReducedMotion": 1,
    "intl.accept_languages": "en-US",
    "dom.w3c_touch_events.enabled": 1,  # as on a phone
}
TOUCHED = {"MOZ_USE_XINPUT2": "1"}
"""Around Firefox: it takes touches from the screen, where it would take them for a mouse."""
ROOM = """
const [width, height] = arguments, page = gBrowser.selectedBrowser
for (const [name, size] of Object.entries({ width, height })) {
  page.style.setProperty(name, `${size}px`)
  page.style.setProperty(`max-${name}`, `${size}px`)
}
"""
"""No window of Firefox is narrower than 500 pixels; the page in it can be."""


class Firefox(Window):
    """A window of Firefox."""

    gone = (StaleElementException, ElementNotInteractableException)

    def __init__(self, folder: Path) -> None:
        downloads = folder / "downloads"
        downloads.mkdir(parents=True)
        super().__init__(downloads)
        settings = {**SETTINGS, "browser.download.dir": str(downloads)}
        self._screen = Screen(folder)
        log = str(folder / "log.txt")
        with patch.dict(os.environ, DISPLAY=self._screen.display, **TOUCHED):
            self._own = Marionette(bin=firefox_path(), port=0, prefs=settings, gecko_log=log, startup_timeout=180)
        self._own.start_session()
        self.go, self.reload = self._own.navigate, self._own.refresh
        self._screen.focus("Firefox")
        self._own.timeout.script = self._own.timeout.page_load = 60

    def size(self, width: int, height: int) -> None:
        """Give the page this room, in CSS pixels."""
        self._own.set_window_rect(width=max(width, 500), height=height + 200)
        with self._own.using_context("chrome"):
            self._own.execute_script(ROOM, script_args=(width, height))
        self.wait("return innerWidth === arguments[0] && innerHeight === arguments[1]", width, height)

    def run(self, script: str, *arguments: Any) -> Any:
        """Run the body of a function in the page. A promise is waited for."""
        return self._own.execute_script(script, script_args=arguments, sandbox=None)

    def type(self, pressed: str) -> None:
        """Press keys, one after the other, whatever has the focus."""
        self._own.actions.sequence("key", "keyboard").send_keys(pressed).perform()

    def touch(self, path: Sequence[Point]) -> None:
        """A finger that goes down at the first point, along the others, and up at the last, in CSS pixels."""
        left, top = self.run("return [mozInnerScreenX, mozInnerScreenY]")
        self._screen.touch([(left + x, top + y) for x, y in path])

    def paper(self) -> bytes:
        """The page as it would be printed on A4, as PDF."""
        sheet = {"page": {"width": 21.0, "height": 29.7}, "shrinkToFit": True}
        return base64.b64decode(self._own._send_message("WebDriver:Print", sheet, key="value"))

    def close(self) -> None:
        """End the browser."""
        try:
            self._own.quit(in_app=False)
        finally:
            self._screen.close()
