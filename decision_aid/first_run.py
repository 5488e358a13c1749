"""What is done at the start of a server, before anyone comes."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from streamlit import runtime

from decision_aid import open_files


@asynccontextmanager
async def run_once(_: st.App) -> AsyncIterator[None]:
    """Take as many open files as the system gives, and run the script once: nobody waits for content and libraries.

    Streamlit also meets `st.navigation` in it. Until then a folder named `pages/` beside the script has it run its
    older way first, which tells the browser of another page: a first visitor by the address of a page saw "Page not
    found", and who came back to a new server lost what they had typed (docs/decisions/0005-pages-one-folder-deep.md).
    """
    open_files.prepare()
    runs, why = await runtime.get_instance().does_script_run_without_error()
    if not runs:
        print(f"The pages did not run through at the start: {why}", file=sys.stderr)
    yield
