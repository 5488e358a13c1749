"""Placeholders are filled with the figures that people read."""

import pytest

from decision_aid.content.figures import UnfillableError, figure
from decision_aid.model.aid import Aid
from harness.aids import small_aid
from tests.cases.tables import cases


@pytest.fixture(scope="module")
def aid() -> Aid:
    return small_aid()


@cases("content", "placeholders")
def test_a_placeholder_gives_the_figure_as_people_read_it(aid: Aid, placeholder: str, expected: str) -> None:
    assert figure(aid, placeholder) == expected


@cases("content", "placeholders with a fault")
def test_a_placeholder_that_cannot_be_filled_says_what_to_write(aid: Aid, placeholder: str, expected: str) -> None:
    with pytest.raises(UnfillableError, match=expected):
        figure(aid, placeholder)


def test_the_words_of_an_estimate_tell_its_own_time(aid: Aid) -> None:
    assert aid.words.estimates["bleeding"].when == "within 14 days"
    assert aid.words.estimates["better_alone"].when == "after 12 months"
