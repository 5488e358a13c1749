"""WebKit in a small browser of GTK, on a screen that nobody sees: the nearest to Safari that runs on Linux."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from selenium.common import ElementNotInteractableException, StaleElementReferenceException
from selenium.webdriver import ActionChains, WebKitGTK, WebKitGTKOptions
from selenium.webdriver.webkitgtk.service import Service

from harness.engines.programs import webkit_path
from harness.engines.screen import Point, Screen
from harness.engines.window import MOST_TRIES, Window

NARROW = "* { min-width: 0; padding: 0; margin: 0; border-width: 0; }"
"""How the browser's own bars look: else they keep the window 447 pixels wide."""
SOON = 2
"""Seconds in which a window usually gets its new size."""


class WebKit(Window):
    """A window of WebKit."""

    gone = (StaleElementReferenceException, ElementNotInteractableException)

    def __init__(self, folder: Path) -> None:
        downloads, settings = folder / "downloads", folder / "settings"
        for needed in (downloads, settings / "gtk-3.0"):
            needed.mkdir(parents=True)
        super().__init__(downloads)
        (settings / "gtk-3.0" / "gtk.css").write_text(NARROW)
        (settings / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n')
        self._screen = Screen(folder)
        own = {"DISPLAY": self._screen.display, "HOME": str(folder), "XDG_CONFIG_HOME": str(settings)}
        service = Service(webkit_path(), log_output=str(folder / "log.txt"), env={**os.environ, **own})
        self._own = WebKitGTK(options=WebKitGTKOptions(), service=service)
        self._own.set_script_timeout(60)
        self.go, self.reload = self._own.get, self._own.refresh
        self._screen.focus("Automation")
        self.wait("return document.hasFocus()")

    def size(self, width: int, height: int) -> None:
        """Give the page this room, in CSS pixels."""
        fits = "return innerWidth === arguments[0] && innerHeight === arguments[1]"
        bars = 0
        for _ in range(MOST_TRIES):  # right after a change the page may still give its size of before
            self._own.set_window_rect(0, 0, width, height + bars)
            with suppress(TimeoutError):
                self.wait(fits, width, height, seconds=SOON)
                return
            bars = self.run("return outerHeight - innerHeight")
        raise TimeoutError(f"no room of {width} by {height} in {MOST_TRIES} tries")

    def run(self, script: str, *arguments: Any) -> Any:
        """Run the body of a function in the page. A promise is waited for."""
        return self._own.execute_script(script, *arguments)

    def type(self, pressed: str) -> None:
        """Press keys, one after the other, whatever has the focus."""
        ActionChains(self._own).send_keys(pressed).perform()

    def touch(self, path: Sequence[Point]) -> None:
        """A finger that goes down at the first point, along the others, and up at the last, in CSS pixels."""
        bars = self.run("return outerHeight - innerHeight")
        self._screen.touch([(x, y + bars) for x, y in path])

    def close(self) -> None:
        """End the browser and its screen."""
        try:
            self._own.quit()
        finally:
            self._screen.close()
