"""Brings what leaves the aid: a button asks by name, and it comes over the open connection, as data of a component.

It stands in the frame, as a part by itself: it is drawn alone once it is asked, and goes on when a page is left.
"""

import logging
from base64 import b64encode
from typing import Any

import streamlit as st

from decision_aid import session
from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import PAGES
from decision_aid.session import fragments
from decision_aid.views.what_leaves import WHAT_LEAVES
from decision_aid.wording.interface_words import LEAVE

_courier = component(
    "courier",
    html='<p role="status" hidden></p>',
    css=read_beside(__file__, "courier.css"),
    js=read_beside(__file__, "courier.js"),
)


def stand_by(here: str) -> None:
    """Once a page, above all that asks; `here` is the page."""
    with st.container(key="standing-by"):
        fragments.as_fragment(courier, here)


def courier(aid: Aid, answers: Answers, here: str) -> None:
    """Bring what has just been asked for. It is made once for each time it is asked for, and kept nowhere."""
    asked = session.component_value("courier", "asked")
    data = {
        "words": {name: aid.words.variant(LEAVE, name) for name in LEAVE.ids},
        "page": here,
        "pages": list(PAGES),
        "given": given(aid, answers, asked),
    }
    _courier(data=data, key="courier", on_asked_change=lambda: None, height="content")


def given(aid: Aid, answers: Answers, asked: Any) -> dict[str, Any] | None:
    """What goes to the browser, in base64, under the id of what it asked for; `failed` where it could not be made.

    None where nothing was asked for, or another session was asked: this one may not have the answers yet.
    """
    if not isinstance(asked, dict) or asked.get("session") != session.session_id():
        return None
    name = asked.get("id")
    try:
        leaving = WHAT_LEAVES[asked["what"]]
        made = leaving.make(aid, answers, asked.get("of"))
    except Exception:
        logging.getLogger(__name__).exception("what was asked for could not be made")
        return {"id": name, "failed": True}
    content = made.encode() if isinstance(made, str) else made
    return {
        "id": name,
        "file": leaving.name(asked.get("of")),
        "kind": leaving.kind,
        "bytes": b64encode(content).decode(),
    }
