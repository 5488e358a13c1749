"""The search above the evidence table. What is typed or picked here is no answer, and is kept with none."""

from collections.abc import Mapping

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_TEXT, Answers
from decision_aid.model.certainty import GRADES, NOT_RATED
from decision_aid.wording.certainty import OTHER_SCALE
from decision_aid.wording.evidence_search import filter_choices, find_estimates
from decision_aid.wording.interface_words import GRADE

PARTS = ("outcome", "option", "certainty", "comparator")


def found_now(aid: Aid) -> tuple[str, ...] | None:
    """What the search finds as it stands at this moment, a word that was just typed included; None on other pages."""
    text, *picked = (session.widget_value(f"shown.ledger.{part}") for part in ("text", *PARTS))
    return None if text is None else find_estimates(aid, **dict(zip(PARTS, picked, strict=True)), text=text)


def search(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """A search box, and four filters behind a press, all unset at first; the ids of the estimates that are left."""
    app = aid.words.app
    with st.container(key="tools-ledger"):
        text = st.text_input(app["ledger.search"], max_chars=LONGEST_TEXT, **session.switch_key("ledger.text"))
        labels = (app["ledger.outcome"], app["ledger.option"], app["ledger.certainty"], app["ledger.comparator"])
        with st.expander(app["ledger.filters"], expanded=answers.look.details):  # made while closed, to hold its picks
            offers, places = _offers(aid), (*st.columns(2), *st.columns(2))  # in rows: they keep their order on a phone
            picked = {
                part: _pick(aid, part, label, offers[part], place)
                for part, label, place in zip(PARTS, labels, places, strict=True)
            }
    return find_estimates(aid, **picked, text=text or "")


def _pick(
    aid: Aid, part: str, label: str, offers: Mapping[str, str], column: st.delta_generator.DeltaGenerator
) -> str | None:
    return column.selectbox(
        label,
        list(offers),
        index=None,
        format_func=offers.__getitem__,
        placeholder=aid.words.app["ledger.any"],
        **session.switch_key(f"ledger.{part}"),
    )


def _offers(aid: Aid) -> Mapping[str, Mapping[str, str]]:
    """What each filter offers, in words."""
    words = aid.words
    named: Mapping[str, Mapping[str, str]] = {
        "outcome": {name: outcome.name for name, outcome in words.outcomes.items()},
        "option": words.groups,
        "certainty": {
            **{grade: words.variant(GRADE, grade) for grade in GRADES},
            OTHER_SCALE: words.app["certainty.other_scale"],
            NOT_RATED: words.app["certainty.not_rated"],
        },
        "comparator": {name: comparator.name for name, comparator in words.comparators.items()},
    }
    return {part: {name: named[part][name] for name in names} for part, names in filter_choices(aid).items()}
