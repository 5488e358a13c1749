"""Fields for the visit: its reason and its result, on the visit's screens and beside the chart note."""

from typing import Any

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN, LONGEST_TEXT, Answers
from decision_aid.reasoning.key_facts import MOST_OUTCOMES, named_outcomes
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.views import inputs


def reason(aid: Aid, answers: Answers) -> None:
    """The reason for the visit, in the person's words."""
    inputs.free_text(aid.words.app["visit.reason"], "together.reason", answers.visit.reason, _put("reason"))


def matters_most(aid: Aid, answers: Answers) -> None:
    """What matters most; at first the highest ratings are picked. Three fit; a fourth replaces the oldest."""
    inputs.multiple_choice(
        aid.words.app["together.matters"],
        "together.matters_most",
        {name: aid.words.outcomes[name].name for name in ratable_outcomes(aid)},
        named_outcomes(aid, answers),
        lambda before, new: _with_visit(before, "matters_most", tuple(new)[-MOST_OUTCOMES:]),
    )
    st.caption(aid.words.app["together.matters_why"].format(most=MOST_OUTCOMES))


def result(aid: Aid, answers: Answers, page: str) -> None:
    """What was chosen or left open, what comes next, and who led the visit.

    Each `page` has its own widgets: Streamlit would show a widget shared by two pages as empty on the second.
    """
    app, visit = aid.words.app, answers.visit
    options = {name: aid.words.options[name].name for name in aid.decision.options}
    outcomes = {**options, LEFT_OPEN: app["visit.left_open"]}
    yes_no = {"yes": app["yes"], "no": app["no"]}
    inputs.single_choice(app["together.decided"], f"{page}.decided", outcomes, visit.decided, _put("decided"))
    _line(app["visit.next_step"], f"{page}.next_step", visit.next_step, _put("next_step"))
    _line(app["visit.led_by"], f"{page}.led_by", visit.led_by, _put("led_by"))
    performs, put = visit.performs_procedure, _put("performs_procedure")
    inputs.single_choice(app["visit.performs"], f"{page}.performs_procedure", yes_no, performs, put)


def _line(label: str, name: str, value: str, put: session.Put) -> None:
    """Free text of one line. It is never rendered as markup."""
    st.text_input(label, max_chars=LONGEST_TEXT, **session.bind(name, value, put))


def _put(field: str) -> session.Put:
    return lambda before, value: _with_visit(before, field, value)


def _with_visit(before: Answers, field: str, value: Any) -> Answers:
    return before.model_copy(update={"visit": before.visit.model_copy(update={field: value})})
