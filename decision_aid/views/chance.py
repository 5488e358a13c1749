"""A row of the chances page: its estimates beside each other, each in pictures, counts and sentences."""

from html import escape

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.decision import Row
from decision_aid.model.evidence import Arm, Estimate, Frequency
from decision_aid.reasoning.describe import counts, short_count, span
from decision_aid.reasoning.frequencies import natural_frequency
from decision_aid.views import points
from decision_aid.views.icon_array import icon_array
from decision_aid.views.reference import reference


def outcomes(aid: Aid) -> None:
    """Every outcome that has figures, in the aid's order."""
    for name in _shown(aid):
        _outcome(aid, name)


def _outcome(aid: Aid, name: str) -> None:
    words = aid.words.outcomes[name]
    st.header(words.name, anchor=_anchor(name))
    st.markdown(words.text)
    for row_name, row in aid.decision.outcomes[name].rows.items():
        with st.container(key=f"row-{name}-{row_name}"):
            st.subheader(words.rows[row_name].heading, anchor=False)
            st.markdown(words.rows[row_name].text)
            points.chart(aid, row)
            st.markdown(_blocks(aid, row), unsafe_allow_html=True)


def _blocks(aid: Aid, row: Row) -> str:
    return f'<div class="blocks">{"".join(block(aid, name) for name in row.estimates)}</div>'


def block(aid: Aid, name: str) -> str:
    """One estimate as HTML: what it was compared with, its figures, who was studied, and how sure we can be."""
    estimate, words = aid.evidence.estimates[name], aid.words.estimates[name]
    compared = (
        "" if estimate.comparator == "none" else f"<h4>{escape(aid.words.comparators[estimate.comparator].name)}</h4>"
    )
    text = f"<p>{escape(words.text)}</p>" if words.text else ""
    return (
        f'<section class="block">{compared}{_arms(aid, name, estimate)}{text}'
        f'<p class="studied">{escape(_studied(aid, name))}</p>{reference(aid, name)}</section>'
    )


def _arms(aid: Aid, name: str, estimate: Estimate) -> str:
    if not isinstance(estimate.measure, Frequency):
        return ""
    per = estimate.measure.per
    figures = "".join(_figure(aid, name, estimate, arm, per) for arm in estimate.measure.arms)
    return f'<div class="arms">{figures}</div>'


def _figure(aid: Aid, name: str, estimate: Estimate, arm: Arm, per: int) -> str:
    """One arm: the group, the people, the count in large type, both frames and the range."""
    sentences = [*counts(aid, name, arm, per), span(aid, estimate, arm)]
    told = " ".join(filter(None, sentences))
    group = escape(aid.words.groups[arm.group])
    if arm.cannot_happen:
        return f"<figure><figcaption><strong>{group}</strong><p>{escape(told)}</p></figcaption></figure>"
    people = natural_frequency(arm, per)
    return (
        f"<figure>{icon_array(people, f'{aid.words.groups[arm.group]}: {told}')}<figcaption><strong>{group}</strong>"
        f'<span class="count">{escape(short_count(aid, people))}</span><p>{escape(told)}</p></figcaption></figure>'
    )


def _studied(aid: Aid, name: str) -> str:
    """Who was studied and when it was measured, in one line."""
    words = aid.words.estimates[name]
    form = "studied" if words.when else "studied_who"
    return aid.words.app[form].format(who=words.who, when=words.when)


def contents(aid: Aid) -> None:
    """Links to the outcomes further down the page."""
    links = "".join(
        f'<li><a href="#{_anchor(name)}" target="_self">{escape(aid.words.outcomes[name].name)}</a></li>'
        for name in _shown(aid)
    )
    st.html(
        f'<nav class="contents" aria-label="{escape(aid.words.app["on_this_page"])}"><p>{aid.words.app["on_this_page"]}</p><ul>{links}</ul></nav>'
    )


def _shown(aid: Aid) -> list[str]:
    return [name for name, outcome in aid.decision.outcomes.items() if outcome.rows]


def _anchor(name: str) -> str:
    return name.replace("_", "-")
