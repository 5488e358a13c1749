"""Your situation: one group of questions a screen. It is asked and never judged, and nothing has to be answered."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import PAGES, STEPS
from decision_aid.session import fragments
from decision_aid.views import asking, medicines
from decision_aid.views.folded import folded
from decision_aid.views.foot import Extra
from decision_aid.views.html import show_html, show_note
from decision_aid.views.screens import Screen

STEP = "situation"
BEFORE_SKIPPING = 2
"""The groups that are on the way of everyone; after them the rest can be skipped with one press."""


FEW_QUESTIONS = 2
"""So many questions each tell beside them why they are asked; of more, a line tells it for all."""


def screens(aid: Aid) -> list[Screen]:
    """A screen for each group, in the content's order."""
    words, groups = aid.words.pages[STEP], aid.words.situation_groups
    following = STEPS[STEPS.index(STEP) + 1]
    label = aid.words.app["skip_to"].format(page=aid.words.pages[following].menu)
    skip = Extra(label, page=PAGES[following].id)
    last = len(groups) - 1
    return [
        Screen(
            group,
            title,
            words.purpose if place == 0 else "",
            partial(_group, group=group),
            extra=skip if BEFORE_SKIPPING - 1 <= place < last else None,
            asks_signs=any(asked.group == group and asked.urgent for asked in aid.situation.values()),
        )
        for place, (group, title) in enumerate(groups.items())
    ]


def _group(aid: Aid, answers: Answers, group: str) -> None:
    """The questions of one group. Those that few need, the list of medicines, and reasons open in place."""
    app = aid.words.app
    shown, rest = _of(aid, group), _of(aid, group, on_demand=True)
    few = len(shown) <= FEW_QUESTIONS
    fragments.as_fragment(_questions, group)
    with st.container(key="folds-situation"):
        if not few:
            line = aid.words.group_reasons.get(group) or aid.words.situation[shown[0]].why
            show_note(app["why_we_ask"].format(why=line))
        if rest and (part := folded(answers, f"rest-{group}", app["more_factors"].format(number=len(rest)))):
            with part:
                for name in rest:
                    asking.factor(aid, answers, name, reason=True)
        by_name = aid.medicines and group == (aid.decision.medicines_group or tuple(aid.words.situation_groups)[-1])
        if by_name and (part := folded(answers, "medicines", app["medicines.heading"])):
            with part:
                fragments.as_fragment(medicines.picker)
        if not few and (part := folded(answers, f"why-{group}", app["why_each"])):
            with part:
                _reasons(aid, shown)


def _of(aid: Aid, group: str, on_demand: bool = False) -> list[str]:
    """The questions of a group that are in sight, or those that open by a press."""
    return [name for name, asked in aid.situation.items() if asked.group == group and asked.on_demand == on_demand]


def _questions(aid: Aid, answers: Answers, group: str) -> None:
    """The questions in sight. A part by itself: an answer draws no heading and no foot anew.

    What an answer calls for at once stands beside its question, and so in this part.
    """
    names = _of(aid, group)
    rows = "rows-" if any(asking.in_a_row(aid.situation[name]) for name in names) else ""
    with st.container(key=f"group-{rows}{group}"):
        for name in names:
            asking.factor(aid, answers, name, reason=len(names) <= FEW_QUESTIONS)


def _reasons(aid: Aid, names: list[str]) -> None:
    """Why each question is asked."""
    reason = Markup("<dt>{}</dt><dd>{}</dd>")
    words = [aid.words.situation[name] for name in names]
    reasons = Markup().join(reason.format(asked.question, asked.why) for asked in words)
    show_html(Markup('<dl class="reasons">{}</dl>').format(reasons))
