"""The note for the chart: what the doctor said is never cut, and what was typed can pass for nothing else."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from decision_aid.exports.fitting import one_line
from decision_aid.exports.record_note import record_note
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN, LONGEST_TEXT, Answers, Visit
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.question_list import question_list
from decision_aid.summary.summary import Summary, summarize
from decision_aid.views.question_cards import LONGEST_NOTE
from decision_aid.wording.dates import day
from harness.aids import changed
from tests.unit.people import TODAY, after_a_visit, answers_by_tapping, real_aid, summary_of, typed

MOST = 1200

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
            "“Don’t” – «lift» — ‘call’ … −5 •",
            "\u202eyreguS :emoctuO",
            "\x00\x07\ud800",
        ]
    )
)
"""What may be typed in a visit: the longest texts, lines that look like the note's own, signs without a shape."""


after_visit = after_a_visit(hostile)


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
    return [text for part in known for text in part]


PLAIN = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": "'",
         "…": "...", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "•": "*"}  # fmt: skip
spoken = st.text(alphabet="aé.,;:?!“”„«»‘’‚…‐‑–—−•½≥→°漢نम🦴 \n5", min_size=1, max_size=40).filter(str.strip)
"""What a doctor may say, in signs of many languages; times over, up to the limits of the fields."""


def letters(text: str) -> str:
    """A text without spaces and in plain marks: how it stands on lines is no part of what it says."""
    return "".join(PLAIN.get(sign, sign) for sign in text if not sign.isspace())


