"""Firefox and WebKit, a window of each at two widths, and a server that can be killed."""

from collections.abc import Iterator

import pytest

from decision_aid.model.aid import Aid
from harness.aids import real_aid
from harness.engines.firefox import Firefox
from harness.engines.programs import firefox_path, webkit_path
from harness.engines.webkit import WebKit
from harness.engines.window import Window
from harness.serving import Server, by_uvicorn, ending

ENGINES = {"firefox": (firefox_path, Firefox), "webkit": (webkit_path, WebKit)}
SIZES = {390: 844, 1280: 900}
NO_ENGINE = "{} was not found. `make engines` installs what it needs, or says how to."


@pytest.hookimpl(tryfirst=True)  # before the plugin that looks for groups
def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Each engine in a process of the tests of its own."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(item.callspec.params["engine"]))


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """An engine."""
    path, start = ENGINES[request.param]
    if not path():
        pytest.fail(NO_ENGINE.format(request.param), pytrace=False)
    window = start(tmp_path_factory.mktemp(request.param))
    yield window
    window.close()


@pytest.fixture(scope="session", params=SIZES)
def window(engine: Window, request: pytest.FixtureRequest) -> Window:
    """Its window, as wide as a phone or a laptop."""
    engine.size(request.param, SIZES[request.param])
    return engine


@pytest.fixture(scope="session")
def mortal() -> Iterator[Server]:
    with ending(by_uvicorn("harness.engines.watched:app")) as own:
        yield own


@pytest.fixture
def server(mortal: Server) -> Server:
    """A server of one's own, to be killed. The next test finds it alive."""
    mortal.start()
    return mortal


@pytest.fixture(autouse=True)
def unheard(window: Window, server: Server) -> Iterator[None]:
    """No program of a page complains of anything, in any test."""
    yield
    assert window.errors() == []


@pytest.fixture(scope="session")
def aid() -> Aid:
    return real_aid()
