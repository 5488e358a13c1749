"""One server and one browser for all browser tests; each test opens its own window."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from harness.serving import ForkedServer, by_streamlit, by_uvicorn, served
from harness.visiting import NO_BROWSER, browser_path, chromium

OpenPage = Callable[..., Page]
Scheme = Literal["light", "dark"]
FORGET = "location.protocol.startsWith('http') && localStorage.clear()"
"""Streamlit stores in the browser whether its side menu was open."""

# A page holds each message to the page around it against these hosts. Outside of a frame it is that page itself: the
# usual 16 patterns, made anew for each message, take a twentieth of what a page costs the processor.
os.environ["STREAMLIT_CLIENT_ALLOWED_ORIGINS"] = "https://share.streamlit.io"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not browser_path():
        pytest.fail(NO_BROWSER, pytrace=False)
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the aid."""
    with served(by_streamlit("app.py")) as address:
        yield address


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The log file of `own_server`."""
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="module")
def own_server(log: Path) -> Iterator[str]:
    """The address of the aid served by our ASGI app, of which no page has been requested yet."""
    with log.open("w") as log_file, served(by_uvicorn("deploy.asgi:app", log=log_file, kind=ForkedServer)) as address:
        yield address


@pytest.fixture(scope="session")
def aid() -> Aid:
    return load(session.CONTENT, "en")


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """The browser profile that all windows share, with its cache. Each tab has its own session storage."""
    with browser.new_context(reduced_motion="reduce", locale="en-US") as opened:
        yield opened


def opener(profile: BrowserContext) -> Iterator[OpenPage]:
    opened = []

    def open_page(width: int = 1280, height: int = 900, scheme: Scheme = "light") -> Page:
        page = profile.new_page()
        opened.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        return page

    yield open_page
    for page in opened:
        if not page.is_closed():
            page.evaluate(FORGET)
            page.close()


@pytest.fixture(name="page")
def page_for_one_test(profile: BrowserContext) -> Iterator[OpenPage]:
    """Open a window of a size and a color scheme, with no answers of another test."""
    yield from opener(profile)


@pytest.fixture(scope="module")
def lasting_page(profile: BrowserContext) -> Iterator[OpenPage]:
    """The same, for windows that several tests of a file share."""
    yield from opener(profile)
