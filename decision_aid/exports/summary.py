"""Everything the person takes away, as one value. The screen and every export are renderings of it."""

from dataclasses import dataclass
from datetime import date

from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.model.questions import (
    Always,
    Leant,
    Medicated,
    Mismatched,
    Situated,
    Trigger,
    Unclear,
    Unknown,
    Unsure,
    Valued,
)
from decision_aid.reasoning.medicines import group_label, grouped, known_medicines
from decision_aid.reasoning.preferences import by_importance
from decision_aid.reasoning.question_list import ASK_FIRST, Asked, question_list
from decision_aid.reasoning.safety import red_flags, to_tell


@dataclass(frozen=True)
class TakenQuestion:
    """A question as it will be asked, why ("Because …"), whom to ask, whether it comes first, and what was answered."""

    id: str
    text: str
    because: str
    ask: str
    first: bool
    note: str = ""
    answered: bool = False


@dataclass(frozen=True)
class Mattering:
    """An outcome by name, how much it matters ("8 of 10"), and what is known for each option."""

    outcome: str
    name: str
    importance: str
    facts: dict[str, str]


@dataclass(frozen=True)
class Summary:
    """What leaves with the person. Lists are empty and texts "" where nothing was answered."""

    title: str
    urgent: tuple[str, ...]
    situation: tuple[tuple[str, str], ...]
    tell: tuple[str, ...]
    medicines: tuple[tuple[str, tuple[str, ...]], ...]
    matters: tuple[Mattering, ...]
    own_reasons: tuple[str, ...]
    leaning: str
    unclear: tuple[str, ...]
    questions: tuple[TakenQuestion, ...]
    more: tuple[TakenQuestion, ...]
    removed: tuple[TakenQuestion, ...]
    made_on: date
    version: str
    evidence_date: date


def summarize(aid: Aid, answers: Answers, today: date) -> Summary:
    """The summary of one person's answers, in the aid's language."""
    words, asked = aid.words, question_list(aid, answers)
    return Summary(
        title=words.pages["welcome"].title,
        urgent=tuple(words.situation[factor].choices[choice].label for factor, choice in red_flags(aid, answers)),
        situation=tuple(_situation(aid, answers)),
        tell=tuple(words.situation[factor].choices[choice].tell for factor, choice in to_tell(aid, answers)),
        medicines=tuple((group_label(aid, group), names) for group, names in grouped(aid, answers).items()),
        matters=matters(aid, answers),
        own_reasons=tuple(
            _own_reason(aid, reason.text, reason.option) for reason in answers.own_reasons if reason.text.strip()
        ),
        leaning=words.leanings[answers.leaning].label if answers.leaning in words.leanings else "",
        unclear=tuple(words.unclear[item].label for item in answers.unclear if item in words.unclear)
        + ((answers.still_unclear,) if answers.still_unclear.strip() else ()),
        questions=tuple(_taken(aid, answers, one, place < ASK_FIRST) for place, one in enumerate(asked.listed)),
        more=tuple(_taken(aid, answers, one, first=False) for one in asked.more),
        removed=tuple(_taken(aid, answers, one, first=False) for one in asked.removed),
        made_on=today,
        version=aid.decision.version,
        evidence_date=aid.decision.evidence_updated,
    )


def matters(aid: Aid, answers: Answers) -> tuple[Mattering, ...]:
    """The outcomes that were rated or marked "not sure", most important first, beside each option's facts."""
    app, outcomes = aid.words.app, aid.words.outcomes
    return tuple(
        Mattering(
            rated.outcome,
            outcomes[rated.outcome].name,
            app["not_sure"] if rated.importance == NOT_SURE else app["rated"].format(rating=rated.importance),
            outcomes[rated.outcome].facts,
        )
        for rated in by_importance(aid, answers)
        if rated.importance is not None
    )


def _situation(aid: Aid, answers: Answers) -> list[tuple[str, str]]:
    """Each answered question of the situation with its answer in words; unanswered ones are left out."""
    lines = []
    for name, factor in aid.situation.items():
        words, answer = aid.words.situation[name], answers.situation.get(name)
        if factor.kind == "scale" and isinstance(answer, int):
            lines.append((words.question, aid.words.app["rated"].format(rating=answer)))
        elif factor.kind == "text" and isinstance(answer, str) and answer.strip():
            lines.append((words.question, answer))
        elif labels := [words.choices[choice].label for choice in answers.chose(name) if choice in words.choices]:
            lines.append((words.question, "; ".join(labels)))
    return lines


def _own_reason(aid: Aid, text: str, option: str | None) -> str:
    if option not in aid.words.options:
        return text
    return aid.words.app["own_reason_for"].format(reason=text, option=aid.words.options[option].name)


def _taken(aid: Aid, answers: Answers, asked: Asked, first: bool) -> TakenQuestion:
    edits, app = answers.question_edits, aid.words.app
    note, answered = edits.notes.get(asked.id, ""), asked.id in edits.answered
    if asked.id in edits.own:
        return TakenQuestion(asked.id, edits.own[asked.id], app["because_own"], "", first, note, answered)
    text = edits.reworded.get(asked.id, aid.words.questions[asked.id].text)
    ask = aid.words.askable[aid.questions[asked.id].ask]
    return TakenQuestion(asked.id, text, _because(aid, answers, asked), ask, first, note, answered)


def _because(aid: Aid, answers: Answers, asked: Asked) -> str:
    """Why a question is on the list: the answers that brought it up, or its own reason where none did."""
    reasons = [reason for trigger in asked.fired if (reason := _reason(aid, answers, trigger))]
    shown = list(dict.fromkeys(reasons))[:2] or [aid.words.questions[asked.id].why]
    return aid.words.app["because"].format(reason=aid.words.app["and"].join(shown))


def _reason(aid: Aid, answers: Answers, trigger: Trigger) -> str:
    words = aid.words
    match trigger:
        case Always():
            return ""
        case Situated(factor=factor, at_least=None):
            given = (choice for choice in trigger.answers if choice in answers.chose(factor))
            return next((words.situation[factor].choices[choice].because for choice in given), "")
        case Situated(factor=factor):
            return words.situation[factor].because
        case Leant():
            return words.leanings[answers.leaning].because if answers.leaning else ""
        case Unclear(item=item):
            return words.unclear[item].because
        case Unknown(item=item):
            return words.knowledge[item].because
        case Unsure(instrument=instrument, item=item):
            return words.instrument_reasons[instrument][item]
        case Mismatched():
            return words.app["because_mismatch"]
        case Medicated(groups=groups):
            taken = (aid.medicines[name].group for name in known_medicines(aid, answers))
            return next((words.medicine_groups[group].because for group in taken if group in groups), "")
        case Valued():
            return words.app[f"because_{trigger.when}"].format(outcome=words.outcomes[trigger.outcome].name)
