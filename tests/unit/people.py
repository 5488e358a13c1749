"""People who do not exist: random taps and words on the real aid, as a person at the screen could give them."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN, LONGEST_QUESTION, NOT_SURE, Answers, OwnReason, Visit
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.reasoning.question_list import question_list
from decision_aid.summary.summary import Summary, summarize
from harness.aids import real_aid

TODAY = date(2026, 11, 22)
Tap = tuple[str, str, str | int]
"""Where a tap goes (a field of the answers, and the factor, outcome or item in it, if any) and what it says."""


def summary_of(answers: Answers) -> Summary:
    """Their summary, on a day that is always the same."""
    return summarize(real_aid(), answers, TODAY)


def all_taps(aid: Aid) -> list[Tap]:
    """Every answer that can be given by one tap or one move of a slider; of the medicines, one of each group."""
    levels = (*range(11), NOT_SURE)
    scales = [name for name, factor in aid.situation.items() if factor.kind == "scale"]
    one_of_each = {medicine.group: name for name, medicine in aid.medicines.items()}
    return [
        *(("situation", name, choice) for name, factor in aid.situation.items() for choice in factor.choices),
        *(("situation", name, level) for name in scales for level in range(11)),
        *(("importance", outcome, level) for outcome in ratable_outcomes(aid) for level in levels),
        *(("leaning", "", leaning) for leaning in aid.decision.leanings),
        *(("gut_leaning", "", leaning) for leaning in aid.decision.leanings),
        ("facts_seen", "", True),
        *(("unclear", "", item) for item in aid.decision.unclear),
        *(("knowledge", name, choice) for name, item in aid.knowledge.items() for choice in (*item.choices, NOT_SURE)),
        *(("medicines", "", name) for name in one_of_each.values()),
    ]


def answered(aid: Aid, taps: list[Tap]) -> Answers:
    """The answers of someone who taps these in turn."""
    fields: dict[str, Any] = {}
    for field, name, value in taps:
        if field in ("unclear", "medicines"):
            fields[field] = tuple(dict.fromkeys((*fields.get(field, ()), value)))
        elif not name:
            fields[field] = value
        else:
            before = fields.setdefault(field, {})
            before[name] = _tapped(aid, name, before.get(name, ()), value) if field == "situation" else value
    return Answers(**fields)


def _tapped(aid: Aid, name: str, before: str | int | tuple[str, ...], value: str | int) -> str | int | tuple[str, ...]:
    factor = aid.situation[name]
    if factor.kind != "many" or factor.choices[value].exclusive:
        return (value,) if factor.kind == "many" else value
    others = tuple(other for other in before if other != value and not factor.choices[other].exclusive)
    return (*others, value)


taps = st.deferred(lambda: st.lists(st.sampled_from(all_taps(real_aid())), max_size=30))

answers_by_tapping = taps.map(lambda these: answered(real_aid(), these))
"""Any answers by tapping; nothing typed, and the question list as the aid made it."""

typed = st.text(max_size=120).map(str.strip) | st.sampled_from(
    [
        "<script>alert('x')</script>",
        "a" * 300,
        'x" onload="y',
        "one\n\n\ntwo\r\nthree",
        "</li></ol>&amp;&lt;",
        "🦴" * 60,
    ]
)
"""What a person may type or paste: nothing, any characters, markup, one very long word, line breaks, emoji."""


@st.composite
def _written(draw: st.DrawFn) -> Answers:
    answers, options = draw(answers_by_tapping), list(real_aid().decision.options)
    reasons = st.builds(OwnReason, text=typed, option=st.none() | st.sampled_from(options))
    situation = {**answers.situation, "medicine_names": draw(typed), "anything_else": draw(typed)}
    answers = Answers(
        **{
            **dict(answers),
            "situation": {name: value for name, value in situation.items() if value != ""},
            "parts": draw(st.none() | st.lists(st.sampled_from(real_aid().decision.parts), max_size=2).map(tuple)),
            "own_reasons": tuple(draw(st.lists(reasons, max_size=2))),
            "still_unclear": draw(typed),
        }
    )
    answers = editing.add(answers, draw(typed)[:LONGEST_QUESTION])
    listed = [question.id for question in question_list(real_aid(), answers).listed]
    return editing.reword(answers, draw(st.sampled_from(listed)), draw(typed)[:LONGEST_QUESTION])


answers_with_words = _written()
"""Answers by tapping and typing: every field that takes text holds some, hostile text too."""


@st.composite
def edits(draw: st.DrawFn, answers: Answers) -> Answers:
    """The answers after one tap on an editing button of the list as it stands."""
    questions = question_list(real_aid(), answers)
    listed = tuple(question.id for question in questions.listed)
    spare = [question.id for question in (*questions.more, *questions.removed)]
    edit = draw(st.sampled_from(["add", "remove", "put", "move", "reword"]))
    if edit == "put" and spare:
        return editing.put_on_list(real_aid(), answers, draw(st.sampled_from(spare)))
    if edit == "add" or not listed:
        return editing.add(answers, draw(st.sampled_from(["", "Mine?", "My other one?"])))
    name = draw(st.sampled_from(listed))
    if edit == "remove":
        return editing.remove(answers, name)
    if edit == "reword":
        return editing.reword(answers, name, draw(st.sampled_from(["", "In my words?"])))
    return editing.move(answers, listed, name, draw(st.sampled_from([-1, 1])))


@st.composite
def _edited(draw: st.DrawFn) -> Answers:
    answers = draw(answers_by_tapping)
    for _ in range(draw(st.integers(0, 6))):
        answers = draw(edits(answers))
    later = draw(answers_by_tapping) if draw(st.booleans()) else answers
    return later.model_copy(update={"question_edits": answers.question_edits})


edited_answers = _edited()
"""Any answers, with the question list edited by hand a few times, and perhaps other answers after that."""


@st.composite
def after_a_visit(draw: st.DrawFn, text: st.SearchStrategy[str] = typed) -> Answers:
    """Answers in every part of the aid, and then a visit with notes and ticks; with this text wherever one can type."""
    aid, answers = real_aid(), editing.add(draw(answers_with_words), draw(text))
    for question in question_list(aid, answers).listed[:3]:
        answers = editing.tick(editing.note(answers, question.id, draw(text)), question.id, draw(st.booleans()))
    items, stages = list(aid.instruments["sure"].items["en"]), st.none() | st.sampled_from(aid.decision.stages)
    ratings = st.none() | st.just(NOT_SURE) | st.integers(0, 10)
    rated = st.lists(st.sampled_from(ratable_outcomes(aid)), max_size=3, unique=True).map(tuple)
    reasons = [reason.model_copy(update={"importance": draw(ratings)}) for reason in answers.own_reasons]
    return answers.model_copy(
        update={
            "own_reasons": tuple(reasons),
            "opened": tuple(draw(st.lists(st.sampled_from(list(aid.words.pages)), unique=True))),
            "instruments": {"sure": draw(st.dictionaries(st.sampled_from(items), st.sampled_from(["yes", "no"])))},
            "stage_at_start": draw(stages),
            "stage_at_end": draw(stages),
            "visit": Visit.model_construct(  # unchecked, as the widgets write
                **{field: draw(text) for field in ("reason", "next_step", "led_by")},
                matters_most=draw(st.none() | rated),
                decided=draw(st.sampled_from([None, LEFT_OPEN, *aid.decision.options])),
                performs_procedure=draw(st.sampled_from([None, "yes", "no"])),
            ),
        }
    )
