"""The note for the chart: what was talked about and settled, in plain text, the most harmful to lose first.

Warning signs, the next step, what the doctor said, the decision and the leaning stand in it whole, whatever its length.
Other texts share the room that is left; what has none is counted, and stands in the printed list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from decision_aid.exports.fitting import Listing, Part, Quote, fitted, one_line
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN
from decision_aid.summary.summary import Summary, TakenQuestion
from decision_aid.wording.dates import day
from decision_aid.wording.interface_words import MORE
from decision_aid.wording.sentences import counted, number
from decision_aid.wording.service import offered_by


@dataclass(frozen=True)
class Line:
    """A line of the note: words that are never cut, and then a part that takes what room there is."""

    told: str
    part: Part | None = None


def record_note(aid: Aid, summary: Summary) -> str:
    """The note, in the language of the aid that it is given: the record is kept in English, whoever typed it.

    It has more than `chart_note.longest` characters only where what is never cut needs them, and then it says so.
    """
    most = aid.decision.chart_note.longest
    first, *others = (Line(one_line(line.told), line.part) for line in _lines(aid, summary))
    note = _within(most, [first, *others])
    if len(note) <= most:
        return note
    longer = Line(one_line(aid.words.app["record.longer_note"].format(most=number(aid, most))))
    return _within(most, [first, longer, *others])


def _within(most: int, lines: list[Line]) -> str:
    parts = [line.part for line in lines if line.part]
    told = sum(len(line.told) + 1 for line in lines) - 1 + len(parts)
    given = iter(fitted(parts, most - told))
    return "\n".join(f"{line.told} {next(given)}" if line.part else line.told for line in lines)


def _lines(aid: Aid, summary: Summary) -> Iterator[Line]:
    app, name, evidence_date = aid.words.app, aid.words.app["name"], day(aid, summary.evidence_date)
    yield Line(_warning_signs(aid, summary))
    next_step = _quoted(summary.visit.next_step)
    yield Line(f"{app['record.next_step']} {next_step}" if next_step else app["record.next_step_not"])
    yield from _doctors_notes(aid, summary)
    yield from _settled(aid, summary)
    yield from _about_the_visit(aid, summary)
    yield from _about_the_person(aid, summary)
    yield from _questions(aid, summary)
    if offered := offered_by(aid):
        yield Line(offered)
    yield Line(app["record.closing"].format(name=name, version=summary.version, evidence_date=evidence_date))


def _warning_signs(aid: Aid, summary: Summary) -> str:
    """Those reported; or else whether a question about them was answered at all, as silence is no answer."""
    app = aid.words.app
    if summary.urgent:
        return app["record.urgent"].format(signs="; ".join(sign.text for sign in summary.urgent))
    answered = (aid.situation[entry.id].choices.values() for entry in summary.situation)
    asked = any(choice.red_flag for choices in answered for choice in choices)
    return app["record.urgent_none"] if asked else app["record.urgent_not_asked"]


def _doctors_notes(aid: Aid, summary: Summary) -> Iterator[Line]:
    """What the doctor said, each under its question: also where the question was later taken off the list."""
    app = aid.words.app
    for heading, questions in (
        (app["record.answered_noted"], [question for question in summary.questions if question.answered]),
        (app["record.open_noted"], [question for question in summary.questions if not question.answered]),
        (app["record.removed_noted"], summary.removed),
    ):
        if noted := [question for question in questions if one_line(question.note)]:
            yield Line(heading)
            yield from (Line(f"- {_name(question)}: {_quoted(question.note)}") for question in noted)


def _name(question: TakenQuestion) -> str:
    """The aid's short name of a question; one that was typed stands whole, as an answer means nothing without it."""
    return one_line(question.short) or _quoted(question.text)


def _settled(aid: Aid, summary: Summary) -> Iterator[Line]:
    app, decided = aid.words.app, summary.visit.decided
    if decided is None:
        yield Line(app["record.decided_not"])
    elif decided.code == LEFT_OPEN:
        yield Line(app["record.deferred"])
    else:
        yield Line(app["record.decided"].format(decided=decided.text))
    leaning = app["record.leaning"] if summary.leaning else app["record.leaning_not_said"]
    yield Line(leaning.format(leaning=summary.leaning.text if summary.leaning else ""))


def _about_the_visit(aid: Aid, summary: Summary) -> Iterator[Line]:
    app, visit = aid.words.app, summary.visit
    yield Line(app["record.title"].format(date=day(aid, summary.made_on)))
    yield Line(app["record.question"].format(question=summary.title))
    options = ", ".join(aid.words.options[name].name for name in aid.decision.options)
    yield Line(app["record.options"].format(options=options))
    yield from tuple(_typed(aid, app["record.led_by"], visit.led_by)) or (Line(app["record.led_by_not"]),)
    performs = app["record.performs"] if visit.performs_procedure else app["record.performs_not"]
    yield Line(performs.format(answer=visit.performs_procedure.text if visit.performs_procedure else ""))
    yield from _typed(aid, app["record.reason"], visit.reason)


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
    yield from _listed(aid, app["record.own_reasons"], [_quoted(reason.text) for reason in summary.own_reasons])
    asked = app["record.gaps"] if summary.knowledge else app["record.gaps_not_asked"]
    gaps = asked.format(gaps=len(summary.gaps), number=len(summary.knowledge))
    yield from tuple(_listed(aid, gaps, [gap.text for gap in summary.gaps])) or (Line(gaps),)
    unclear = [item.text if item.code else _quoted(item.text) for item in summary.unclear]
    yield from _listed(aid, app["record.unclear"], unclear)
    sure = app["record.sure"] if summary.sure else app["record.sure_not_taken"]
    yield Line(sure.format(result=summary.sure))


def _questions(aid: Aid, summary: Summary) -> Iterator[Line]:
    """How many there are, and the names of those that have no note."""
    app, questions = aid.words.app, summary.questions
    answered = [question for question in questions if question.answered]
    left_open = [question for question in questions if not question.answered]
    yield Line(app["record.questions"].format(answered=len(answered), number=len(questions)))
    for told, those in ((app["record.answered"], answered), (app["record.open"], left_open)):
        names = [_name(question) for question in those if not one_line(question.note)]
        yield from _listed(aid, told, names, "questions")


def _typed(aid: Aid, told: str, text: str) -> Iterator[Line]:
    """A line with a typed text, if it says anything."""
    if says := one_line(text):
        yield Line(told, Quote(says, one_line(aid.words.app["record.cut"])))


def _quoted(text: str) -> str:
    """A typed text in quotes; "" where it says nothing."""
    return f'"{says}"' if (says := one_line(text)) else ""


def _listed(aid: Aid, told: str, texts: list[str], what: Literal["questions", "entries"] = "entries") -> Iterator[Line]:
    """A line with texts, if one of them says anything."""
    if says := tuple(filter(None, map(one_line, texts))):
        yield Line(told, Listing(says, lambda number: one_line(counted(aid, MORE, what, number))))
