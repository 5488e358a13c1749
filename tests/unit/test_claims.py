"""What the list says of a person is what the person has answered: each claim, in both languages and both wordings."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from decision_aid.content.rules.texts import texts
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.question_list import ScoredQuestion, fires, question_list
from decision_aid.reasoning.safety import to_tell
from decision_aid.summary.reasons import because
from harness.aids import real_aid
from tests.cases.tables import raw
from tests.unit.people import all_taps, answered

PEOPLE = 2_000
SAID: dict[str, dict[str, Any]] = raw("said")
NOT_CLAIMED = {
    "en": r"not (?:yet )?sure(?: yet)? (?:if|which|what|when|how)[^.?]*|\b(?:may|if|without|could)\b[^,.?]*",
    "es": r"no (?:sé|sabe)(?: bien)? (?:si|qué|cuál|cuándo|cuánto)[^.?]*|\b(?:puede que|si|quizá)\b[^,.?]*",
}
"""What is not said to be so."""


@dataclass(frozen=True)
class Person:
    """Made-up answers, and the list that comes of them: the same in every language and wording."""

    answers: Answers
    questions: tuple[ScoredQuestion, ...]


@cache
def people() -> tuple[Person, ...]:
    """Two thousand people, each with up to 40 taps anywhere; one in five says "no" to each item of SURE."""
    aid, chance = real_aid(), Random(20261129)
    taps, items = all_taps(aid), list(aid.words.instrument_reasons["sure"])
    made = []
    for _ in range(PEOPLE):
        by_tapping = answered(aid, chance.sample(taps, chance.randint(0, 40)))
        sure = {item: "no" if chance.random() < 0.2 else "yes" for item in items}
        answers = by_tapping.model_copy(update={"instruments": {"sure": sure}})
        asked = question_list(aid, answers)
        made.append(Person(answers, (*asked.listed, *asked.more)))
    return tuple(made)


@pytest.fixture(scope="module", params=[("en", False), ("en", True), ("es", False), ("es", True)], ids=str)
def aid(request: pytest.FixtureRequest) -> Aid:
    language, helping = request.param
    return real_aid(language, helping)


def texts_for(aid: Aid, person: Person) -> Iterator[str]:
    """Every text that speaks of this person: the questions, why they are asked, and what the team is told."""
    for question in person.questions:
        yield aid.words.questions[question.id].text
        yield because(aid, person.answers, question)
    for factor, choice in to_tell(aid, person.answers):
        yield aid.words.situation[factor].choices[choice].tell


@cache
def claims_of(language: str, text: str) -> frozenset[str]:
    """What a text says of the person."""
    plain = re.sub(NOT_CLAIMED[language], "…", text, flags=re.IGNORECASE)
    return frozenset(name for name, patterns in SAID.items() if re.search(patterns[language], plain, re.IGNORECASE))


def is_so(aid: Aid, name: str, answers: Answers) -> bool:
    """Whether the person's answers make it true."""
    claim, taken = SAID[name], {aid.medicines[name].group for name in answers.medicines}
    levels = {factor: answers.situation.get(factor) for factor in claim.get("at_least", {})}
    return (
        any({*answers.chose(factor)} & {*choices} for factor, choices in claim.get("answers", {}).items())
        or bool(taken & {*claim.get("groups", ())})
        or any(isinstance(level, int) and level >= claim["at_least"][factor] for factor, level in levels.items())
        or ("sure_no" in claim and answers.instruments["sure"][claim["sure_no"]] == "no")
    )


def test_nothing_is_said_of_two_thousand_people_that_they_did_not_say(aid: Aid) -> None:
    untrue = Counter(
        (name, text)
        for person in people()
        for text in texts_for(aid, person)
        for name in claims_of(aid.words.language, text)
        if not is_so(aid, name, person.answers)
    )
    assert untrue == {}


def test_every_claim_of_a_question_is_borne_out_for_whomever_it_is_put_to() -> None:
    aid = real_aid()
    for person in people():
        for question in person.questions:
            for claim in aid.questions[question.id].claims:
                assert any(fires(aid, trigger, person.answers) for trigger in aid.claims[claim]), (question.id, claim)


@pytest.mark.parametrize("helping", [False, True])
def test_spanish_reasons_tell_more_about_a_thing_and_not_of_it(helping: bool) -> None:
    spanish = real_aid("es", helping)
    assert not [text for _, text in texts(spanish) if re.search(r"\bmás de (?:qué|cómo|cuánt|quién)", text)]


def words_in(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def said_twice(aid: Aid, reason: str) -> list[tuple[str, ...]]:
    """Groups of three words that stand more than once among the reasons of one question."""
    parts = [words_in(part) for each in reason.split(aid.words.app["and"]) for part in re.split("[:,]", each)]
    times = Counter(group for part in parts for group in zip(part, part[1:], part[2:], strict=False))
    return [group for group, number in times.items() if number > 1]


def test_no_reason_and_no_group_of_words_stands_twice_in_a_sentence(aid: Aid) -> None:
    reasons = {because(aid, person.answers, question) for person in people() for question in person.questions}
    assert {reason: twice for reason in reasons if (twice := said_twice(aid, reason))} == {}
    assert not [reason for reason in reasons for word, after in pairwise(words_in(reason)) if word == after]
