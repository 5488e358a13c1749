"""Placeholders become the figures that people read. Each expected figure is worked out by hand beside it."""

import pytest

from decision_aid.content.figures import UnfillableError, figure
from decision_aid.model.aid import Aid
from harness.aids import small_aid


@pytest.fixture(scope="module")
def aid() -> Aid:
    return small_aid()


@pytest.mark.parametrize(
    ("placeholder", "text"),
    [
        ("better_alone.count", "42"),  # 21 of 50
        ("better_alone.complement", "58"),  # 100 - 42
        ("better_alone.per", "100"),
        ("better_alone.low", "29"),
        ("better_alone.high", "56"),
        ("bleeding.count", "28"),  # 7 of 250; the other group cannot bleed, so it need not be named
        ("bleeding.complement", "972"),  # 1000 - 28
        ("rash.low", "10"),  # 1 of 100 is 10 of 1000
        ("rash.high", "30"),
        ("sore_throat_surgery.surgery.count", "15"),  # 12 of 80
        ("sore_throat_surgery.waiting.count", "38"),  # 31 of 82 is 37.8 of 100
        ("sore_throat_surgery.per", "100"),
        ("pain_surgery.1_week.value", "−1.8"),
        ("pain_surgery.1_week.low", "−2.6"),
        ("pain_surgery.1_month.value", "0.7"),  # 0.74
        ("pain_medicine.value", "0.8"),  # 0.76, and the one time need not be named
        ("pain_medicine.low", "−0.1"),
        ("pain_medicine.1_month.medicine", "3.2"),  # 3.16
        ("pain_medicine.waiting", "3.9"),
        ("pain_at_home.surgery.1_week.value", "4.3"),
        ("change_noticed.amount", "1.5"),
        ("hospital_stay.amount", "4 to 6"),
        ("hospital_stay.low", "4"),
    ],
)
def test_a_placeholder_gives_the_figure_as_people_read_it(aid: Aid, placeholder: str, text: str) -> None:
    assert figure(aid, placeholder) == text


@pytest.mark.parametrize(
    ("placeholder", "message"),
    [
        ("nothing.count", "names no estimate"),
        ("better_alone.percent", "write one of count, complement, per, low, high"),
        ("better_alone.surgery.count", "write one of waiting before"),
        ("rash.count", "asks for a count that the source does not give"),
        ("sore_throat_medicine.medicine.low", "asks for a range that the estimate does not have"),
        ("pain_surgery.value", "write one of 1_week, 1_month before"),
        ("pain_surgery.1_month.count", "write one of value, low, high"),
        ("hospital_stay.value", "write one of amount, low, high"),
        ("voice_change.count", "names an estimate without a number"),
    ],
)
def test_a_placeholder_that_cannot_be_filled_says_what_to_write(aid: Aid, placeholder: str, message: str) -> None:
    with pytest.raises(UnfillableError, match=message):
        figure(aid, placeholder)


def test_the_words_of_an_estimate_tell_its_own_time(aid: Aid) -> None:
    assert aid.words.estimates["bleeding"].when == "within 14 days"
    assert aid.words.estimates["better_alone"].when == "after 12 months"


def test_placeholders_within_a_longer_text_are_filled(aid: Aid) -> None:
    text = aid.words.pages["start"].sections["many_get_well"].text
    assert text == "Of 100 people who wait, 42 get well on their own."


def test_templates_of_the_interface_are_left_to_the_views(aid: Aid) -> None:
    assert aid.words.app["time.day.other"] == "{n} days"
