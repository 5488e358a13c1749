"""What the person rated, most important first, beside what is known for each option. No score, no sum."""

import streamlit as st
from markupsafe import Markup

from decision_aid.exports.summary import matters
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views.comparison import stacking_table


def beside_the_facts(aid: Aid, answers: Answers) -> None:
    """A table of the rated outcomes with a small bar for each rating, and the facts on it for each option."""
    app, rated = aid.words.app, matters(aid, answers)
    st.header(app["what_matters"], anchor=False)
    if not rated:
        st.markdown(app["nothing_rated"])
        return
    options = list(aid.decision.options)
    stacking_table(
        app["what_matters_caption"],
        [app["outcome"], app["how_much"], *(aid.words.options[name].name for name in options)],
        [
            [
                one.name,
                _bar(one.importance.text, answers.importance[one.outcome]),
                *(one.facts[name] for name in options),
            ]
            for one in rated
        ],
    )


def _bar(told: str, importance: int | str) -> Markup | str:
    """The rating in words over a bar of ten steps; the words carry it, the bar repeats it."""
    if not isinstance(importance, int):
        return told
    bar = Markup('{}<span class="bar" aria-hidden="true"><span style="width:{}%"></span></span>')
    return bar.format(told, importance * 10)
