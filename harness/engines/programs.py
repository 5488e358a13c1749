"""The programs that the engines need, by the names that scripts/system.sh looks for as well."""

import shutil

FIREFOX = ("firefox-esr", "firefox")
DRIVER, SCREEN, FOCUS = "WebKitWebDriver", "Xorg", "xdotool"


def firefox_path() -> str | None:
    """Where Firefox is; None where it or something that it needs is missing."""
    return _first(FIREFOX)


def webkit_path() -> str | None:
    """Where WebKit's driver is; None where it or something that it needs is missing."""
    return _first((DRIVER,))


def _first(names: tuple[str, ...]) -> str | None:
    has_screen = shutil.which(SCREEN) and shutil.which(FOCUS)
    return next(filter(None, map(shutil.which, names)), None) if has_screen else None
