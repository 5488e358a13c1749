"""What the examples stand on, made once a server: content that speaks the pseudo languages too, and links to pages."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from decision_aid.content.folder import ContentFolder
from harness.aids import REAL
from tests.pseudo import content_with

_folder = TemporaryDirectory()
CONTENT = ContentFolder(content_with(REAL, Path(_folder.name)))
TOP = REAL.parent

_page_link = st.page_link


def _from_the_top(page: str, **given: Any) -> DeltaGenerator:
    """A link to a page of the aid. Views name it from the top of the repository, where the aid's own script stands."""
    return _page_link(st.Page(TOP / page), **given)


st.page_link = _from_the_top
