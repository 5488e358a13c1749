"""The note for the chart: what was discussed and decided, in plain text, most important first.

Warning signs, the next step, the doctor's answers, the decision and the leaning are never shortened. Other texts share
the remaining space; those that do not fit are counted, and are in the printed list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from decision_aid.exports.fitting import Listing, Part, Quote, fit_parts, one_line
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN
from decision_aid.summary.summary import Summary, SummaryQuestion
from decision_aid.wording.dates import day
from decision_aid.wording.interface_words import MORE
from decision_aid.wording.sentences import amount_phrase, number
from decision_aid.wording.service import offer_sentence


@dataclass(frozen=True)
class Line:
    """A line of the note: text that is never cut, and then a part that is fitted into the remaining space."""

    text: str
    part: Part | None = None


def record_note(aid: Aid, summary: Summary) -> str:
    """The note in the language of `aid`: callers pass the aid of the record's language.

    It exceeds `chart_note.longest` characters only if text that is never cut needs them, and then says so.
    """
    longest = aid.decision.chart_note.longest
    first, *others = (Line(one_line(line.text), line.part) for line in _lines(aid, summary))
    note = _fit(longest, [first, *others])
    if len(note) <= longest:
        return note
    longer = Line(one_line(aid.words.app["record.longer_note"].format(most=number(aid, longest))))
    return _fit(longest, [first, longer, *others])


def _fit(longest: int, lines: list[Line]) -> str:
    parts = [line.part for line in lines if line.part]
    fixed_length = sum(len(line.text) + 1 for line in lines) - 1 + len(parts)
    fitted = iter(fit_parts(parts, longest - fixed_length))
    return "\n".join(f"{line.text} {next(fitted)}" if line.part else line.text for line in lines)


def _lines(aid: Aid, summary: Summary) -> Iterator[Line]:
    app, name, evidence_date = aid.words.app, aid.words.app["name"], day(aid, summary.evidence_date)
    yield Line(_warning_signs(aid, summary))
    next_step = _quote(summary.visit.next_step)
    yield Line(f"{app['record.next_step']} {next_step}" if next_step else app["record.next_step_not"])
    yield from _doctors_notes(aid, summary)
    yield from _decision(aid, summary)
    yield from _about_the_visit(aid, summary)
    yield from _about_the_person(aid, summary)
    yield from _questions(aid, summary)
    if service_text := offer_sentence(aid):
        yield Line(service_text)
    yield Line(app["record.closing"].format(name=name, version=summary.version, evidence_date=evidence_date))


def _warning_signs(aid: Aid, summary: Summary) -> str:
    """The reported warning signs; or whether any question about them was answered, since no answer is not "no"."""
    app = aid.words.app
    if summary.urgent:
        return app["record.urgent"].format(signs="; ".join(sign.text for sign in summary.urgent))
    choice_groups = (aid.situation[entry.id].choices.values() for entry in summary.situation)
    was_asked = any(choice.red_flag for choices in choice_groups for choice in choices)
    return app["record.urgent_none"] if was_asked else app["record.urgent_not_asked"]


def _doctors_notes(aid: Aid, summary: Summary) -> Iterator[Line]:
    """The doctor's answers, each under its question, also for questions that were later removed from the list."""
    app = aid.words.app
    for heading, questions in (
        (app["record.answered_noted"], [question for question in summary.questions if question.answered]),
        (app["record.open_noted"], [question for question in summary.questions if not question.answered]),
        (app["record.removed_noted"], summary.removed),
    ):
        if noted := [question for question in questions if one_line(question.note)]:
            yield Line(heading)
            yield from (Line(f"- {_name(question)}: {_quote(question.note)}") for question in noted)


def _name(question: SummaryQuestion) -> str:
    """The short name of a question; a typed question is quoted whole, so that its answer makes sense."""
    return one_line(question.short) or _quote(question.text)


def _decision(aid: Aid, summary: Summary) -> Iterator[Line]:
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
    yield from tuple(_typed_line(aid, app["record.led_by"], visit.led_by)) or (Line(app["record.led_by_not"]),)
    performs = app["record.performs"] if visit.performs_procedure else app["record.performs_not"]
    yield Line(performs.format(answer=visit.performs_procedure.text if visit.performs_procedure else ""))
    yield from _typed_line(aid, app["record.reason"], visit.reason)


def _about_the_person(aid: Aid, summary: Summary) -> Iterator[Line]:
    app = aid.words.app
    importance = {outcome.outcome: outcome.importance.text for outcome in summary.matters}
    matters = (
        app["record.mattering"].format(
            outcome=fact.name, importance=importance.get(fact.outcome, app["record.not_rated"])
        )
        for fact in summary.facts
    )
    heading = app["record.matters"] if summary.facts else app["record.matters_none"]
    yield Line(heading.format(matters=", ".join(matters)))
    yield from _list_line(aid, app["record.own_reasons"], [_quote(reason.text) for reason in summary.own_reasons])
    gap_text = app["record.gaps"] if summary.knowledge else app["record.gaps_not_asked"]
    gaps = gap_text.format(gaps=len(summary.gaps), number=len(summary.knowledge))
    yield from tuple(_list_line(aid, gaps, [gap.text for gap in summary.gaps])) or (Line(gaps),)
    unclear = [item.text if item.code else _quote(item.text) for item in summary.unclear]
    yield from _list_line(aid, app["record.unclear"], unclear)
    sure = app["record.sure"] if summary.sure else app["record.sure_not_taken"]
    yield Line(sure.format(result=summary.sure))


def _questions(aid: Aid, summary: Summary) -> Iterator[Line]:
    """The number of questions, and the names of those without a note."""
    app, questions = aid.words.app, summary.questions
    answered = [question for question in questions if question.answered]
    left_open = [question for question in questions if not question.answered]
    yield Line(app["record.questions"].format(answered=len(answered), number=len(questions)))
    for label, listed in ((app["record.answered"], answered), (app["record.open"], left_open)):
        names = [_name(question) for question in listed if not one_line(question.note)]
        yield from _list_line(aid, label, names, "questions")


def _typed_line(aid: Aid, label: str, text: str) -> Iterator[Line]:
    """A line with a typed text, unless the text is empty."""
    if quotable := one_line(text):
        yield Line(label, Quote(quotable, one_line(aid.words.app["record.cut"])))


def _quote(text: str) -> str:
    """A typed text in quotes; "" if it is empty."""
    return f'"{line}"' if (line := one_line(text)) else ""


def _list_line(
    aid: Aid, label: str, texts: list[str], what: Literal["questions", "entries"] = "entries"
) -> Iterator[Line]:
    """A line with a list of texts, unless all are empty."""
    if lines := tuple(filter(None, map(one_line, texts))):
        yield Line(label, Listing(lines, lambda number: one_line(amount_phrase(aid, MORE, what, number))))