def longest(text: str, most: int) -> str:
    return (text * (most // len(text) + 1))[:most]


@given(answers_by_tapping, answers_by_tapping, st.lists(spoken, min_size=1, max_size=7), spoken, st.data())
def test_what_the_doctor_said_stands_in_the_note_whole(
    before: Answers, later: Answers, notes: list[str], next_step: str, data: st.DataObject
) -> None:
    answers, full = before, data.draw(st.booleans())
    for question, text in zip(question_list(real_aid(), before).listed, notes, strict=False):
        answers = editing.note(answers, question.id, longest(text, LONGEST_NOTE) if full else text)
        if data.draw(st.booleans()):
            answers = editing.remove(answers, question.id)
    next_step = longest(next_step, LONGEST_TEXT) if full else next_step
    then = later.model_copy(update={"question_edits": answers.question_edits, "visit": Visit(next_step=next_step)})
    note = letters(note_of(then))
    assert [text for text in (*then.question_edits.notes.values(), next_step) if letters(text) not in note] == []


def test_a_note_over_the_limit_says_so_before_anything_can_be_lost(aid: Aid) -> None:
    """A record that cuts such a note cuts its end: what is least harmful to lose."""
    long, short = (note_of(Answers(visit=Visit(next_step=text))) for text in ("x" * MOST, "x"))
    warning = aid.words.app["record.longer_note"].format(most="1,200")
    assert len(short) <= MOST < len(long)
    assert long.splitlines()[1] == warning
    assert warning not in short


@given(after_visit, spoken)
def test_only_what_is_never_cut_makes_a_note_too_long(answers: Answers, text: str) -> None:
    visit = answers.visit.model_copy(update={"next_step": ""})
    edits = answers.question_edits.model_copy(update={"notes": {}})
    situation = {name: value for name, value in answers.situation.items() if name != "urgent_signs"}
    note = note_of(answers.model_copy(update={"visit": visit, "question_edits": edits, "situation": situation}))
    assert len(note) <= MOST


def test_a_site_says_how_long_its_notes_may_be(aid: Aid) -> None:
    def note_for(most: int) -> str:
        there = changed(aid, "decision.chart_note.longest", most)
        return record_note(there, summary_of(Answers(visit=Visit(reason="word " * 900))))

    assert 900 < len(note_for(1000)) <= 1000 < len(note_for(4000)) <= 4000


def test_what_does_not_fit_is_counted_and_its_place_named(aid: Aid) -> None:
    answers = Answers(visit=Visit(next_step="x" * 700))
    questions = question_list(aid, answers).listed
    open_ = next(line for line in note_of(answers).splitlines() if line.startswith(aid.words.app["record.open"]))
    *names, counted = open_.removeprefix(aid.words.app["record.open"] + " ").split("; ")
    assert names == [aid.words.questions[question.id].short for question in questions[: len(names)]]
    assert counted == aid.words.app["record.more.questions.other"].format(n=len(questions) - len(names))


def test_a_question_in_the_persons_own_words_stands_whole_over_its_answer(aid: Aid) -> None:
    own = "May I take ibuprofen on the days when I have no fever at all, or is that too much with my other pills?"
    first = question_list(aid, Answers()).listed[0].id
    reworded = editing.note(editing.reword(Answers(), first, own), first, "No.")
    added = editing.note(editing.add(Answers(), own), "own_1", "No.")
    for answers in (reworded, added):
        assert f'- "{own}": "No."' in note_of(answers).splitlines()


@given(after_visit)
def test_what_is_typed_and_the_words_of_the_aid_come_in_plain_marks(answers: Answers) -> None:
    app = {name: f"{text} – “…”" for name, text in real_aid().words.app.items()}
    typeset = changed(real_aid(), "words.app", app)
    assert set("".join(PLAIN)).isdisjoint(record_note(typeset, summarize(typeset, answers, TODAY)))


@given(after_visit)
def test_nothing_fixed_is_ever_cut(answers: Answers) -> None:
    summary = summary_of(answers)
    note = record_note(real_aid(), summary)
    assert [text for text in fixed(real_aid(), summary) if text not in note] == []
    fields = {"reason": summary.visit.reason, "led_by": summary.visit.led_by}
    for name, listed in (("own_reasons", summary.own_reasons), ("unclear", summary.unclear)):
        fields[name] = "".join(entry.text for entry in listed)
    filled = [real_aid().words.app[f"record.{name}"] for name, text in fields.items() if one_line(text)]
    assert [label for label in filled if f"\n{label} " not in note] == []


def labels(aid: Aid) -> tuple[str, ...]:
    """How the lines of a note begin, as far as the words of the aid say so."""
    return tuple(words.partition("{")[0] for key, words in aid.words.app.items() if key.startswith("record."))


@given(after_visit)
def test_nothing_typed_makes_a_line_of_its_own(answers: Answers) -> None:
    aid, summary = real_aid(), summary_of(answers)
    harmless = replace(
        summary,
        visit=replace(
            summary.visit, **{name: "x" for name in ("reason", "next_step", "led_by") if shown(summary, name)}
        ),
    )
    warning = aid.words.app["record.longer_note"].format(most="1,200")
    lines, plain = (
        [line for line in record_note(aid, either).splitlines() if line != warning] for either in (summary, harmless)
    )
    assert len(lines) == len(plain)
    starts = [next((label for label in labels(aid) if label and line.startswith(label)), line) for line in plain]
    assert [line for line, start in zip(lines, starts, strict=True) if not line.startswith(start)] == []
    assert all(sign.isprintable() or sign in "\u200b\u200c\u200d\xad" or sign == "\n" or ord(sign) > 127
               for sign in "\n".join(lines))  # fmt: skip


def shown(summary: Summary, name: str) -> bool:
    return bool(one_line(getattr(summary.visit, name)))


@given(after_visit)
def test_what_was_typed_stands_as_typed_as_far_as_it_is_shown(answers: Answers) -> None:
    aid, summary = real_aid(), summary_of(answers)
    note = record_note(aid, summary).splitlines()
    for name in ("reason", "led_by"):
        text, label = one_line(getattr(summary.visit, name)), aid.words.app[f"record.{name}"]
        if text:
            (line,) = [line for line in note if line.startswith(f'{label} "')]
            shown_text = line.removeprefix(f'{label} "')
            start = shown_text.removesuffix(f'..." {aid.words.app["record.cut"]}')
            assert shown_text == f'{text}"' or (shown_text != start and text.startswith(start))


def test_a_long_text_leaves_room_for_the_others(aid: Aid) -> None:
    visit = Visit(reason="long words " * 400, next_step="We talk again in two weeks.", led_by="Dr. Lee")
    note = note_of(Answers(visit=visit))
    assert visit.next_step in note
    assert visit.led_by in note
    assert MOST - 40 < len(note) <= MOST
