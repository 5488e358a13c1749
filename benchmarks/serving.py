"""Servers of the aid and of empty Streamlit apps, each in both ways: `streamlit run`, and behind uvicorn.

The empty apps have the aid's settings, so that what differs is the aid.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryDirectory

from deploy import server
from deploy.nginx import HOST
from tests.browser.visiting import HEALTH, ROOT, Server, free_port

PAGE = 'import streamlit as st\nst.title("Empty")\nif st.button("Go on"):\n    st.title("Gone on")\n'
SLIDER = (
    'import streamlit as st\nst.title("Empty")\n'
    'st.select_slider("How much?", ["unset", *range(11)], format_func=str, key="asked")\n'
)
PILLS = 'import streamlit as st\nst.title("Empty")\nst.pills("Which?", ["one", "other"], key="asked")\n'
BUTTON = 'import streamlit as st\nst.title("Empty")\nst.button("Go on", key="asked")\n'
TWO_PAGES = """import streamlit as st

def show(): st.title("Here")

one, other = (st.Page(show, title=name, url_path=name.lower()) for name in ("One", "Other"))
st.navigation({"First": [one], "Second": [other]}, position="top").run()
"""
BARE = 'import streamlit as st\napp = st.App("empty.py")\n'


class Uvicorn(server.Server):
    """A server of an ASGI app in a folder, on a free port of its own."""

    def __init__(self, app: str, folder: Path = ROOT) -> None:
        port = free_port()
        self.address = f"http://{HOST}:{port}"
        command = [sys.executable, "-m", "uvicorn", app, "--host", HOST, "--port", str(port), "--no-access-log"]
        super().__init__(command, folder=folder, output=DEVNULL)


@contextmanager
def empty_app(asgi: bool, script: str = PAGE) -> Iterator[Server | Uvicorn]:
    """A server, not yet started, of an empty app; it ends with the block."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "empty.py").write_text(script, encoding="utf-8")
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
        (folder / "static").mkdir()
        with _ending(Uvicorn("bare:app", folder) if asgi else Server(str(folder / "empty.py"))) as own:
            yield own


@contextmanager
def aid_app(asgi: bool) -> Iterator[Server | Uvicorn]:
    """A server, not yet started, of the aid; it ends with the block."""
    with _ending(Uvicorn("deploy.asgi:app") if asgi else Server("app.py")) as own:
        yield own


@contextmanager
def _ending(own: Server | Uvicorn) -> Iterator[Server | Uvicorn]:
    try:
        yield own
    finally:
        own.kill()


def start(own: Server | Uvicorn) -> None:
    """Start a server and wait until it answers."""
    own.keep_up()
    own.await_answer(f"{own.address}{HEALTH}")
