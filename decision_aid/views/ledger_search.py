"""The search above the evidence table. Its text and filters are not answers and are not stored with them."""

from collections.abc import Mapping

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_TEXT, Answers
from decision_aid.model.certainty import GRADES, NOT_RATED
from decision_aid.wording.certainty import OTHER_SCALE
from decision_aid.wording.evidence_search import filter_choices, find_estimates
from decision_aid.wording.interface_words import GRADE

FILTERS = ("outcome", "option", "certainty", "comparator")


def search_results(aid: Aid) -> tuple[str, ...] | None:
    """The ids that the search matches now, with a word that was just typed; None on other pages."""
    text, *picks = (session.widget_value(f"shown.ledger.{filter_name}") for filter_name in ("text", *FILTERS))
    return None if text is None else find_estimates(aid, **dict(zip(FILTERS, picks, strict=True)), text=text)


def search(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """Draw a search box and an expander with four filters, unset at first; return the ids of the matching estimates."""
    app = aid.words.app
    with st.container(key="tools-ledger"):
        text = st.text_input(app["ledger.search"], max_chars=LONGEST_TEXT, **session.switch_key("ledger.text"))
        labels = (app["ledger.outcome"], app["ledger.option"], app["ledger.certainty"], app["ledger.comparator"])
        # The filters are drawn while the expander is closed too, to keep their picks.
        with st.expander(app["ledger.filters"], expanded=answers.look.details):
            choices = _choices(aid)
            columns = (*st.columns(2), *st.columns(2))  # in rows: the order holds on a phone
            picks = {
                filter_name: _pick(aid, filter_name, label, choices[filter_name], column)
                for filter_name, label, column in zip(FILTERS, labels, columns, strict=True)
            }
    return find_estimates(aid, **picks, text=text or "")


def _pick(
    aid: Aid, filter_name: str, label: str, choices: Mapping[str, str], column: st.delta_generator.DeltaGenerator
) -> str | None:
    return column.selectbox(
        label,
        list(choices),
        index=None,
        format_func=choices.__getitem__,
        placeholder=aid.words.app["ledger.any"],
        **session.switch_key(f"ledger.{filter_name}"),
    )


def _choices(aid: Aid) -> Mapping[str, Mapping[str, str]]:
    """The choices of each filter with their labels."""
    words = aid.words
    labels: Mapping[str, Mapping[str, str]] = {
        "outcome": {name: outcome.name for name, outcome in words.outcomes.items()},
        "option": words.groups,
        "certainty": {
            **{grade: words.variant(GRADE, grade) for grade in GRADES},
            OTHER_SCALE: words.app["certainty.other_scale"],
            NOT_RATED: words.app["certainty.not_rated"],
        },
        "comparator": {name: comparator.name for name, comparator in words.comparators.items()},
    }
    return {key: {name: labels[key][name] for name in names} for key, names in filter_choices(aid).items()}
