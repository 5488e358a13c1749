"""The note for the chart: what was talked about and settled, in plain text of at most 1,200 characters.

What the aid says stands in full; what was typed is quoted as typed and shortened where there is not enough room.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_aid.exports.dates import day
from decision_aid.exports.fitting import one_line, quoted, shares
from decision_aid.exports.summary import Summary, TakenQuestion
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN

LONGEST_NOTE = 1200


@dataclass(frozen=True)
class Line:
    """A line of the note: the aid's own words, which are never cut, and then texts that may be shortened."""

    told: str
    texts: tuple[str, ...] = ()


def record_note(aid: Aid, summary: Summary) -> str:
    """The note, in the language of the aid that it is given: the record is kept in English, whoever typed it."""
    lines = tuple(_lines(aid, summary))
    told = sum(len(line.told) + 1 for line in lines) - 1
    typed = [line for line in lines if line.texts]
    room = LONGEST_NOTE - told - len(typed)
    given = iter(shares([len(quoted(line.texts)) for line in typed], room))
    return "\n".join(f"{line.told} {quoted(line.texts, next(given))}" if line.texts else line.told for line in lines)


def _lines(aid: Aid, summary: Summary) -> Iterator[Line]:
    app = aid.words.app
    if summary.urgent:
        yield Line(app["record.urgent"].format(signs="; ".join(sign.text for sign in summary.urgent)))
    yield Line(app["record.title"].format(date=day(aid, summary.made_on)))
    yield Line(app["record.question"].format(question=summary.title))
    options = ", ".join(aid.words.options[name].name for name in aid.decision.options)
    yield Line(app["record.options"].format(options=options))
    if not summary.urgent:
        yield Line(app["record.urgent_none"] if _asked_for_signs(aid, summary) else app["record.urgent_not_asked"])
    yield from _typed(app["record.reason"], summary.visit.reason)
    yield from _about_the_person(aid, summary)
    yield from _about_the_visit(aid, summary)
    yield from _questions(aid, summary.questions)
    yield Line(
        app["record.closing"].format(
            name=app["name"], version=summary.version, evidence_date=day(aid, summary.evidence_date)
        )
    )


def _asked_for_signs(aid: Aid, summary: Summary) -> bool:
    """Whether a question about warning signs was answered: silence is no answer."""
    answered = (aid.situation[entry.id].choices.values() for entry in summary.situation)
    return any(choice.red_flag for choices in answered for choice in choices)


def _typed(told: str, *texts: str) -> Iterator[Line]:
    """A line with texts, if one of them says anything."""
    if says := tuple(filter(None, map(one_line, texts))):
        yield Line(told, says)


def _about_the_person(aid: Aid, summary: Summary) -> Iterator[Line]:
    app = aid.words.app
    importance = {one.outcome: one.importance.text for one in summary.matters}
    matters = (
        app["record.mattering"].format(
            outcome=fact.name, importance=importance.get(fact.outcome, app["record.not_rated"])
        )
        for fact in summary.facts
    )
    told = app["record.matters"] if summary.facts else app["record.matters_none"]
    yield Line(told.format(matters=", ".join(matters)))
    yield from _typed(app["record.own_reasons"], *(reason.text for reason in summary.own_reasons))
    asked = app["record.gaps"] if summary.knowledge else app["record.gaps_not_asked"]
    gaps = tuple(gap.text for gap in summary.gaps)
    yield Line(asked.format(gaps=len(gaps), number=len(summary.knowledge)), gaps)
    yield from _typed(app["record.unclear"], *(item.text for item in summary.unclear))
    sure = app["record.sure"] if summary.sure else app["record.sure_not_taken"]
    yield Line(sure.format(result=summary.sure))
    leaning = app["record.leaning"] if summary.leaning else app["record.leaning_not_said"]
    yield Line(leaning.format(leaning=summary.leaning.text if summary.leaning else ""))


def _about_the_visit(aid: Aid, summary: Summary) -> Iterator[Line]:
    app, visit = aid.words.app, summary.visit
    if visit.decided is None:
        yield Line(app["record.decided_not"])
    elif visit.decided.code == LEFT_OPEN:
        yield Line(app["record.deferred"])
    else:
        yield Line(app["record.decided"].format(decided=visit.decided.text))
    yield from tuple(_typed(app["record.next_step"], visit.next_step)) or (Line(app["record.next_step_not"]),)
    yield from tuple(_typed(app["record.led_by"], visit.led_by)) or (Line(app["record.led_by_not"]),)
    performs = app["record.performs"] if visit.performs_procedure else app["record.performs_not"]
    yield Line(performs.format(answer=visit.performs_procedure.text if visit.performs_procedure else ""))


def _questions(aid: Aid, questions: tuple[TakenQuestion, ...]) -> Iterator[Line]:
    app = aid.words.app
    answered = [question for question in questions if question.answered]
    left_open = [question for question in questions if not question.answered]
    yield Line(app["record.questions"].format(answered=len(answered), number=len(questions)))
    yield from _typed(app["record.answered"], *map(_with_note, answered))
    yield from _typed(app["record.open"], *map(_with_note, left_open))


def _with_note(question: TakenQuestion) -> str:
    return f"{question.text} [{question.note}]" if question.note.strip() else question.text
