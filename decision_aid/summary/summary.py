"""The summary that a person takes away, as one value. The screen and every export show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from decision_aid.model.aid import Aid
from decision_aid.model.answers import LEFT_OPEN, NOT_SURE, Answers, Importance, OwnReason
from decision_aid.pages import FIRST
from decision_aid.reasoning.medicines import group_label, group_medicines
from decision_aid.reasoning.preferences import by_importance
from decision_aid.reasoning.question_list import ASK_FIRST, ScoredQuestion, question_list
from decision_aid.reasoning.safety import red_flags, to_tell
from decision_aid.reasoning.understanding import gaps
from decision_aid.summary import coded_answers
from decision_aid.summary.coded_answers import AnsweredQuestion, CodedAnswer
from decision_aid.summary.facts import KeyFact, key_facts, sources_of
from decision_aid.summary.reasons import because
from decision_aid.wording.citations import Citation


@dataclass(frozen=True)
class SummaryQuestion:
    """A question of the list, why it is there ("Because …"), whom to ask, whether to ask it first, and the answer."""

    id: str
    text: str
    because: str
    ask: str
    first: bool
    note: str = ""
    answered: bool = False
    short: str = ""
    """The subject of the question in few words; "" where the person worded it."""


@dataclass(frozen=True)
class OutcomeImportance:
    """An outcome by name, how much it matters ("8 of 10"), and what is known for each option."""

    outcome: str
    name: str
    importance: CodedAnswer
    facts: dict[str, str]


@dataclass(frozen=True)
class SummaryReason:
    """An own reason, the option it speaks for and how much it matters; None where not answered."""

    text: str
    option: CodedAnswer | None = None
    importance: CodedAnswer | None = None


@dataclass(frozen=True)
class SummaryMedicines:
    """The medicines of one group, as they are shown."""

    group: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class SummaryVisit:
    """What was recorded in the visit; texts are "" and answers None where nothing was entered."""

    reason: str = ""
    decided: CodedAnswer | None = None
    next_step: str = ""
    led_by: str = ""
    performs_procedure: CodedAnswer | None = None


@dataclass(frozen=True)
class Summary:
    """The summary of one person's answers. Lists are empty, texts "" and answers None where nothing was answered."""

    title: str
    urgent: tuple[CodedAnswer, ...]
    situation: tuple[AnsweredQuestion, ...]
    tell: tuple[str, ...]
    medicines: tuple[SummaryMedicines, ...]
    matters: tuple[OutcomeImportance, ...]
    own_reasons: tuple[SummaryReason, ...]
    facts: tuple[KeyFact, ...]
    opened: tuple[CodedAnswer, ...]
    knowledge: tuple[AnsweredQuestion, ...]
    gaps: tuple[CodedAnswer, ...]
    instruments: tuple[AnsweredQuestion, ...]
    sure: str
    gut_leaning: CodedAnswer | None
    leaning: CodedAnswer | None
    stage_at_start: CodedAnswer | None
    stage_at_end: CodedAnswer | None
    unclear: tuple[CodedAnswer, ...]
    questions: tuple[SummaryQuestion, ...]
    more: tuple[SummaryQuestion, ...]
    removed: tuple[SummaryQuestion, ...]
    visit: SummaryVisit
    sources: tuple[Citation, ...]
    made_on: date
    version: str
    evidence_date: date


