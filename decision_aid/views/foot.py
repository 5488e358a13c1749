"""The foot of every screen: back, at most one quiet extra, one filled button onward; then a line on this version."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import streamlit as st
from markupsafe import Markup

from decision_aid import address, session
from decision_aid.address import SCREEN
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, PAGES, STEPS
from decision_aid.session.callbacks import uninterrupted
from decision_aid.views import glossary
from decision_aid.views.html import show_html
from decision_aid.wording.dates import day


@dataclass(frozen=True)
class Extra:
    """A quiet second button: to a screen of the same step, or to another page."""

    label: str
    screen: str = ""
    page: str = ""


def foot(
    aid: Aid,
    here: str,
    before: str = "",
    after: str = "",
    extra: Extra | None = None,
    onward: str = "",
    finish: Callable[[], None] | None = None,
) -> None:
    """The foot of a screen. `before` and `after`: the ids of its neighbors within the step, "" at the step's ends.

    `onward`: the label of the button onward. `finish` draws the filled button of the last step.
    """
    app, (step_before, step_after) = aid.words.app, _neighbors(here)
    with st.container(key="foot"):
        with st.container(horizontal=True, key="onward", vertical_alignment="center"):
            if before:
                _to_screen(app["back"], "back", before)
            elif step_before:
                _to_page(app["back"], "back", step_before, session.opened_item(step_before))
            if extra and extra.screen:
                _to_screen(extra.label, "skip", extra.screen)
            elif extra:
                _to_page(extra.label, "skip", extra.page)
            if after:
                _to_screen(onward or app["onward"], "next", after)
            elif step_after:
                _to_page(onward or app["next"].format(page=aid.words.pages[step_after].menu), "next", step_after)
            elif finish:
                with st.container(key="finish", width="content"):
                    finish()
        with st.container(horizontal=True, key="imprint", vertical_alignment="center"):
            show_html(Markup('<p class="imprint">{}</p>').format(_imprint(aid)))
            _clear(aid)
            glossary.words_on_this_page(aid, here)


def _to_screen(label: str, key: str, screen: str) -> None:
    kind: Literal["tertiary", "secondary"] = "tertiary" if key == "skip" else "secondary"
    st.button(label, key=key, type=kind, on_click=uninterrupted(address.go_to, screen))


def _to_page(label: str, key: str, page: str, screen: str = "") -> None:
    with st.container(key=key, width="content"):
        st.page_link(PAGES[page].file, label=label, query_params={SCREEN: screen} if screen else None)


def _neighbors(here: str) -> tuple[str, str]:
    """The steps before and after, "" for none; a page that is no step has the first step before it."""
    if here not in STEPS:
        return FIRST, ""
    index = STEPS.index(here)
    return (STEPS[index - 1] if index else "", STEPS[index + 1] if index + 1 < len(STEPS) else "")


def _clear(aid: Aid) -> None:
    """A button that clears all answers, behind a confirmation against slips."""
    app = aid.words.app
    with st.popover(app["clear"], type="tertiary"):
        st.markdown(app["clear.what"])
        st.button(app["clear.sure"], key="clear", on_click=uninterrupted(session.clear))


def _imprint(aid: Aid) -> str:
    decision = aid.decision
    return aid.words.app["imprint"].format(version=decision.version, evidence_date=day(aid, decision.evidence_updated))
