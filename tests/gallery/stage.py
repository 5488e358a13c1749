"""Setup of the examples, once a server: content with the pseudo languages, and links to pages."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from decision_aid.content.folder import ContentFolder
from harness.aids import REAL
from tests.pseudo import with_pseudo_languages

_folder = TemporaryDirectory()
CONTENT = ContentFolder(with_pseudo_languages(REAL, Path(_folder.name)))
TOP = REAL.parent

_page_link = st.page_link


def _page_link_from_root(page: str, **options: Any) -> DeltaGenerator:
    """A link to a page of the aid, which views name by its path from the repository's top."""
    return _page_link(st.Page(TOP / page), **options)


st.page_link = _page_link_from_root
