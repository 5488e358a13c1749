"""The programs that the engines need, by the names that scripts/system.sh looks for as well."""

import shutil

FIREFOX = ("firefox-esr", "firefox")
DRIVER, SCREEN, FOCUS = "WebKitWebDriver", "Xvfb", "xdotool"


def firefox_path() -> str | None:
    """Where Firefox is; None where there is none."""
    return next(filter(None, map(shutil.which, FIREFOX)), None)


def webkit_path() -> str | None:
    """Where WebKit's driver is; None where something that it needs is missing."""
    return shutil.which(DRIVER) if shutil.which(SCREEN) and shutil.which(FOCUS) else None
