"""Work at the start of a server, before the first visitor."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from streamlit import config, runtime
from streamlit.cli_util import open_browser
from streamlit.web.server.server_util import get_url

from decision_aid import open_files

SOON = 0.5
"""Seconds until the browser window opens; meanwhile the server begins to listen."""


@asynccontextmanager
async def run_once(_: st.App) -> AsyncIterator[None]:
    """Raise the limit of open files, and run the script once, so that no visitor waits for content and libraries.

    Streamlit also learns of `st.navigation` by it. Until then a folder `pages/` beside the script makes it use its
    older navigation first: a first visitor by the address of a page saw "Page not found", and a returning visitor on a
    new server lost what they had typed (docs/decisions/0005-pages-one-folder-deep.md).
    """
    open_files.prepare()
    runs, why = await runtime.get_instance().does_script_run_without_error()
    if not runs:
        print(f"The pages did not run through at the start: {why}", file=sys.stderr)
    yield


@asynccontextmanager
async def run_once_and_open(aid: st.App) -> AsyncIterator[None]:
    """Like `run_once`, then open a browser unless headless: for an `st.App` Streamlit opens none."""
    async with run_once(aid):
        if not config.get_option("server.headless"):
            asyncio.get_running_loop().call_later(SOON, open_browser, get_url("localhost"))
        yield
