"""The visit on three screens of one page: what matters, the facts, then questions and results."""

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.key_facts import key_outcomes, key_rows
from decision_aid.summary.summary import Summary
from decision_aid.views import awaiting, chance, comparison, prose, screen_navigation, visit_fields
from decision_aid.views.expander import expander
from decision_aid.views.html import show_figure, show_html
from decision_aid.views.key_row import key_row
from decision_aid.views.together_questions import questions

SCREENS = ("reason", "facts", "questions")
"""The sections at the start of the screens."""
MOST_FACTORS = 5
"""Few enough to read at a glance while someone speaks."""


def together(aid: Aid, answers: Answers, summary: Summary) -> None:
    """The open screen of the visit, and buttons to the others."""
    awaiting.hide_until_restored(".st-key-together")
    screen = session.screen_index("together")
    with st.container(key="together"):
        (_what_matters, _facts, _outcome)[screen](aid, answers, summary)
        screen_navigation.navigation(aid, "together", SCREENS, screen, after="record")


def _what_matters(aid: Aid, answers: Answers, summary: Summary) -> None:
    prose.sections(aid, "together", "reason")
    left, right = st.columns(2, gap="large")
    with left, st.container(key="card-visit-reason"):
        visit_fields.reason(aid, answers)
        _situation(aid, summary)
    with right, st.container(key="card-visit-matters"):
        visit_fields.matters_most(aid, answers)


def _situation(aid: Aid, summary: Summary) -> None:
    """The person's answers on their situation, the most relevant first."""
    by_factor = {entry.id: entry for entry in summary.situation}
    entries = [by_factor[factor] for factor in aid.decision.visit_factors if factor in by_factor][:MOST_FACTORS]
    if entries:
        line = Markup("<dt>{}</dt><dd>{}</dd>")
        lines = Markup().join(line.format(entry.question, entry.text) for entry in entries)
        section = Markup('<section class="situation"><h3>{}</h3><dl>{}</dl></section>')
        show_html(section.format(aid.words.app["together.situation"], lines))


def _facts(aid: Aid, answers: Answers, summary: Summary) -> None:
    prose.sections(aid, "together", "facts")
    for outcome in key_outcomes(aid, answers):
        with st.container(key=f"together-fact-{outcome}"):
            _fact(aid, answers, outcome)


def _fact(aid: Aid, answers: Answers, outcome: str) -> None:
    """The key figure, as on the screen where it is weighed; all key rows and facts are in an expander."""
    words, rows = aid.words.outcomes[outcome], key_rows(aid, outcome)
    st.header(words.name, anchor=False)
    if rows:
        st.markdown(words.rows[rows[0].row].heading)
    show_figure(Markup('<div class="thing">{}</div>').format(key_row(aid, outcome, "h3", all_figures=True)))
    if rows and (part := expander(answers, f"together-{outcome}", aid.words.app["weigh.more"])):
        with part:
            comparison.by_option(aid, words.facts)
            for key in rows:
                chance.show_row(aid, answers, key.outcome, key.row)


def _outcome(aid: Aid, answers: Answers, summary: Summary) -> None:
    prose.sections(aid, "together", "questions")
    left, right = st.columns([2, 1], gap="medium")
    with left, st.container(key="card-visit-questions"):
        questions(aid, summary)
    with right, st.container(key="card-visit-settled"):
        visit_fields.result(aid, answers, "together")
