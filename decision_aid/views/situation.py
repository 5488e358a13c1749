"""Your situation: one group of questions per screen. Answers are never judged, and none is required."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import PAGES, STEPS
from decision_aid.session import fragments
from decision_aid.views import inputs, medicines
from decision_aid.views.expander import expander
from decision_aid.views.foot import Extra
from decision_aid.views.html import show_html, show_note
from decision_aid.views.screens import Screen

STEP = "situation"
BEFORE_SKIPPING = 2
"""The number of groups before the others can be skipped with one press."""
FEW_QUESTIONS = 2
"""Up to so many questions each show why they are asked; more share one line."""


def screens(aid: Aid) -> list[Screen]:
    """A screen for each group, in the content's order."""
    words, groups = aid.words.pages[STEP], aid.words.situation_groups
    next_step = STEPS[STEPS.index(STEP) + 1]
    label = aid.words.app["skip_to"].format(page=aid.words.pages[next_step].menu)
    skip = Extra(label, page=PAGES[next_step].id)
    last = len(groups) - 1
    return [
        Screen(
            group,
            title,
            words.purpose if index == 0 else "",
            partial(_group, group=group),
            extra=skip if BEFORE_SKIPPING - 1 <= index < last else None,
            asks_signs=any(factor.group == group and factor.urgent for factor in aid.situation.values()),
        )
        for index, (group, title) in enumerate(groups.items())
    ]


def _group(aid: Aid, answers: Answers, group: str) -> None:
    """The questions of one group; in expanders, those that few people need, the medicines, and the reasons."""
    app = aid.words.app
    in_sight, others = _question_ids(aid, group), _question_ids(aid, group, on_demand=True)
    few = len(in_sight) <= FEW_QUESTIONS
    fragments.as_fragment(_questions, group)
    with st.container(key="folds-situation"):
        if not few:
            line = aid.words.group_reasons.get(group) or aid.words.situation[in_sight[0]].why
            show_note(app["why_we_ask"].format(why=line))
        if others and (part := expander(answers, f"rest-{group}", app["more_factors"].format(number=len(others)))):
            with part:
                for name in others:
                    inputs.situation_question(aid, answers, name, reason=True)
        asks_medicines = aid.medicines and group == (
            aid.decision.medicines_group or tuple(aid.words.situation_groups)[-1]
        )
        if asks_medicines and (part := expander(answers, "medicines", app["medicines.heading"])):
            with part:
                fragments.as_fragment(medicines.picker)
        if not few and (part := expander(answers, f"why-{group}", app["why_each"])):
            with part:
                _reasons(aid, in_sight)


def _question_ids(aid: Aid, group: str, on_demand: bool = False) -> list[str]:
    """The questions of a group that are in sight, or those in its expander."""
    return [name for name, factor in aid.situation.items() if factor.group == group and factor.on_demand == on_demand]


def _questions(aid: Aid, answers: Answers, group: str) -> None:
    """The questions in sight. A fragment: an answer redraws no heading and no foot.

    Urgent advice stands with its question, and so in this fragment.
    """
    names = _question_ids(aid, group)
    rows = "rows-" if any(inputs.fits_in_row(aid.situation[name]) for name in names) else ""
    with st.container(key=f"group-{rows}{group}"):
        for name in names:
            inputs.situation_question(aid, answers, name, reason=len(names) <= FEW_QUESTIONS)


def _reasons(aid: Aid, names: list[str]) -> None:
    """Why each question is asked."""
    reason = Markup("<dt>{}</dt><dd>{}</dd>")
    words = [aid.words.situation[name] for name in names]
    reasons = Markup().join(reason.format(question.question, question.why) for question in words)
    show_html(Markup('<dl class="reasons">{}</dl>').format(reasons))
