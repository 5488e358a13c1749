"""The frame: reads the content, lists the pages, and puts the same head and foot round each of them."""

import sys

import streamlit as st

from decision_aid import session
from decision_aid.content.load import ContentFaults
from decision_aid.views import frame, unavailable

STEPS = ("welcome", "situation", "options", "chances", "procedure", "priorities", "readiness", "questions")
VISIT = ("together", "record")
ABOUT = ("clinicians", "evidence", "about")

try:
    aid = session.aid()
except ContentFaults as faults:
    print(faults, file=sys.stderr)
    unavailable.show()
    st.stop()

pages = {step: st.Page(f"pages/journey/{step}.py", title=aid.words.pages[step].menu, url_path=step) for step in STEPS}
pages |= {name: st.Page(f"pages/visit/{name}.py", title=aid.words.pages[name].menu, url_path=name) for name in VISIT}
pages |= {name: st.Page(f"pages/about/{name}.py", title=aid.words.pages[name].menu, url_path=name) for name in ABOUT}
chosen = st.navigation(
    {
        aid.words.app["menu_steps"]: [pages[name] for name in STEPS],
        aid.words.app["menu_visit"]: [pages[name] for name in VISIT],
        aid.words.app["menu_about"]: [pages[name] for name in ABOUT],
    },
    position="top",
)
here = next(name for name, page in pages.items() if page == chosen)

session.note_opened(here)
frame.open_page(aid, session.answers(), here, STEPS)
chosen.run()
frame.close_page(aid, here, STEPS, pages)
