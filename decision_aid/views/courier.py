"""Delivers exports to the browser: a button requests one by name, and it comes over the open connection.

It is a fragment of the frame: a request reruns it alone, and it goes on when the page is left.
"""

import logging
from base64 import b64encode
from typing import Any

import streamlit as st

from decision_aid import reader, session
from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import PAGES
from decision_aid.session import fragments
from decision_aid.views.export_catalog import EXPORTS
from decision_aid.wording.interface_words import LEAVE

_courier = component(
    "courier",
    html='<p role="status" hidden></p>',
    css=read_beside(__file__, "courier.css"),
    js=read_beside(__file__, "courier.js"),
)


def draw_once(here: str) -> None:
    """Draw the courier once per page, above everything that makes requests. `here`: the id of the page."""
    with st.container(key="standing-by"):
        fragments.as_fragment(courier, here)


def courier(aid: Aid, answers: Answers, here: str) -> None:
    """Answer the newest request. The export is made anew for each request and stored nowhere."""
    request = session.component_value("courier", "asked")
    data = {
        "words": {name: aid.words.variant(LEAVE, name) for name in LEAVE.ids},
        "page": here,
        "pages": list(PAGES),
        "given": response(aid, answers, request),
    }
    _courier(data=data, key="courier", on_asked_change=lambda: None, height="content")


def response(aid: Aid, answers: Answers, request: Any) -> dict[str, Any] | None:
    """The export for a request: its id, and the file in base64, or `failed` where it could not be made.

    None without a request, or where it is for another session: this one may not have the answers yet.
    """
    if not isinstance(request, dict) or request.get("session") != session.session_id():
        return None
    request_id = request.get("id")
    try:
        recipe = EXPORTS[request["what"]]
        export = recipe.make(aid, answers, request.get("of"))
    except Exception:
        logging.getLogger(__name__).exception("a requested export could not be made")
        return {"id": request_id, "failed": True}
    content = export.encode() if isinstance(export, str) else export
    return {
        "id": request_id,
        "file": recipe.name(aid, request.get("of"), reader.now()),
        "kind": recipe.kind,
        "bytes": b64encode(content).decode(),
    }
