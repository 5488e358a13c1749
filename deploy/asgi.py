"""The aid as an ASGI app, for a server of one's own: `uvicorn deploy.asgi:app` from the top of the repository.

Round `app.py` it puts: the first words of each page in the HTML, files compressed ahead of time, security headers, and
answers for health checks. See docs/decisions/0014-asgi-entry.md.
"""

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from decision_aid import served, session, style
from decision_aid.first_run import run_once
from decision_aid.served import Served
from deploy import ROOT, health
from deploy.capacity import Capacity
from deploy.fixed import FixedContent
from deploy.headers import SecurityHeaders
from deploy.sights import Sights

# Nobody edits the program where it serves. Streamlit otherwise looks through all modules after every run, which takes a
# fifth of the processor's time with many people.
config.set_option("server.fileWatcherType", "none")

# A service's own color stands in the settings before anything is made from them.
style.apply_accent(session.content.site.accent)

sights = Sights(session.content)
# The first sights name the sheet as a file, since every visit would wait for it over the websocket.
served.declare(Served(style_sheet=bool(sights.languages), booklet=True))
app = st.App(
    ROOT / "app.py",
    lifespan=run_once,
    routes=health.routes(sights),
    middleware=[
        Middleware(Capacity),
        Middleware(SecurityHeaders, inline=sights.scripts),
        Middleware(FixedContent, sights=sights),
    ],
)
