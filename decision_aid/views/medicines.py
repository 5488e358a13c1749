"""A picker of medicines, by generic or brand name or as typed. It lists them and never judges them."""

from typing import Any

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import MOST_MEDICINES, Answers
from decision_aid.reasoning.medicines import group_label, group_medicines, labels, recognize
from decision_aid.views.answer_effects import result
from decision_aid.views.html import show_list
from decision_aid.wording.proper_names import as_is


def picker(aid: Aid, answers: Answers) -> None:
    """A picker of the aid's medicines, and the picked ones below; nothing where the aid has none.

    Enter takes the first match. So matches contain the typed letters in a row ("fuzzy" would turn "statin" into a
    medicine against clots), and there is no "select all", which would come first.
    """
    if not aid.medicines:
        return
    app, names = aid.words.app, labels(aid)

    def put(before: Answers, value: Any) -> Answers:
        return before.model_copy(update={"medicines": recognize(aid, value)})

    st.multiselect(
        app["medicines.pick"],
        list(names),
        format_func=lambda name: names.get(name, name),
        placeholder=app["medicines.placeholder"],
        accept_new_options=True,
        max_selections=MOST_MEDICINES,
        filter_mode="contains",
        select_all=False,
        **session.bind("medicines", list(recognize(aid, answers.medicines)), put),
    )
    st.caption(f"{app['why_we_ask'].format(why=app['medicines.why'])} {app['medicines.unchecked']}")
    _picked_list(aid, answers)
    st.markdown(f"**{app['medicines.remember']}**")


def _picked_list(aid: Aid, answers: Answers) -> None:
    """The picked medicines by group. Names are shown as text, never as markup."""
    line = Markup("{}: <strong>{}</strong>")
    lines = [
        line.format(group_label(aid, group), Markup(", ").join(map(as_is, names)))
        for group, names in group_medicines(aid, answers).items()
    ]
    if lines:
        with result("medicines"):
            show_list(lines, "medicines")
