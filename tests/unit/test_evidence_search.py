"""Searching the evidence: nothing asked shows everything, and each filter keeps what fits and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.wording.evidence_search import filter_choices, find_estimates
from tests.cases.published import estimates, ratings
from tests.unit.people import real_aid

FILTERS = ("outcome", "option", "certainty", "comparator")

picks = st.fixed_dictionaries({name: st.none() | st.sampled_from(filter_choices(real_aid())[name]) for name in FILTERS})
words = st.sampled_from(["", "pain", "VERTOS", "vertos 2018", "women", "zzz"])


def test_nothing_asked_shows_everything_in_the_order_of_the_evidence(aid: Aid) -> None:
    assert find_estimates(aid) == find_estimates(aid, text="  ") == tuple(aid.evidence.estimates)


@given(picks, words)
def test_several_filters_keep_what_fits_each_of_them(picked: dict[str, str | None], text: str) -> None:
    each = [set(find_estimates(real_aid(), **{name: value})) for name, value in picked.items()]
    assert set(find_estimates(real_aid(), **picked, text=text)) == set.intersection(
        *each, set(find_estimates(real_aid(), text=text))
    )


def test_the_outcomes_together_find_every_figure_of_the_chances_page(aid: Aid) -> None:
    rows = [row for outcome in aid.decision.outcomes.values() for row in outcome.rows.values()]
    shown = {name for row in rows for name in row.estimates}
    assert {name for outcome in aid.decision.outcomes for name in find_estimates(aid, outcome=outcome)} == shown


def test_each_figure_has_one_comparator(aid: Aid) -> None:
    by_comparator = {value: find_estimates(aid, comparator=value) for value in filter_choices(aid)["comparator"]}
    for value, names in by_comparator.items():
        assert {aid.evidence.estimates[name].comparator for name in names} == {value}
    assert sorted(name for names in by_comparator.values() for name in names) == sorted(aid.evidence.estimates)


def test_each_figure_is_found_by_every_level_that_someone_gave_it_or_by_none(aid: Aid) -> None:
    by_level = {value: find_estimates(aid, certainty=value) for value in filter_choices(aid)["certainty"]}
    for name, estimate in estimates().items():
        rated = [ratings()[rating] for rating in estimate["certainty"]] if estimate["certainty"] != "not_rated" else []
        levels = {grade for rating in rated for grade in rating.get("grades", ["other_scale"])} or {"not_rated"}
        assert levels <= {value for value, names in by_level.items() if name in names}, name
        assert (name in by_level["not_rated"]) == (not rated)
        assert (name in by_level["other_scale"]) == any(rating["scale"] != "grade" for rating in rated)
    # Rated "moderate to very low": what lies between is within the span.
    assert "opioid_nausea" in by_level["low"]
    assert "opioid_nausea" not in by_level["high"]


@pytest.mark.parametrize("name", FILTERS)
def test_everything_that_can_be_picked_leads_to_a_figure(aid: Aid, name: str) -> None:
    assert filter_choices(aid)[name]
    assert all(find_estimates(aid, **{name: value}) for value in filter_choices(aid)[name])


def test_a_figure_is_found_by_the_group_it_counted_or_that_did_better(aid: Aid) -> None:
    assert find_estimates(aid, option="calcitonin") == ("calcitonin_week1",)
    names = find_estimates(aid, option="vertebroplasty")
    assert {"pain_sham", "vertos5_pain", "vapour_relief"} <= set(names)
    assert "relief_within_year" not in names


def test_a_study_is_found_by_its_name_in_small_letters_or_large(aid: Aid) -> None:
    names = find_estimates(aid, text="VERTOS")
    assert {"vertos4_pain", "vertos5_pain", "vertos2_collapse"} <= set(names) < set(aid.evidence.estimates)
    assert find_estimates(aid, text="vertos") == names


def test_each_word_must_be_found_wherever_it_stands(aid: Aid) -> None:
    assert set(find_estimates(aid, text="vertos 2018")) == set(find_estimates(aid, text="vertos")) & set(
        find_estimates(aid, text="2018")
    )
    assert find_estimates(aid, text="vertos zzz") == ()


def test_what_does_not_exist_finds_nothing(aid: Aid) -> None:
    assert find_estimates(aid, outcome="nothing") == find_estimates(aid, option="nothing") == ()
