"""A thing to weigh: the facts on an outcome, and beside them the question how much it matters."""

from functools import partial
from typing import Any

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.pages import RESULT
from decision_aid.reasoning.outlook import is_enough_rated
from decision_aid.reasoning.things_to_weigh import asking_order, shows_both_kinds, shows_people, shows_points
from decision_aid.session import fragments
from decision_aid.views import chance, comparison, inputs, prose
from decision_aid.views.expander import expander
from decision_aid.views.foot import Extra
from decision_aid.views.html import show_figure, show_note
from decision_aid.views.key_row import key_row
from decision_aid.views.screens import Screen
from decision_aid.wording.importance import importance_question, what_is_asked

ENOUGH = "enough"


def screens(aid: Aid, answers: Answers) -> list[Screen]:
    """A screen for each main outcome, in the order of this session.

    Once enough is rated for a result, the button that skips the others is named after the result.
    """
    order, app = asking_order(aid, answers.order_seed), aid.words.app
    skip = Extra(app["weigh.see_result"] if is_enough_rated(aid, answers) else app["weigh.skip"], screen=RESULT)
    return [
        Screen(
            name,
            aid.words.outcomes[name].name,
            what_is_asked(aid, name),
            partial(thing, name=name, reading_help=_how_to_read(aid, order, name)),
            over=app["weigh.over"].format(number=position, total=len(order)),
            extra=skip if position < len(order) else None,
            onward=app["weigh.see_result"] if position == len(order) else "",
        )
        for position, name in enumerate(order, start=1)
    ]


def thing(aid: Aid, answers: Answers, name: str, reading_help: str = "") -> None:
    """The figure and the question, side by side where there is room; all facts are in an expander below.

    `reading_help`: how to read the figure, where it is the first of its kind.
    """
    with st.container(key=f"thing-{name}", gap="small"):
        intro = Markup('<p class="how-to-read">{}</p>').format(reading_help) if reading_help else ""
        show_figure(Markup('<div class="thing">{}<div class="figure">{}</div></div>').format(intro, key_row(aid, name)))
        fragments.as_fragment(_question, name, ENOUGH if is_enough_rated(aid, answers) else "")
        if part := expander(answers, f"thing-{name}", aid.words.app["weigh.more"]):
            with part:
                _all_facts(aid, answers, name)


def _question(aid: Aid, answers: Answers, name: str, enough: str) -> None:
    """The question, a fragment: an answer redraws no figure; it redraws the screen only when the foot must change."""
    with st.container(key=f"rate-{name}", gap="small"):
        rating(aid, answers, name, alone=True)
    if is_enough_rated(aid, answers) != (enough == ENOUGH):
        st.rerun()


def further(aid: Aid, answers: Answers, name: str) -> None:
    """A further outcome to weigh, under its name, in a list of several."""
    st.subheader(aid.words.outcomes[name].name, anchor=False)
    st.markdown(what_is_asked(aid, name) or aid.words.outcomes[name].text)
    with st.container(key=f"thing-{name}", gap="small"):
        show_figure(Markup('<div class="thing"><div class="figure">{}</div></div>').format(key_row(aid, name)))
        with st.container(key=f"rate-{name}", gap="small"):
            rating(aid, answers, name)


def rating(aid: Aid, answers: Answers, name: str, alone: bool = False) -> None:
    """A slider that starts unset, and a "not sure" box. `alone`: whether it is the only rating on its screen."""
    value, app = answers.importance.get(name), aid.words.app
    question, change = importance_question(aid, name)

    def put(before: Answers, value: Any) -> Answers:
        others = {key: rating for key, rating in before.importance.items() if key != name}
        return before.model_copy(update={"importance": others if value is None else {**others, name: value}})

    # No Markdown in the label: the style sheet sets the second line apart.
    slider_label = f"{question}\n\n{change}" if change else question
    inputs.rating_slider(aid, slider_label, f"importance.{name}", value if isinstance(value, int) else None, put)
    show_note(app["importance_ends"])
    not_sure = session.bind(
        f"not_sure.{name}", value == NOT_SURE, lambda before, ticked: put(before, NOT_SURE if ticked else None)
    )
    label = app["not_sure"] if alone else app["not_sure_about"].format(outcome=aid.words.outcomes[name].name)
    st.checkbox(label, **not_sure)


def _all_facts(aid: Aid, answers: Answers, name: str) -> None:
    """All rows of the outcome, its facts, why studies differ, and how to read the figures."""
    st.markdown(aid.words.outcomes[name].text)
    if aid.decision.outcomes[name].rows:  # without rows, the facts are already the figure
        comparison.by_option(aid, aid.words.outcomes[name].facts)
    chance.rows(aid, answers, name)
    if shows_both_kinds(aid, name):
        prose.sections(aid, "chances", "two_kinds")
    if any(row.outcome == name for group in aid.decision.similar_studies.values() for row in group.rows):
        prose.sections(aid, "chances", "disagree")
    if aid.decision.outcomes[name].rows:
        prose.sections(aid, "chances", "how_to_read")
    prose.sections(aid, "weigh", "intro")


def _how_to_read(aid: Aid, order: tuple[str, ...], name: str) -> str:
    """How to read a figure, where it is the first of its kind in this order; else ""."""
    app = aid.words.app
    lines = (
        (shows_people, app["weigh.read_people"]),
        (shows_points, app["weigh.read_points"]),
        (shows_both_kinds, app["weigh.two_kinds"]),
    )
    return " ".join(
        line for shows, line in lines if next((outcome for outcome in order if shows(aid, outcome)), None) == name
    )
