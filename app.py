"""The frame: reads the content, lists the pages, and puts the same head and foot round each of them."""

import sys
import traceback
from functools import partial

import streamlit as st

from decision_aid import session, style
from decision_aid.content.load import ContentFaults
from decision_aid.first_run import run_once_and_open
from decision_aid.pages import MOVED, PAGES, SECTIONS, STEPS
from decision_aid.views import frame, unavailable
from decision_aid.wording.interface_words import MENU


def show() -> None:
    """The page that a person has asked for."""
    try:
        session.begin_run()
        aid = session.aid()
    except Exception as error:
        # Whatever it is, a person gets the calm page, and the makers what they need to mend it.
        print(error if isinstance(error, ContentFaults) else traceback.format_exc(), file=sys.stderr)
        unavailable.show()
        st.stop()

    pages = {name: st.Page(page.file, title=aid.words.pages[name].menu, url_path=name) for name, page in PAGES.items()}
    menu = {aid.words.variant(MENU, section): [pages[name] for name in names] for section, names in SECTIONS.items()}
    moved = [
        st.Page(partial(st.switch_page, pages[now]), url_path=before, title=before, visibility="hidden")
        for before, now in MOVED.items()
    ]
    chosen = st.navigation({**menu, "": moved}, position="top")
    if chosen in moved:
        chosen.run()
    here = next(name for name, page in pages.items() if page == chosen)

    if here not in STEPS:  # what of a step was seen, its screens know
        session.note_opened(here)
    frame.open_page(aid, session.answers(), here)
    session.outlook()  # held from here on: whatever on the page asks what the answers point to, it is made once
    chosen.run()
    frame.close_page(aid, here)


if __name__ == "__main__":  # Streamlit runs this file for each person
    show()
else:  # `streamlit run app.py` looks for this in it, and serves it
    style.apply_accent(session.content.site.accent)
    app = st.App(__file__, lifespan=run_once_and_open)
