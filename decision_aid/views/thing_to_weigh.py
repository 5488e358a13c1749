"""A thing to weigh: what is known of an outcome, and beside it the question how much that matters."""

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
from decision_aid.views import asking, chance, comparison, prose
from decision_aid.views.folded import folded
from decision_aid.views.foot import Extra
from decision_aid.views.html import show_figure, show_note
from decision_aid.views.key_row import key_row
from decision_aid.views.screens import Screen
from decision_aid.wording.importance import importance_question, what_is_asked

ENOUGH = "enough"


def screens(aid: Aid, answers: Answers) -> list[Screen]:
    """A screen for each main outcome, in the person's own order.

    Once enough is rated for the answers to point somewhere, the way past the rest is called by what it leads to.
    """
    order, app = asking_order(aid, answers.order_seed), aid.words.app
    past = Extra(app["weigh.see_result"] if is_enough_rated(aid, answers) else app["weigh.skip"], screen=RESULT)
    return [
        Screen(
            name,
            aid.words.outcomes[name].name,
            what_is_asked(aid, name),
            partial(thing, name=name, told=_how_to_read(aid, order, name)),
            over=app["weigh.over"].format(number=place, total=len(order)),
            extra=past if place < len(order) else None,
            onward=app["weigh.see_result"] if place == len(order) else "",
        )
        for place, name in enumerate(order, start=1)
    ]


def thing(aid: Aid, answers: Answers, name: str, told: str = "") -> None:
    """The figure and the question, side by side where there is room; all that is known of it opens below.

    `told`: how to read the figure, where it is the first of its kind.
    """
    with st.container(key=f"thing-{name}", gap="small"):
        how = Markup('<p class="how-to-read">{}</p>').format(told) if told else ""
        show_figure(Markup('<div class="thing">{}<div class="figure">{}</div></div>').format(how, key_row(aid, name)))
        fragments.as_fragment(_question, name, ENOUGH if is_enough_rated(aid, answers) else "")
        if part := folded(answers, f"thing-{name}", aid.words.app["weigh.more"]):
            with part:
                _everything(aid, answers, name)


def _question(aid: Aid, answers: Answers, name: str, enough: str) -> None:
    """A part by itself: an answer draws no figure anew, but the whole screen where its foot has to change."""
    with st.container(key=f"rate-{name}", gap="small"):
        rating(aid, answers, name, alone=True)
    if is_enough_rated(aid, answers) != (enough == ENOUGH):
        st.rerun()


def further(aid: Aid, answers: Answers, name: str) -> None:
    """One more thing that can be weighed, under its name, where several stand below each other."""
    st.subheader(aid.words.outcomes[name].name, anchor=False)
    st.markdown(what_is_asked(aid, name) or aid.words.outcomes[name].text)
    with st.container(key=f"thing-{name}", gap="small"):
        show_figure(Markup('<div class="thing"><div class="figure">{}</div></div>').format(key_row(aid, name)))
        with st.container(key=f"rate-{name}", gap="small"):
            rating(aid, answers, name)


def rating(aid: Aid, answers: Answers, name: str, alone: bool = False) -> None:
    """One slider that starts unset, and "not sure" as an answer of its own. `alone`: it is the one on its screen."""
    given, app = answers.importance.get(name), aid.words.app
    question, change = importance_question(aid, name)

    def put(before: Answers, value: Any) -> Answers:
        others = {key: kept for key, kept in before.importance.items() if key != name}
        return before.model_copy(update={"importance": others if value is None else {**others, name: value}})

    heard = f"{question}\n\n{change}" if change else question  # no signs of Markdown: the style sets it apart
    asking.scale(aid, heard, f"importance.{name}", given if isinstance(given, int) else None, put)
    show_note(app["importance_ends"])
    unsure = session.bind(
        f"not_sure.{name}", given == NOT_SURE, lambda before, ticked: put(before, NOT_SURE if ticked else None)
    )
    label = app["not_sure"] if alone else app["not_sure_about"].format(outcome=aid.words.outcomes[name].name)
    st.checkbox(label, **unsure)


def _everything(aid: Aid, answers: Answers, name: str) -> None:
    """All rows of the outcome, its facts, why studies differ, and what experts make of it."""
    st.markdown(aid.words.outcomes[name].text)
    if aid.decision.outcomes[name].rows:  # else its facts are the figure itself
        comparison.by_option(aid, aid.words.outcomes[name].facts)
    chance.rows(aid, answers, name)
    if shows_both_kinds(aid, name):
        prose.sections(aid, "chances", "two_kinds")
    if any(shown.outcome == name for group in aid.decision.similar_studies.values() for shown in group.rows):
        prose.sections(aid, "chances", "disagree")
    if aid.decision.outcomes[name].rows:
        prose.sections(aid, "chances", "how_to_read")
    prose.sections(aid, "weigh", "intro")


def _how_to_read(aid: Aid, order: tuple[str, ...], name: str) -> str:
    """What has to be known to read a figure, where it is the first of its kind in the person's order."""
    app = aid.words.app
    lines = (
        (shows_people, app["weigh.read_people"]),
        (shows_points, app["weigh.read_points"]),
        (shows_both_kinds, app["weigh.two_kinds"]),
    )
    return " ".join(line for shows, line in lines if next((one for one in order if shows(aid, one)), None) == name)
