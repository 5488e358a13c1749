"""Navigation between the screens of a page: two buttons, and the left and right arrow keys."""

from collections.abc import Sequence

import streamlit as st

from decision_aid import session
from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.session.callbacks import uninterrupted

_keys = component(
    "turning",
    html='<p role="status"></p>',
    css="p { margin: 0; font-weight: 600; }",
    js=read_beside(__file__, "screen_navigation.js"),
)


def navigation(aid: Aid, page: str, screens: Sequence[str], screen: int, after: str) -> None:
    """The number of the screen, and the buttons back and next; `after` is the page that follows the last screen.

    `screens`: the sections at the start of the screens. After a move the heading of the new one has the focus.
    """
    app = aid.words.app
    with st.container(horizontal=True, vertical_alignment="center", key=f"turning-{page}"):
        position = app["together.screen"].format(number=screen + 1, total=len(screens))
        selector = f".st-key-section-{page}-{screens[screen]}"
        _keys(data={"screen": selector, "where": position}, key=f"keys-{page}", width="content", height="content")
        _button(app["together.back"], "turn-back", page, screen - 1, off=screen == 0)
        if screen + 1 < len(screens):
            _button(app["together.next"], "turn-next", page, screen + 1)
        else:
            with st.container(key="next", width="content"):
                label = app["next"].format(page=aid.words.pages[after].menu)
                st.page_link(PAGES[after].file, label=label)
        st.caption(app["together.keys"])


def _button(label: str, key: str, page: str, screen: int, off: bool = False) -> None:
    st.button(label, key=key, disabled=off, on_click=uninterrupted(session.show_screen, page, screen))
