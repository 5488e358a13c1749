"""What arrives from outside is cut down to what this version of the aid knows, and nothing else is touched."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, OwnReason, QuestionEdits, Visit
from decision_aid.reasoning.understanding import reflection_choices
from decision_aid.saving.known_answers import count_unknown_answers, drop_unknown_answers
from decision_aid.saving.own_words import without_own_words
from harness.aids import real_aid, small_aid
from tests.cases.tables import cases, made_up
from tests.unit.people import answers_by_tapping, answers_with_words, edited_answers

STRANGE = ['"><script>', "own_1", "none", "not_sure", "__proto__", "", "pain_now"]
"""Ids that may come from a stranger: markup, ids of another field, nothing."""


def ids(field: str) -> st.SearchStrategy[str]:
    """Ids that the aid has in a field, and others."""
    aid = real_aid()
    there: dict[str, Any] = {
        "situation": aid.situation,
        "outcome": aid.decision.outcomes,
        "question": aid.questions,
        "page": aid.words.pages,
        "leaning": aid.decision.leanings,
        "option": aid.decision.options,
        "knowledge": aid.knowledge,
        "reflection": aid.decision.reflections,
        "choice": [choice for factor in aid.situation.values() for choice in factor.choices],
    }
    return st.sampled_from([*there[field], *STRANGE])


def some_of(field: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(ids(field), max_size=4).map(tuple)


edits = st.builds(
    QuestionEdits,
    reworded=st.dictionaries(ids("question"), st.text(max_size=5), max_size=3),
    own=st.dictionaries(st.sampled_from(["own_1", "own_2", "own_0", "own_x", "sure"]), st.text(max_size=5)),
    notes=st.dictionaries(ids("question"), st.text(max_size=5), max_size=3),
    removed=some_of("question"),
    answered=some_of("question"),
    kept=some_of("question"),
    order=some_of("question"),
)
strangers = st.builds(
    Answers,
    situation=st.dictionaries(
        ids("situation"), ids("choice") | st.integers(-3, 14) | some_of("choice") | st.text(max_size=4), max_size=6
    ),
    parts=st.none() | some_of("option"),
    importance=st.dictionaries(ids("outcome"), st.integers(0, 10) | st.just("not_sure"), max_size=5),
    order_seed=st.none() | st.integers(-5, 2**40),
    give_up_last=ids("outcome"),
    own_reasons=st.lists(st.builds(OwnReason, text=st.text(max_size=4), option=ids("option")), max_size=2).map(tuple),
    opened=some_of("page"),
    gut_leaning=ids("leaning"),
    leaning=ids("leaning"),
    knowledge=st.dictionaries(ids("knowledge"), ids("choice"), max_size=4),
    reflections=st.dictionaries(ids("reflection"), st.integers(0, 100), max_size=4),
    instruments=st.dictionaries(
        st.sampled_from(["sure", "else"]),
        st.dictionaries(st.sampled_from(["sure", "risk", "x"]), st.sampled_from(["yes", "no", "maybe"])),
    ),
    medicines=st.lists(st.sampled_from(["apixaban", "Eliquis", "  tea ", "gone_from_the_list"]), max_size=4).map(tuple),
    question_edits=edits,
    visit=st.builds(Visit, matters_most=st.none() | some_of("outcome"), decided=ids("option")),
    appointment=st.none() | st.datetimes(),
)
"""Answers whose ids come from anywhere."""


@given(answers_by_tapping | answers_with_words | edited_answers)
def test_what_a_person_gave_here_stays_as_it_is(answers: Answers) -> None:
    # These people typed into a field that the aid does not ask any more, and may have tapped one part twice.
    situation = {name: value for name, value in answers.situation.items() if name in real_aid().situation}
    parts = answers.parts and tuple(dict.fromkeys(answers.parts))
    assert drop_unknown_answers(real_aid(), answers) == answers.model_copy(
        update={"situation": situation, "parts": parts}
    )
    left_out = len(answers.situation) - len(situation) + len(answers.parts or ()) - len(parts or ())
    assert count_unknown_answers(real_aid(), answers) == left_out


@given(strangers)
def test_no_id_is_left_that_the_aid_does_not_have_and_what_is_known_stays_known(answers: Answers) -> None:
    aid, known = real_aid(), drop_unknown_answers(real_aid(), answers)
    assert drop_unknown_answers(aid, known) == known
    assert count_unknown_answers(aid, known) == 0 <= count_unknown_answers(aid, answers)
    questions = {*aid.questions, *known.question_edits.own}
    one_each = (known.question_edits.removed, known.question_edits.kept, known.question_edits.order, known.opened)
    assert all(len(names) == len(set(names)) for names in one_each)
    assert {*known.importance} <= {name for name, outcome in aid.decision.outcomes.items() if outcome.rated}
    assert {*known.opened} <= {*aid.words.pages}
    assert {known.leaning, known.gut_leaning} <= {None, *aid.decision.leanings}
    assert {name for names in one_each[:3] for name in names} <= questions
    assert {*known.question_edits.notes, *known.question_edits.answered} <= questions
    assert {*known.question_edits.own} <= {"own_1", "own_2"}
    assert known.visit.decided in (None, "left_open", *aid.decision.options)


@cases("answers", "answers of another kind")
def test_an_answer_is_kept_where_it_fits_the_kind_of_its_question(factor: str, answer: Any, expected: Any) -> None:
    known = Answers(situation={} if expected is None else {factor: expected})
    assert drop_unknown_answers(real_aid(), Answers(situation={factor: answer})) == known


def test_the_person_is_told_how_many_answers_were_left_out() -> None:
    answers = Answers(
        situation={"pain_now": 7, "gone": "x", "daily_life": ("walking", "gone")},
        importance={"pain_year": 8, "gone": 3},
        leaning="gone",
        unclear=("cost", "gone"),
    )
    assert count_unknown_answers(real_aid(), answers) == 5


def test_medicines_stay_as_typed_and_known_ones_by_their_names() -> None:
    medicines = drop_unknown_answers(real_aid(), Answers(medicines=("Grandma's tea", "Eliquis", "warfarin"))).medicines
    assert medicines == ("Grandma's tea", "apixaban", "warfarin")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (datetime(2026, 12, 1, 9, 30), datetime(2026, 12, 1, 9, 30)),
        (datetime(2026, 12, 1, 9, 30, tzinfo=UTC), datetime(2026, 12, 1, 9, 30)),
        (datetime(1, 1, 1), None),
        (datetime(9999, 12, 31), None),
    ],
    ids=str,
)
def test_an_appointment_is_a_time_on_the_clock_in_our_century(when: datetime, expected: datetime | None) -> None:
    assert drop_unknown_answers(real_aid(), Answers(appointment=when)).appointment == expected


def test_a_number_read_off_a_figure_is_kept_while_the_figure_still_offers_it(aid: Aid) -> None:
    name = next(iter(aid.decision.reflections))
    offered = reflection_choices(aid, name)[0]
    assert drop_unknown_answers(aid, Answers(reflections={name: offered})).reflections == {name: offered}
    assert drop_unknown_answers(aid, Answers(reflections={name: -1, "gone": offered})).reflections == {}


@given(answers_with_words)
def test_another_decision_knows_none_of_it(answers: Answers) -> None:
    small = small_aid()
    known = drop_unknown_answers(small, answers)
    assert {*known.situation} <= {*small.situation}
    assert {*known.importance} <= {*small.decision.outcomes}
    assert drop_unknown_answers(small, known) == known


WORDS = "Xylophone"
TYPED = made_up("typed")
"""Someone who typed in every field that takes text."""


def test_nothing_typed_is_left_without_own_words_and_every_tap_is() -> None:
    taps = without_own_words(real_aid(), TYPED)
    assert WORDS not in json.dumps(taps.model_dump(mode="json"))
    assert taps.situation == {"pain_now": 7}
    assert taps.medicines == ("apixaban",)
    assert (taps.visit.decided, taps.visit.performs_procedure) == ("left_open", "no")
    assert taps.question_edits.order == ("my_options", "good_and_bad")
    assert taps.question_edits.answered == ("good_and_bad",)


def test_a_question_that_was_reworded_stays_on_the_list_in_the_aids_words() -> None:
    assert set(without_own_words(real_aid(), TYPED).question_edits.kept) == {"how_likely_for_me", "my_options"}


@given(answers_by_tapping)
def test_someone_who_typed_nothing_loses_nothing(answers: Answers) -> None:
    assert without_own_words(real_aid(), answers) == answers


@pytest.mark.parametrize(
    ("seed", "expected"), [(0, 0), (2**31 - 1, 2**31 - 1), (2**31, None), (-1, None), (None, None)]
)
def test_the_seed_of_the_asking_order_is_one_that_the_aid_could_have_drawn(
    seed: int | None, expected: int | None
) -> None:
    assert drop_unknown_answers(real_aid(), Answers(order_seed=seed)).order_seed == expected
