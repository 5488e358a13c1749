"""Searching the evidence: nothing asked shows everything, and each filter keeps what fits and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.reasoning.evidence_search import matching, offered
from tests.unit.people import real_aid

FILTERS = ("outcome", "option", "certainty", "comparator")

picks = st.fixed_dictionaries({name: st.none() | st.sampled_from(offered(real_aid())[name]) for name in FILTERS})
words = st.sampled_from(["", "pain", "VERTOS", "vertos 2018", "women", "zzz"])


def test_nothing_asked_shows_everything_in_the_order_of_the_evidence(aid: Aid) -> None:
    assert matching(aid) == matching(aid, text="  ") == tuple(aid.evidence.estimates)


@given(picks, words, st.sampled_from(FILTERS))
def test_taking_a_filter_back_never_hides_a_figure(picked: dict[str, str | None], text: str, back: str) -> None:
    found = matching(real_aid(), **picked, text=text)
    assert set(found) <= set(matching(real_aid(), **{**picked, back: None}, text=text))
    assert set(found) <= set(matching(real_aid(), **picked))


@given(picks, words)
def test_several_filters_keep_what_fits_each_of_them(picked: dict[str, str | None], text: str) -> None:
    each = [set(matching(real_aid(), **{name: value})) for name, value in picked.items()]
    assert set(matching(real_aid(), **picked, text=text)) == set.intersection(
        *each, set(matching(real_aid(), text=text))
    )


def test_the_outcomes_together_find_every_figure_of_the_chances_page(aid: Aid) -> None:
    rows = [row for outcome in aid.decision.outcomes.values() for row in outcome.rows.values()]
    shown = {name for row in rows for name in row.estimates}
    assert {name for outcome in aid.decision.outcomes for name in matching(aid, outcome=outcome)} == shown


@pytest.mark.parametrize("name", ["certainty", "comparator"])
def test_each_figure_has_one_certainty_and_one_comparator(aid: Aid, name: str) -> None:
    found = {value: matching(aid, **{name: value}) for value in offered(aid)[name]}
    for value, names in found.items():
        assert {getattr(aid.evidence.estimates[one], name) for one in names} == {value}
    assert sorted(one for names in found.values() for one in names) == sorted(aid.evidence.estimates)


@pytest.mark.parametrize("name", FILTERS)
def test_everything_that_can_be_picked_leads_to_a_figure(aid: Aid, name: str) -> None:
    assert offered(aid)[name]
    assert all(matching(aid, **{name: value}) for value in offered(aid)[name])


def test_a_figure_is_found_by_the_group_it_counted_or_that_did_better(aid: Aid) -> None:
    assert matching(aid, option="calcitonin") == ("calcitonin_week1",)
    found = matching(aid, option="vertebroplasty")
    assert {"pain_sham", "vertos5_pain", "vapour_relief"} <= set(found)
    assert "relief_within_year" not in found


def test_a_study_is_found_by_its_name_in_small_letters_or_large(aid: Aid) -> None:
    found = matching(aid, text="VERTOS")
    assert {"vertos4_pain", "vertos5_pain", "vertos2_collapse"} <= set(found) < set(aid.evidence.estimates)
    assert matching(aid, text="vertos") == found


def test_each_word_must_be_found_wherever_it_stands(aid: Aid) -> None:
    assert set(matching(aid, text="vertos 2018")) == set(matching(aid, text="vertos")) & set(matching(aid, text="2018"))
    assert matching(aid, text="vertos zzz") == ()


def test_what_does_not_exist_finds_nothing(aid: Aid) -> None:
    assert matching(aid, outcome="nothing") == matching(aid, option="nothing") == ()