def summarize(aid: Aid, answers: Answers, today: date) -> Summary:
    """The summary of one person's answers, in the aid's language."""
    words, questions, facts = aid.words, question_list(aid, answers), key_facts(aid, answers)
    leanings = {name: leaning.label for name, leaning in words.leanings.items()}
    return Summary(
        title=words.pages[FIRST].title,
        urgent=tuple(
            CodedAnswer(words.situation[factor].choices[choice].label, f"{factor}.{choice}")
            for factor, choice in red_flags(aid, answers)
        ),
        situation=tuple(coded_answers.situation(aid, answers)),
        tell=tuple(words.situation[factor].choices[choice].tell for factor, choice in to_tell(aid, answers)),
        medicines=tuple(
            SummaryMedicines(group_label(aid, group), names) for group, names in group_medicines(aid, answers).items()
        ),
        matters=matters(aid, answers),
        own_reasons=tuple(_own_reason(aid, reason) for reason in answers.own_reasons if reason.text.strip()),
        facts=facts,
        opened=tuple(CodedAnswer(words.pages[page].menu, page) for page in answers.opened if page in words.pages),
        knowledge=tuple(coded_answers.knowledge(aid, answers)),
        gaps=tuple(CodedAnswer(words.knowledge[name].question, name) for name in gaps(aid, answers)),
        instruments=tuple(coded_answers.instruments(aid, answers)),
        sure=coded_answers.sure(aid, answers),
        gut_leaning=_coded(leanings, answers.gut_leaning),
        leaning=_coded(leanings, answers.leaning),
        stage_at_start=_coded(words.stages, answers.stage_at_start),
        stage_at_end=_coded(words.stages, answers.stage_at_end),
        unclear=_unclear(aid, answers),
        questions=tuple(
            _question(aid, answers, question, index < ASK_FIRST) for index, question in enumerate(questions.listed)
        ),
        more=tuple(_question(aid, answers, question, first=False) for question in questions.more),
        removed=tuple(_question(aid, answers, question, first=False) for question in questions.removed),
        visit=_visit(aid, answers),
        sources=sources_of(aid, facts),
        made_on=today,
        version=aid.decision.version,
        evidence_date=aid.decision.evidence_updated,
    )


def matters(aid: Aid, answers: Answers) -> tuple[OutcomeImportance, ...]:
    """The outcomes that were rated or marked "not sure", most important first, with each option's facts."""
    outcomes = aid.words.outcomes
    return tuple(
        OutcomeImportance(
            rating.outcome,
            outcomes[rating.outcome].name,
            _importance(aid, rating.importance),
            outcomes[rating.outcome].facts,
        )
        for rating in by_importance(aid, answers)
        if rating.importance is not None
    )


def _importance(aid: Aid, importance: Importance) -> CodedAnswer:
    text = aid.words.app["not_sure"] if importance == NOT_SURE else coded_answers.rating_text(aid, importance)
    return CodedAnswer(text, str(importance))


def _coded(labels: Mapping[str, str], answer: str | None) -> CodedAnswer | None:
    return CodedAnswer(labels[answer], answer) if answer is not None and answer in labels else None


def _own_reason(aid: Aid, reason: OwnReason) -> SummaryReason:
    options = {name: aid.words.options[name].name for name in aid.decision.options}
    importance = None if reason.importance is None else _importance(aid, reason.importance)
    return SummaryReason(reason.text, _coded(options, reason.option), importance)


def _unclear(aid: Aid, answers: Answers) -> tuple[CodedAnswer, ...]:
    """The items marked as unclear, then the typed text."""
    marked = (CodedAnswer(aid.words.unclear[item].label, item) for item in answers.unclear if item in aid.words.unclear)
    return (*marked, CodedAnswer(answers.still_unclear)) if answers.still_unclear.strip() else tuple(marked)


def _visit(aid: Aid, answers: Answers) -> SummaryVisit:
    visit, app = answers.visit, aid.words.app
    decisions = {name: aid.words.options[name].name for name in aid.decision.options}
    return SummaryVisit(
        visit.reason.strip(),
        _coded({**decisions, LEFT_OPEN: app["visit.left_open"]}, visit.decided),
        visit.next_step.strip(),
        visit.led_by.strip(),
        _coded({"yes": app["yes"], "no": app["no"]}, visit.performs_procedure),
    )


def _question(aid: Aid, answers: Answers, question: ScoredQuestion, first: bool) -> SummaryQuestion:
    edits, app = answers.question_edits, aid.words.app
    note, answered = edits.notes.get(question.id, ""), question.id in edits.answered
    if question.id in edits.own:
        return SummaryQuestion(question.id, edits.own[question.id], app["because_own"], "", first, note, answered)
    words, reworded = aid.words.questions[question.id], edits.reworded.get(question.id)
    text, short = (reworded, "") if reworded else (words.text, words.short)
    ask = aid.words.askable[aid.questions[question.id].ask]
    return SummaryQuestion(question.id, text, because(aid, answers, question), ask, first, note, answered, short)
