"""What arrives from outside is cut down to what this version of the aid knows, and nothing else is touched."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import FROM_OUTSIDE, Answers, OwnReason, QuestionEdits, Visit
from decision_aid.reasoning.understanding import reflection_choices
from decision_aid.saving.known_answers import count_shortened_texts, count_unknown_answers, drop_unknown_answers
from decision_aid.saving.own_words import without_own_words
from harness.aids import real_aid, small_aid
from tests.cases.tables import cases
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
    asked = {name: value for name, value in answers.situation.items() if name in real_aid().situation}
    parts = answers.parts and tuple(dict.fromkeys(answers.parts))
    assert drop_unknown_answers(real_aid(), answers) == answers.model_copy(update={"situation": asked, "parts": parts})
    left_out = len(answers.situation) - len(asked) + len(answers.parts or ()) - len(parts or ())
    assert count_unknown_answers(real_aid(), answers) == left_out


@given(strangers)
def test_what_is_known_stays_known(answers: Answers) -> None:
    once = drop_unknown_answers(real_aid(), answers)
    assert drop_unknown_answers(real_aid(), once) == once
    assert count_unknown_answers(real_aid(), once) == 0
    assert count_unknown_answers(real_aid(), answers) >= 0


@given(strangers)
def test_no_id_is_left_that_the_aid_does_not_have(answers: Answers) -> None:
    aid, kept = real_aid(), drop_unknown_answers(real_aid(), answers)
    questions = {*aid.questions, *kept.question_edits.own}
    one_each = (kept.question_edits.removed, kept.question_edits.kept, kept.question_edits.order, kept.opened)
    assert all(len(names) == len(set(names)) for names in one_each)
    assert {*kept.importance} <= {name for name, outcome in aid.decision.outcomes.items() if outcome.rated}
    assert {*kept.opened} <= {*aid.words.pages}
    assert {kept.leaning, kept.gut_leaning} <= {None, *aid.decision.leanings}
    assert {name for names in one_each[:3] for name in names} <= questions
    assert {*kept.question_edits.notes, *kept.question_edits.answered} <= questions
    assert {*kept.question_edits.own} <= {"own_1", "own_2"}
    assert kept.visit.decided in (None, "left_open", *aid.decision.options)


@cases("answers", "answers of another kind")
def test_an_answer_is_kept_where_it_fits_the_kind_of_its_question(factor: str, answer: Any, expected: Any) -> None:
    kept = Answers(situation={} if expected is None else {factor: expected})
    assert drop_unknown_answers(real_aid(), Answers(situation={factor: answer})) == kept


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


def from_outside(**fields: Any) -> Answers:
    """Answers as a file or a link can bring them, longer than any field here takes."""
    return Answers.model_validate(fields, context=FROM_OUTSIDE)


def typed(answers: Answers) -> list[str]:
    edits, visit = answers.question_edits, answers.visit
    return [
        *(text for text in answers.situation.values() if isinstance(text, str)),
        *(reason.text for reason in answers.own_reasons),
        *answers.medicines,
        answers.still_unclear,
        *edits.reworded.values(),
        *edits.own.values(),
        *edits.notes.values(),
        *(visit.reason, visit.next_step, visit.led_by),
    ]


texts = st.integers(0, 7000).map("x".__mul__)
long_winded = st.builds(
    from_outside,
    situation=st.fixed_dictionaries({"anything_else": texts}),
    own_reasons=st.lists(st.fixed_dictionaries({"text": texts}), max_size=5),
    medicines=st.lists(st.integers(0, 400).map("y".__mul__), max_size=60).map(tuple),
    still_unclear=texts,
    question_edits=st.fixed_dictionaries(
        {
            "own": st.dictionaries(st.integers(1, 99).map("own_{}".format), texts, max_size=60),
            "reworded": st.dictionaries(ids("question"), texts, max_size=60),
            "notes": st.dictionaries(ids("question"), texts, max_size=60),
        }
    ),
    visit=st.fixed_dictionaries({"reason": texts, "next_step": texts, "led_by": texts}),
)
"""Someone who typed, or made a file with, more than any field takes."""


@given(long_winded)
def test_whatever_comes_in_is_no_longer_than_the_fields_are_and_than_all_of_them_together(answers: Answers) -> None:
    kept = drop_unknown_answers(real_aid(), answers)
    edits = kept.question_edits
    assert Answers.model_validate(kept.model_dump()) == kept
    assert max(map(len, (*edits.own.values(), *edits.reworded.values(), *kept.medicines)), default=0) <= 200
    assert max(map(len, edits.notes.values()), default=0) <= 1000
    assert max(map(len, typed(kept))) <= 5000
    assert sum(map(len, typed(kept))) <= 30_000
    assert (len(edits.own) <= 50, len(kept.own_reasons) <= 2, len(kept.medicines) <= 40) == (True, True, True)
    assert drop_unknown_answers(real_aid(), kept) == kept
    assert count_shortened_texts(real_aid(), kept) == 0


@given(long_winded)
def test_a_text_is_the_beginning_of_what_was_typed_and_each_that_was_cut_is_counted(answers: Answers) -> None:
    kept = drop_unknown_answers(real_aid(), answers)
    visit = (answers.visit.reason, answers.visit.next_step, answers.visit.led_by, answers.still_unclear)
    now = (kept.visit.reason, kept.visit.next_step, kept.visit.led_by, kept.still_unclear)
    assert all(before.startswith(after) for before, after in zip(visit, now, strict=True))
    shorter = {len(after) for before, after in zip(visit, now, strict=True) if before != after}
    assert len(shorter) <= 1, "texts that are cut for lack of room are cut to one length"
    assert count_shortened_texts(real_aid(), answers) >= len(
        [1 for before, after in zip(visit, now, strict=True) if before != after]
    )


CUT = [
    ({"still_unclear": "x" * 5000}, 0),
    ({"still_unclear": "x" * 5001}, 1),
    ({"question_edits": {"own": {"own_1": "x" * 201, "own_2": "x" * 200}}}, 1),
    ({"question_edits": {"reworded": {"my_options": "x" * 201}, "notes": {"my_options": "x" * 1001}}}, 2),
    ({"medicines": ("x" * 201,)}, 1),
    # The notes and the next step are short and stay whole; the six long texts share what is left of 30,000.
    (
        {
            "situation": {"anything_else": "x" * 5000},
            "own_reasons": [{"text": "x" * 5000}] * 2,
            "still_unclear": "x" * 5000,
            "question_edits": {"notes": {"my_options": "x" * 900, "good_and_bad": "x" * 900}},
            "visit": {"reason": "x" * 5000, "next_step": "x" * 300, "led_by": "x" * 5000},
        },
        6,
    ),
]


@pytest.mark.parametrize(("fields", "number"), CUT, ids=range(len(CUT)))
def test_how_many_texts_are_cut_is_told(fields: dict[str, Any], number: int) -> None:
    answers = from_outside(**fields)
    kept = drop_unknown_answers(real_aid(), answers)
    assert count_shortened_texts(real_aid(), answers) == number
    assert [len(text) for text in typed(kept)] != [len(text) for text in typed(answers)] or not number
    assert kept.visit.next_step == answers.visit.next_step


def test_a_stranger_cannot_fill_the_page() -> None:
    answers = from_outside(
        question_edits={"own": {f"own_{number}": "x" * 6000 for number in range(1, 2000)}},
        own_reasons=[{"text": "x"}] * 2000,
    )
    kept = drop_unknown_answers(real_aid(), answers)
    assert (len(kept.question_edits.own), len(kept.own_reasons)) == (50, 2)
    assert {len(text) for text in kept.question_edits.own.values()} == {200}
    assert count_unknown_answers(real_aid(), answers) == 1949 + 1998


def test_medicines_beyond_forty_take_no_room_from_what_else_was_typed() -> None:
    answers = from_outside(medicines=tuple(f"tea {number}" for number in range(5000)), still_unclear="x" * 5000)
    kept = drop_unknown_answers(real_aid(), answers)
    assert (len(kept.medicines), len(kept.still_unclear)) == (40, 5000)
    assert (count_shortened_texts(real_aid(), answers), count_unknown_answers(real_aid(), answers)) == (0, 4960)


@pytest.mark.parametrize(
    ("when", "kept"),
    [
        (datetime(2026, 12, 1, 9, 30), datetime(2026, 12, 1, 9, 30)),
        (datetime(2026, 12, 1, 9, 30, tzinfo=UTC), datetime(2026, 12, 1, 9, 30)),
        (datetime(1, 1, 1), None),
        (datetime(9999, 12, 31), None),
    ],
    ids=str,
)
def test_an_appointment_is_a_time_on_the_clock_in_our_century(when: datetime, kept: datetime | None) -> None:
    assert drop_unknown_answers(real_aid(), Answers(appointment=when)).appointment == kept


def test_a_number_read_off_a_figure_is_kept_while_the_figure_still_offers_it(aid: Aid) -> None:
    name = next(iter(aid.decision.reflections))
    offered = reflection_choices(aid, name)[0]
    assert drop_unknown_answers(aid, Answers(reflections={name: offered})).reflections == {name: offered}
    assert drop_unknown_answers(aid, Answers(reflections={name: -1, "gone": offered})).reflections == {}


@given(answers_with_words)
def test_another_decision_knows_none_of_it(answers: Answers) -> None:
    small = small_aid()
    kept = drop_unknown_answers(small, answers)
    assert {*kept.situation} <= {*small.situation}
    assert {*kept.importance} <= {*small.decision.outcomes}
    assert drop_unknown_answers(small, kept) == kept


WORDS = "Xylophone"
TYPED = Answers(
    situation={"anything_else": WORDS, "asked_long_ago": WORDS, "pain_now": 7},
    own_reasons=(OwnReason(text=WORDS, option="vertebroplasty", importance=9),),
    medicines=(WORDS, "apixaban"),
    still_unclear=WORDS,
    question_edits=QuestionEdits(
        reworded={"my_options": WORDS},
        own={"own_1": WORDS},
        notes={"my_options": WORDS},
        answered=("own_1", "good_and_bad"),
        order=("own_1", "my_options", "good_and_bad"),
        kept=("own_1", "how_likely_for_me"),
    ),
    visit=Visit(reason=WORDS, next_step=WORDS, led_by=WORDS, decided="left_open", performs_procedure="no"),
)
"""Someone who typed in every field that takes text."""


def test_nothing_typed_is_left_without_own_words_and_every_tap_is() -> None:
    left = without_own_words(real_aid(), TYPED)
    assert WORDS not in json.dumps(left.model_dump(mode="json"))
    assert left.situation == {"pain_now": 7}
    assert left.medicines == ("apixaban",)
    assert (left.visit.decided, left.visit.performs_procedure) == ("left_open", "no")
    assert left.question_edits.order == ("my_options", "good_and_bad")
    assert left.question_edits.answered == ("good_and_bad",)


def test_a_question_that_was_reworded_stays_on_the_list_in_the_aids_words() -> None:
    assert set(without_own_words(real_aid(), TYPED).question_edits.kept) == {"how_likely_for_me", "my_options"}


@given(answers_by_tapping)
def test_someone_who_typed_nothing_loses_nothing(answers: Answers) -> None:
    assert without_own_words(real_aid(), answers) == answers


@pytest.mark.parametrize(("seed", "kept"), [(0, 0), (2**31 - 1, 2**31 - 1), (2**31, None), (-1, None), (None, None)])
def test_the_seed_of_the_asking_order_is_one_that_the_aid_could_have_drawn(seed: int | None, kept: int | None) -> None:
    assert drop_unknown_answers(real_aid(), Answers(order_seed=seed)).order_seed == kept
