"""The check finds words that take sides, and accepts words that merely look like them."""

import pytest

from decision_aid.content.rules.wording import no_word_takes_sides, numbers_stand_in_estimates
from decision_aid.model.aid import Aid
from harness.aids import changed, real_aid
from tests.cases.tables import cases


@pytest.fixture(scope="module")
def spanish() -> Aid:
    return real_aid("es")


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_word_of_the_aid_takes_sides(language: str) -> None:
    assert list(no_word_takes_sides(real_aid(language))) == []


def with_summary(aid: Aid, text: str) -> Aid:
    """The aid with one text of its options changed."""
    return changed(aid, "words.options.vertebroplasty.summary", text)


@cases("content", "Spanish words that push")
def test_spanish_words_that_push_are_told_from_those_that_do_not(spanish: Aid, text: str, expected: list[str]) -> None:
    messages = [message for _, message in no_word_takes_sides(with_summary(spanish, text))]
    assert messages == [f"'{word}' can take a side: say it in other words" for word in expected]


@cases("content", "Spanish numbers of people")
def test_spanish_numbers_of_people_do_not_stand_in_words(spanish: Aid, text: str, expected: str | None) -> None:
    where_changed = ("words", "es", "options", "vertebroplasty", "summary")
    messages = [
        message for where, message in numbers_stand_in_estimates(with_summary(spanish, text)) if where == where_changed
    ]
    assert [message.split("'")[1] for message in messages] == ([expected] if expected else [])
