"""Servers of the aid and of empty Streamlit apps, each in both ways: `streamlit run`, and behind uvicorn.

The empty apps have the aid's settings, so that what differs is the aid.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from deploy import ROOT
from harness.serving import Server, by_streamlit, by_uvicorn, served

WAYS = {False: "streamlit run", True: "uvicorn"}
EMPTY = 'import streamlit as st\nst.title("Empty")\n'
PAGE = EMPTY + 'if st.button("Go on"):\n    st.title("Gone on")\n'
BUTTON = EMPTY + 'st.button("Go on")\n'
SLIDER = EMPTY + 'st.select_slider("How much?", ["unset", *range(11)], format_func=str, key="asked")\n'
PILLS = EMPTY + 'st.pills("Which?", ["one", "other"], key="asked")\n'
FOLD = EMPTY + 'st.expander("Go on", on_change="rerun", key="more")\n'
TWO_PAGES = """import streamlit as st

def show(): st.title("Here")

first, second = (st.Page(show, title=name, url_path=name.lower()) for name in ("One", "Other"))
st.navigation({"First": [first], "Second": [second]}, position="top").run()
"""
NO_LOG = "--no-access-log"
BARE = 'import streamlit as st\napp = st.App("empty.py")\n'


@contextmanager
def empty_app(asgi: bool, script: str = PAGE) -> Iterator[Server]:
    """A server of an empty app; it ends with the block."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "empty.py").write_text(script, encoding="utf-8")
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
        (folder / "static").mkdir()
        own = by_uvicorn("bare:app", NO_LOG, folder=folder) if asgi else by_streamlit(str(folder / "empty.py"))
        with served(own):
            yield own


@contextmanager
def aid_app(asgi: bool) -> Iterator[Server]:
    """A server of the aid; it ends with the block."""
    own = by_uvicorn("deploy.asgi:app", NO_LOG) if asgi else by_streamlit("app.py")
    with served(own):
        yield own
