"""Readers of every language, each of whom walks through all tests of a file."""

import pytest
from streamlit.testing.v1 import AppTest

from harness.walking import AIDS, arrive


@pytest.fixture(scope="module", params=AIDS)
def language(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def reader(language: str) -> AppTest:
    """Someone who came by a link that asks for the language."""
    return arrive(language)
