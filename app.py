"""The entry point: loads the content, lists the pages, and puts the same head and foot around each of them."""

import sys
import traceback

import streamlit as st

from decision_aid import session, style
from decision_aid.content.load import ContentFaults
from decision_aid.first_run import run_once_and_open
from decision_aid.pages import FIRST, NOWHERE, PAGES, SECTIONS, STEPS
from decision_aid.views import frame, moved, no_page, unavailable
from decision_aid.wording.interface_words import MENU


def show() -> None:
    """Draw the page that was asked for."""
    try:
        session.begin_run()
        aid = session.aid()
    except Exception as error:
        # Whatever the fault, visitors see a calm page, and the log has what its makers need to fix it.
        print(error if isinstance(error, ContentFaults) else traceback.format_exc(), file=sys.stderr)
        unavailable.show()
        st.stop()

    pages = {
        name: st.Page(
            entry.file, title=aid.words.pages[name].menu, url_path="" if name == FIRST else name, default=name == FIRST
        )
        for name, entry in PAGES.items()
    }
    menu = {aid.words.variant(MENU, section): [pages[name] for name in names] for section, names in SECTIONS.items()}
    leading_on = moved.leading_on(aid, pages)
    page = st.navigation({**menu, "": [*leading_on, *no_page.pages_of_nothing(aid)]}, position="top")
    if page in leading_on:
        page.run()
    page_id = next((name for name, listed in pages.items() if listed == page), NOWHERE)

    if page_id in PAGES and page_id not in STEPS:  # a step's screens note by themselves what was opened
        session.note_opened(page_id)
    frame.open_page(aid, session.answers(), page_id)
    session.outlook()  # computed once here and cached for everything on the page that needs it
    page.run()
    frame.close_page(aid, page_id)


if __name__ == "__main__":  # Streamlit runs this file as a script for each session
    show()
else:  # `streamlit run app.py` finds `app` here and serves it
    style.apply_accent(session.content.site.accent)
    app = st.App(__file__, lifespan=run_once_and_open)
