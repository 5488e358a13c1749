"""Chances as whole people: the properties that everyone who looks at a picture relies on."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.model.evidence import Arm, Span
from decision_aid.reasoning.frequencies import (
    STATES,
    NaturalFrequency,
    natural_frequency,
    whole_parts,
)
from tests.cases.tables import cases

PER = st.sampled_from([100, 1000])


@st.composite
def arms(draw: st.DrawFn) -> Arm:
    denominator = draw(st.integers(1, 20_000))
    events = draw(st.integers(0, denominator))
    low, high = draw(st.integers(0, events)), draw(st.integers(events, denominator))
    ranged = draw(st.booleans())
    return Arm(
        group="any",
        events=events,
        denominator=denominator,
        range=Span(low=low, high=high, per=denominator) if ranged else None,
    )


@given(arms(), PER)
def test_the_people_in_all_states_add_up_to_the_denominator(arm: Arm, per: int) -> None:
    states = natural_frequency(arm, per).states()
    assert sum(states.values()) == per
    assert all(number >= 0 for number in states.values())


@given(arms(), PER)
def test_both_frames_add_up_to_the_denominator(arm: Arm, per: int) -> None:
    people = natural_frequency(arm, per)
    assert people.count is not None
    assert people.complement is not None
    assert people.count + people.complement == per
    assert people.flipped().count == people.complement
    assert people.flipped().flipped().count == people.count


@given(arms(), PER)
def test_a_chance_above_zero_never_shows_zero_people(arm: Arm, per: int) -> None:
    people = natural_frequency(arm, per)
    drawn = per - people.states()["without"]
    if arm.events > 0:
        assert drawn > 0
        assert people.count > 0 or people.fewer_than_one
    elif arm.range is None:
        assert drawn == 0


@given(arms(), PER)
def test_the_count_is_within_half_a_person_of_the_rate(arm: Arm, per: int) -> None:
    people = natural_frequency(arm, per)
    assert abs(people.count - Fraction(arm.events * per, arm.denominator)) <= Fraction(1, 2)


@given(st.integers(1, 5_000), st.data(), PER)
def test_more_events_never_show_fewer_people(denominator: int, data: st.DataObject, per: int) -> None:
    fewer = data.draw(st.integers(0, denominator))
    more = data.draw(st.integers(fewer, denominator))
    counts = [
        natural_frequency(Arm(group="any", events=events, denominator=denominator), per).count
        for events in (fewer, more)
    ]
    assert counts[0] <= counts[1]


@given(arms(), PER)
def test_the_range_on_show_holds_the_published_one_and_the_count_lies_in_it(arm: Arm, per: int) -> None:
    people = natural_frequency(arm, per)
    if arm.range is None:
        assert (people.low, people.high) == (None, None)
        return
    assert Fraction(arm.range.low * per, arm.range.per) - 1 < people.low <= Fraction(arm.range.low * per, arm.range.per)
    assert (
        Fraction(arm.range.high * per, arm.range.per) <= people.high < Fraction(arm.range.high * per, arm.range.per) + 1
    )
    assert 0 <= people.low <= people.count <= people.high <= per
    turned = people.flipped()
    assert (turned.low, turned.high) == (per - people.high, per - people.low)


@given(arms(), PER)
def test_filled_people_are_the_count_and_striped_people_are_the_range(arm: Arm, per: int) -> None:
    people = natural_frequency(arm, per)
    states = people.states()
    assert states["certain"] + states["likely"] == people.count
    if people.low is not None and not people.fewer_than_one:
        assert states["likely"] + states["possible"] == people.high - people.low


def test_states_stand_in_one_order_so_that_the_picture_is_grouped() -> None:
    assert tuple(NaturalFrequency(19, 100, 14, 25).states()) == STATES == ("certain", "likely", "possible", "without")


@cases("figures", "shares of people")
def test_published_counts_give_the_published_share(events: int, denominator: int, per: int, expected: int) -> None:
    assert natural_frequency(Arm(group="any", events=events, denominator=denominator), per).count == expected


def test_a_spread_without_a_best_guess_fills_the_low_end_and_stripes_the_rest() -> None:
    arm = Arm(group="any", range=Span(low=1, high=3, per=100))
    assert natural_frequency(arm, 100).states() == {"certain": 1, "likely": 0, "possible": 2, "without": 97}


def test_fewer_than_one_person_draws_one_striped_person_and_says_so() -> None:
    people = natural_frequency(Arm(group="any", events=4, denominator=3175), 100)
    assert people.fewer_than_one
    assert people.states()["possible"] == 1


def test_an_arm_that_cannot_happen_has_no_count() -> None:
    with pytest.raises(ValueError, match="cannot have this event"):
        natural_frequency(Arm(group="any", cannot_happen=True), 100)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=5).filter(any), st.sampled_from([10, 100]))
def test_parts_of_a_whole_always_add_up_and_are_off_by_less_than_one(counts: list[int], total: int) -> None:
    shares = [count / sum(counts) for count in counts]
    parts = whole_parts(shares, total)
    assert sum(parts) == total
    assert all(abs(part - share * total) < 1 + 1e-6 for part, share in zip(parts, shares, strict=True))
