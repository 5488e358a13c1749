"""The aid as an ASGI app, for a server of one's own: `uvicorn deploy.asgi:app` from the top of the repository.

Round `app.py` it puts: the first words of each page in the HTML, files compressed ahead of time, security headers, and
answers for health checks. See docs/decisions/0014-asgi-entry.md.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config, runtime

from decision_aid import session
from deploy import ROOT, health
from deploy.fixed import FixedContent
from deploy.headers import SecurityHeaders
from deploy.sights import Sights

# Nobody edits the program where it serves. Streamlit otherwise looks through all modules after every run, which takes a
# fifth of the processor's time with many people.
config.set_option("server.fileWatcherType", "none")


@asynccontextmanager
async def run_once(_: st.App) -> AsyncIterator[None]:
    """Run the script once before anyone comes.

    So the first visitor does not wait for the content and the libraries; and Streamlit has met `st.navigation`, without
    which it would show "Page not found" to a first visitor who comes by the address of a page.
    """
    runs, why = await runtime.get_instance().does_script_run_without_error()
    if not runs:
        print(f"app.py did not run through at the start: {why}", file=sys.stderr)
    yield


sights = Sights(session.content)
app = st.App(
    ROOT / "app.py",
    lifespan=run_once,
    routes=health.routes(sights),
    middleware=[Middleware(SecurityHeaders, inline=sights.scripts), Middleware(FixedContent, sights=sights)],
)
