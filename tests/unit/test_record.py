"""The note for the chart: never too long, nothing fixed is cut, and what was typed can pass for nothing else."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.exports.dates import day
from decision_aid.exports.fitting import one_line, quoted, shares, shortened
from decision_aid.exports.record import record_note
from decision_aid.exports.summary import Summary, summarize
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN, LONGEST_TEXT, Answers, OwnReason, Visit
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.question_list import question_list
from tests.unit.people import answers_with_words, real_aid, typed

TODAY = date(2026, 11, 22)
MOST = 1200
some = settings(max_examples=60, deadline=None)

hostile = (
    typed
    | st.text(alphabet=st.characters(exclude_categories=()), max_size=60)
    | st.sampled_from(
        [
            "word " * (LONGEST_TEXT // 5),
            "x" * LONGEST_TEXT,
            "\nOutcome: Vertebroplasty.\n",
            "fine\u2028Outcome: Vertebroplasty.\x85\x0b\x1cSURE: 4 of 4",
            '" Outcome: "Vertebroplasty" "',
            "\u202eyreguS :emoctuO",
            "\x00\x07\ud800",
        ]
    )
)
"""What may be typed in a visit: the longest texts, lines that look like the note's own, signs without a shape."""


def visits(aid: Aid) -> st.SearchStrategy[Visit]:
    rated = [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]
    visit = {
        "reason": hostile,
        "matters_most": st.none() | st.lists(st.sampled_from(rated), max_size=3, unique=True).map(tuple),
        "decided": st.sampled_from([None, LEFT_OPEN, *aid.decision.options]),
        "next_step": hostile,
        "led_by": hostile,
        "performs_procedure": st.sampled_from([None, "yes", "no"]),
    }
    return st.fixed_dictionaries(visit).map(lambda fields: Visit.model_construct(**fields))


@st.composite
def after_a_visit(draw: st.DrawFn) -> Answers:
    """Anyone's answers, and then a visit with anything typed in it: notes and ticks as well."""
    answers = draw(answers_with_words)
    answers = editing.add(answers, draw(hostile))
    for asked in question_list(real_aid(), answers).listed[:3]:
        answers = editing.tick(editing.note(answers, asked.id, draw(hostile)), asked.id, draw(st.booleans()))
    return answers.model_copy(update={"visit": draw(visits(real_aid()))})


def summary_of(answers: Answers) -> Summary:
    return summarize(real_aid(), answers, TODAY)


def note_of(answers: Answers) -> str:
    return record_note(real_aid(), summary_of(answers))


def fixed(aid: Aid, summary: Summary) -> list[str]:
    """What has to stand in the note in full, whatever was typed."""
    app, visit = aid.words.app, summary.visit
    decided = {None: app["record.decided_not"], LEFT_OPEN: app["record.deferred"]}
    settled = visit.decided.code if visit.decided else None
    answered = sum(question.answered for question in summary.questions)
    known = (
        [sign.text for sign in summary.urgent],
        [aid.words.options[name].name for name in aid.decision.options],
        [fact.name for fact in summary.facts],
        [app["record.sure"].format(result=summary.sure) if summary.sure else app["record.sure_not_taken"]],
        [summary.leaning.text if summary.leaning else app["record.leaning_not_said"]],
        [decided.get(settled) or app["record.decided"].format(decided=visit.decided.text if visit.decided else "")],
        [app["record.performs"].format(answer=visit.performs_procedure.text) if visit.performs_procedure else
         app["record.performs_not"]],
        [app["record.questions"].format(answered=answered, number=len(summary.questions))],
        [day(aid, TODAY), summary.title, app["name"], aid.decision.version, day(aid, aid.decision.evidence_updated)],
    )  # fmt: skip
    return [one for part in known for one in part]


@some
@given(after_a_visit())
def test_the_note_is_never_longer_than_1200_characters(answers: Answers) -> None:
    assert len(note_of(answers)) <= MOST


@some
@given(after_a_visit())
def test_nothing_fixed_is_ever_cut(answers: Answers) -> None:
    summary = summary_of(answers)
    note = record_note(real_aid(), summary)
    assert [one for one in fixed(real_aid(), summary) if one not in note] == []


def labels(aid: Aid) -> tuple[str, ...]:
    """How the lines of a note begin, as far as the words of the aid say so."""
    return tuple(words.partition("{")[0] for key, words in aid.words.app.items() if key.startswith("record."))


@some
@given(after_a_visit())
def test_nothing_typed_makes_a_line_of_its_own(answers: Answers) -> None:
    aid, summary = real_aid(), summary_of(answers)
    harmless = replace(
        summary,
        visit=replace(
            summary.visit, **{name: "x" for name in ("reason", "next_step", "led_by") if shown(summary, name)}
        ),
    )
    lines, plain = (record_note(aid, one).splitlines() for one in (summary, harmless))
    assert len(lines) == len(plain)
    starts = [next((label for label in labels(aid) if label and line.startswith(label)), line) for line in plain]
    assert [line for line, start in zip(lines, starts, strict=True) if not line.startswith(start)] == []
    assert all(sign.isprintable() or sign in "\u200b\u200c\u200d\xad" or sign == "\n" or ord(sign) > 127
               for sign in "\n".join(lines))  # fmt: skip


def shown(summary: Summary, name: str) -> bool:
    return bool(one_line(getattr(summary.visit, name)))


@some
@given(after_a_visit())
def test_what_was_typed_stands_as_typed_as_far_as_it_is_shown(answers: Answers) -> None:
    aid, summary = real_aid(), summary_of(answers)
    note = record_note(aid, summary).splitlines()
    for name in ("reason", "next_step", "led_by"):
        text, label = one_line(getattr(summary.visit, name)), aid.words.app[f"record.{name}"]
        if text:
            (line,) = [line for line in note if line.startswith(f'{label} "')]
            told = line.removeprefix(f'{label} "').removesuffix('"')
            assert told == text or (told.endswith("…") and text.startswith(told.removesuffix("…")))


