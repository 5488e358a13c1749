"""Everything the person takes away, as one value. The screen and every export are renderings of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN, NOT_SURE, Answers, Importance, OwnReason
from decision_aid.pages import FIRST
from decision_aid.reasoning.medicines import group_label, grouped
from decision_aid.reasoning.preferences import by_importance
from decision_aid.reasoning.question_list import ASK_FIRST, Asked, question_list
from decision_aid.reasoning.safety import red_flags, to_tell
from decision_aid.reasoning.understanding import gaps
from decision_aid.summary import coded_answers as answered
from decision_aid.summary.coded_answers import Entry, Given
from decision_aid.summary.facts import KeyFact, key_facts, sources_of
from decision_aid.summary.reasons import because
from decision_aid.wording.citations import Citation


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
    short: str = ""
    """The aid's name for it in few words; "" where the person worded the question."""


@dataclass(frozen=True)
class Mattering:
    """An outcome by name, how much it matters ("8 of 10"), and what is known for each option."""

    outcome: str
    name: str
    importance: Given
    facts: dict[str, str]


@dataclass(frozen=True)
class TakenReason:
    """A reason of the person's own, the option it speaks for and how much it matters, as far as given."""

    text: str
    option: Given | None = None
    importance: Given | None = None


@dataclass(frozen=True)
class TakenMedicines:
    """The medicines of one group, as they are shown."""

    group: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class TakenVisit:
    """What was settled in the visit; texts are "" and answers None where nothing was said."""

    reason: str = ""
    decided: Given | None = None
    next_step: str = ""
    led_by: str = ""
    performs_procedure: Given | None = None


@dataclass(frozen=True)
class Summary:
    """What leaves with the person. Lists are empty, texts "" and answers None where nothing was answered."""

    title: str
    urgent: tuple[Given, ...]
    situation: tuple[Entry, ...]
    tell: tuple[str, ...]
    medicines: tuple[TakenMedicines, ...]
    matters: tuple[Mattering, ...]
    own_reasons: tuple[TakenReason, ...]
    facts: tuple[KeyFact, ...]
    opened: tuple[Given, ...]
    knowledge: tuple[Entry, ...]
    gaps: tuple[Given, ...]
    instruments: tuple[Entry, ...]
    sure: str
    gut_leaning: Given | None
    leaning: Given | None
    stage_at_start: Given | None
    stage_at_end: Given | None
    unclear: tuple[Given, ...]
    questions: tuple[TakenQuestion, ...]
    more: tuple[TakenQuestion, ...]
    removed: tuple[TakenQuestion, ...]
    visit: TakenVisit
    sources: tuple[Citation, ...]
    made_on: date
    version: str
    evidence_date: date


def summarize(aid: Aid, answers: Answers, today: date) -> Summary:
    """The summary of one person's answers, in the aid's language."""
    words, asked, facts = aid.words, question_list(aid, answers), key_facts(aid, answers)
    leanings = {name: leaning.label for name, leaning in words.leanings.items()}
    return Summary(
        title=words.pages[FIRST].title,
        urgent=tuple(
            Given(words.situation[factor].choices[choice].label, f"{factor}.{choice}")
            for factor, choice in red_flags(aid, answers)
        ),
        situation=tuple(answered.situation(aid, answers)),
        tell=tuple(words.situation[factor].choices[choice].tell for factor, choice in to_tell(aid, answers)),
        medicines=tuple(
            TakenMedicines(group_label(aid, group), names) for group, names in grouped(aid, answers).items()
        ),
        matters=matters(aid, answers),
        own_reasons=tuple(_own_reason(aid, reason) for reason in answers.own_reasons if reason.text.strip()),
        facts=facts,
        opened=tuple(Given(words.pages[page].menu, page) for page in answers.opened if page in words.pages),
        knowledge=tuple(answered.knowledge(aid, answers)),
        gaps=tuple(Given(words.knowledge[name].question, name) for name in gaps(aid, answers)),
        instruments=tuple(answered.instruments(aid, answers)),
        sure=answered.sure(aid, answers),
        gut_leaning=_given(leanings, answers.gut_leaning),
        leaning=_given(leanings, answers.leaning),
        stage_at_start=_given(words.stages, answers.stage_at_start),
        stage_at_end=_given(words.stages, answers.stage_at_end),
        unclear=_unclear(aid, answers),
        questions=tuple(_taken(aid, answers, one, place < ASK_FIRST) for place, one in enumerate(asked.listed)),
        more=tuple(_taken(aid, answers, one, first=False) for one in asked.more),
        removed=tuple(_taken(aid, answers, one, first=False) for one in asked.removed),
        visit=_visit(aid, answers),
        sources=sources_of(aid, facts),
        made_on=today,
        version=aid.decision.version,
        evidence_date=aid.decision.evidence_updated,
    )


def matters(aid: Aid, answers: Answers) -> tuple[Mattering, ...]:
    """The outcomes that were rated or marked "not sure", most important first, beside each option's facts."""
    outcomes = aid.words.outcomes
    return tuple(
        Mattering(
            one.outcome,
            outcomes[one.outcome].name,
            _importance(aid, one.importance),
            outcomes[one.outcome].facts,
        )
        for one in by_importance(aid, answers)
        if one.importance is not None
    )


def _importance(aid: Aid, importance: Importance) -> Given:
    text = aid.words.app["not_sure"] if importance == NOT_SURE else answered.rated(aid, importance)
    return Given(text, str(importance))


def _given(labels: Mapping[str, str], answer: str | None) -> Given | None:
    return Given(labels[answer], answer) if answer is not None and answer in labels else None


def _own_reason(aid: Aid, reason: OwnReason) -> TakenReason:
    options = {name: aid.words.options[name].name for name in aid.decision.options}
    importance = None if reason.importance is None else _importance(aid, reason.importance)
    return TakenReason(reason.text, _given(options, reason.option), importance)


def _unclear(aid: Aid, answers: Answers) -> tuple[Given, ...]:
    """What was marked as unclear, then what was typed."""
    marked = (Given(aid.words.unclear[item].label, item) for item in answers.unclear if item in aid.words.unclear)
    return (*marked, Given(answers.still_unclear)) if answers.still_unclear.strip() else tuple(marked)


def _visit(aid: Aid, answers: Answers) -> TakenVisit:
    visit, app = answers.visit, aid.words.app
    decisions = {name: aid.words.options[name].name for name in aid.decision.options}
    return TakenVisit(
        visit.reason.strip(),
        _given({**decisions, LEFT_OPEN: app["visit.left_open"]}, visit.decided),
        visit.next_step.strip(),
        visit.led_by.strip(),
        _given({"yes": app["yes"], "no": app["no"]}, visit.performs_procedure),
    )


def _taken(aid: Aid, answers: Answers, asked: Asked, first: bool) -> TakenQuestion:
    edits, app = answers.question_edits, aid.words.app
    note, answered = edits.notes.get(asked.id, ""), asked.id in edits.answered
    if asked.id in edits.own:
        return TakenQuestion(asked.id, edits.own[asked.id], app["because_own"], "", first, note, answered)
    words, reworded = aid.words.questions[asked.id], edits.reworded.get(asked.id)
    text, short = (reworded, "") if reworded else (words.text, words.short)
    ask = aid.words.askable[aid.questions[asked.id].ask]
    return TakenQuestion(asked.id, text, because(aid, answers, asked), ask, first, note, answered, short)
