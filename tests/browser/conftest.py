"""One server and one browser for all browser tests; each test opens its own window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from harness.serving import by_streamlit, by_uvicorn, served
from harness.visiting import NO_BROWSER, browser_path, chromium, settle

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not browser_path():
        pytest.fail(NO_BROWSER, pytrace=False)
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def site(browser: Browser) -> Iterator[str]:
    """The address of the aid. Its front page has been seen once: before that, Streamlit knows no other page."""
    with served(by_streamlit("app.py")) as address:
        first = browser.new_page()
        first.goto(address)
        settle(first)
        first.close()
        yield address


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the server of one's own has written down."""
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="module")
def own_server(browser: Browser, log: Path) -> Iterator[str]:
    """The address of the aid as a server of one's own serves it. Nobody has asked for a page of it."""
    with log.open("w") as written, served(by_uvicorn("deploy.asgi:app", log=written)) as address:
        yield address


@pytest.fixture(scope="session")
def aid() -> Aid:
    return load(session.CONTENT, "en")


def opener(browser: Browser) -> Iterator[OpenPage]:
    opened = []

    def open_page(width: int = 1280, height: int = 900, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        opened.append(context)
        return context.new_page()

    yield open_page
    for context in opened:
        context.close()


@pytest.fixture(name="page")
def page_for_one_test(browser: Browser) -> Iterator[OpenPage]:
    """Open a window of a size and a color scheme, with nothing kept from another test."""
    yield from opener(browser)


@pytest.fixture(scope="module")
def lasting_page(browser: Browser) -> Iterator[OpenPage]:
    """The same, for windows that several tests of a file look at."""
    yield from opener(browser)