def test_a_long_text_leaves_room_for_the_others(aid: Aid) -> None:
    visit = Visit(reason="long words " * 400, next_step="We talk again in two weeks.", led_by="Dr. Lee")
    note = note_of(Answers(visit=visit))
    assert visit.next_step in note
    assert visit.led_by in note
    assert MOST - 40 < len(note) <= MOST


def fullest(aid: Aid) -> Answers:
    """Someone who answered everything at its longest, with every warning sign."""
    longest = "long words " * 400
    urgent = {
        name: tuple(choice for choice, kind in factor.choices.items() if kind.red_flag)
        for name, factor in aid.situation.items()
    }
    names = sorted(
        (name for name, outcome in aid.decision.outcomes.items() if outcome.rated),
        key=lambda name: -len(aid.words.outcomes[name].name),
    )
    return Answers(
        situation={name: signs for name, signs in urgent.items() if signs},
        importance=dict.fromkeys(names[:3], 10),
        own_reasons=(OwnReason(text=longest),) * 2,
        still_unclear=longest,
        knowledge=dict.fromkeys(aid.knowledge, "not_sure"),
        leaning=max(aid.decision.leanings, key=lambda name: len(aid.words.leanings[name].label)),
        instruments={"sure": dict.fromkeys(aid.instruments["sure"].items["en"], "no")},
        visit=Visit(
            reason=longest, decided=LEFT_OPEN, next_step=longest, led_by=longest, performs_procedure="yes"
        ),
    )  # fmt: skip


def test_even_the_fullest_note_is_whole_and_no_field_disappears(aid: Aid) -> None:
    answers = fullest(aid)
    summary = summary_of(answers)
    note = record_note(aid, summary)
    assert len(note) <= MOST
    assert [one for one in fixed(aid, summary) if one not in note] == []
    for name in ("reason", "own_reasons", "unclear", "next_step", "led_by"):
        assert f'{aid.words.app[f"record.{name}"]} "long words' in note


def test_warning_signs_come_first(aid: Aid) -> None:
    note = note_of(Answers(situation={"urgent_signs": ("fever",)}))
    assert note.splitlines()[0] == aid.words.app["record.urgent"].format(
        signs=aid.words.situation["urgent_signs"].choices["fever"].label
    )


def test_no_warning_sign_and_not_asked_are_told_apart(aid: Aid) -> None:
    none, not_asked = aid.words.app["record.urgent_none"], aid.words.app["record.urgent_not_asked"]
    assert none in note_of(Answers(situation={"urgent_signs": ("none",)}))
    assert not_asked in note_of(Answers(situation={"pain_now": 8}))


def test_a_chart_reader_sees_what_was_not_asked_or_not_taken(aid: Aid) -> None:
    note = note_of(Answers())
    for key in (
        *("urgent_not_asked", "matters_none", "gaps_not_asked", "sure_not_taken", "leaning_not_said"),
        *("decided_not", "next_step_not", "led_by_not", "performs_not"),
    ):
        assert aid.words.app[f"record.{key}"] in note


def test_what_was_picked_in_the_visit_stands_with_its_rating_or_without(aid: Aid) -> None:
    visit = Visit(matters_most=("pain_year", "hospital_time"))
    note = note_of(Answers(visit=visit, importance={"pain_year": 6, "pain_first_month": 10}))
    app, outcomes = aid.words.app, aid.words.outcomes
    told = [
        app["record.mattering"].format(outcome=outcomes["pain_year"].name, importance=app["rated"].format(rating=6)),
        app["record.mattering"].format(outcome=outcomes["hospital_time"].name, importance=app["record.not_rated"]),
    ]
    assert app["record.matters"].format(matters=", ".join(told)) in note
    assert outcomes["pain_first_month"].name not in note


def test_answered_questions_stand_with_their_notes_apart_from_those_left_open(aid: Aid) -> None:
    first, second, *_ = question_list(aid, Answers()).listed
    note = note_of(editing.tick(editing.note(Answers(), first.id, "Three weeks"), first.id, True))
    app, words = aid.words.app, aid.words.questions
    answered, left_open = (
        next(line for line in note.splitlines() if line.startswith(app[key]))
        for key in ("record.answered", "record.open")
    )
    assert f"{words[first.id].text} [Three weeks]" in answered
    assert words[second.id].text in left_open
    assert words[first.id].text not in left_open


@given(st.lists(st.integers(0, 300)), st.integers(0, 1000))
def test_shares_are_fair(needs: list[int], room: int) -> None:
    given_ = shares(needs, room)
    assert sum(given_) <= room
    assert all(0 <= one <= need for one, need in zip(given_, needs, strict=True))
    cut = [one for one, need in zip(given_, needs, strict=True) if one < need]
    if cut:
        # No one who was cut got less than anyone else got, but for the last characters that cannot be parted.
        assert min(cut) >= max(given_) - 1
        assert sum(given_) > room - len(cut)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one…"),
        ("onetwothree", 6, "onetw…"),
        ("onetwothree", 1, "…"),
    ],
)
def test_a_text_is_cut_at_the_end_of_a_word(text: str, room: int, expected: str) -> None:
    assert shortened(text, room) == expected


@given(st.lists(typed.filter(bool), min_size=1, max_size=5), st.integers(5, 300))
def test_quoted_texts_keep_to_their_room(texts: list[str], room: int) -> None:
    told = quoted(texts, room)
    assert len(told) <= room
    assert told.startswith('"')
    assert told == quoted(texts) or "…" in told
