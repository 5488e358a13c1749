"""Readers in each language; all tests of a file run for one language after the other."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from harness.walking import AIDS, arrive


@pytest.fixture(scope="session", autouse=True)
def scan_packages_once() -> Iterator[None]:
    """Cache Streamlit's scan of installed packages for components: per AppTest it takes longer than any page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="module", params=AIDS)
def language(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def reader(language: str) -> AppTest:
    """The aid opened by a link that asks for the language."""
    return arrive(language)
