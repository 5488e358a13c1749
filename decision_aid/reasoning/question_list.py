"""Which questions to take to the visit: deterministic, explainable, and even-handed.

A question is worth asking when one of its triggers fires; its score is ten times the sum of the fired weights plus the
importance (0–10) of the outcomes behind them. Ties keep the order of the bank. The list holds at most seven, never more
than two of a topic, and at least one question about each option alone. Questions that the person kept, reworded, added
or took a note on stay whatever they answer later, up to fifteen; removed ones stay away until they are put back.
Method: question prompt lists (Kinnersley et al., BMJ 2008;337:a485) and list length from the CDC Clear
Communication Index; the scoring is this project's own convention.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.model.questions import (
    AlwaysTrigger,
    ImportanceTrigger,
    InstrumentTrigger,
    KnowledgeGapTrigger,
    LeaningTrigger,
    MedicineTrigger,
    MismatchTrigger,
    Question,
    SituationTrigger,
    Trigger,
    UnclearTrigger,
)
from decision_aid.reasoning.medicines import known_medicines
from decision_aid.reasoning.outlook import outlook_of
from decision_aid.reasoning.preferences import MATTERS, MATTERS_A_LOT
from decision_aid.reasoning.understanding import gaps

LONGEST_LIST = 7
MOST_BY_HAND = 15
"""Maximum number of questions that stay because of the person's edits, even if the list then exceeds seven."""
ASK_FIRST = 3
MOST_OF_A_TOPIC = 2


@dataclass(frozen=True)
class ScoredQuestion:
    """A question worth asking, with the triggers that fired (none for an own question) and its score."""

    id: str
    fired: tuple[Trigger, ...]
    score: int


@dataclass(frozen=True)
class QuestionList:
    """The questions to ask, in order; those left over, best first; and those the person removed."""

    listed: tuple[ScoredQuestion, ...]
    more: tuple[ScoredQuestion, ...]
    removed: tuple[ScoredQuestion, ...]


def question_list(aid: Aid, answers: Answers) -> QuestionList:
    """The person's question list: the same answers always give the same list."""
    edits = answers.question_edits
    worth = {question.id: question for question in _questions_worth_asking(aid, answers)}
    available = {*aid.questions, *edits.own} - {*edits.removed}
    # Questions with a note of the doctor's answer come first: they stay whatever else is added.
    by_hand = [
        name for name in dict.fromkeys((*edits.notes, *edits.own, *edits.kept, *edits.reworded)) if name in available
    ]
    stay, waiting = by_hand[:MOST_BY_HAND], [_scored(name, worth) for name in by_hand[MOST_BY_HAND:]]

    def staying(names: Iterable[str]) -> list[ScoredQuestion]:
        return [_scored(name, worth) for name in dict.fromkeys(names) if name in stay]

    kept, reworded, noted = staying((*edits.own, *edits.kept)), staying(edits.reworded), staying(edits.notes)
    offered = [
        question for question in worth.values() if question.id in available and question not in (*kept, *waiting)
    ]
    chosen = _choose(aid, kept, offered)
    # A reworded question stays, too. If it is on the list anyway, rewording it must not move any other question.
    while lost := [question for question in reworded if question not in chosen]:
        kept = [*kept, *lost]
        offered = [question for question in offered if question not in lost]
        chosen = _choose(aid, kept, offered)
    # A later answer must not remove the doctor's answer, so a question with a note stays. It is added to the others,
    # which must not change while notes are taken.
    listed = _in_persons_order([*chosen, *(question for question in noted if question not in chosen)], edits.order)
    return QuestionList(
        listed=tuple(listed),
        more=tuple(question for question in (*waiting, *offered) if question not in listed),
        removed=tuple(_scored(name, worth) for name in edits.removed if name in edits.own or name in aid.questions),
    )


def _scored(name: str, worth: dict[str, ScoredQuestion]) -> ScoredQuestion:
    return worth.get(name, ScoredQuestion(name, (), 0))


def _questions_worth_asking(aid: Aid, answers: Answers) -> list[ScoredQuestion]:
    """Every question of the bank with a trigger that fires, highest score first."""
    fired = {name: _fired(aid, question, answers) for name, question in aid.questions.items()}
    questions = [
        ScoredQuestion(name, triggers, _score(triggers, answers)) for name, triggers in fired.items() if triggers
    ]
    return sorted(questions, key=lambda question: -question.score)


def _fired(aid: Aid, question: Question, answers: Answers) -> tuple[Trigger, ...]:
    return tuple(trigger for trigger in question.triggers if fires(aid, trigger, answers))


def fires(aid: Aid, trigger: Trigger, answers: Answers) -> bool:
    """Whether the person's answers fire a trigger."""
    match trigger:
        case AlwaysTrigger():
            return True
        case SituationTrigger(factor=factor, at_least=None):
            return not set(trigger.answers).isdisjoint(answers.chose(factor))
        case SituationTrigger(factor=factor, at_least=least):
            value = answers.situation.get(factor)
            return isinstance(value, int) and least is not None and value >= least
        case LeaningTrigger():
            return answers.leaning in trigger.answers
        case UnclearTrigger():
            return trigger.item in answers.unclear
        case ImportanceTrigger():
            return _importance_fires(aid, trigger, answers)
        case KnowledgeGapTrigger():
            return trigger.item in gaps(aid, answers)
        case InstrumentTrigger():
            return answers.instruments.get(trigger.instrument, {}).get(trigger.item) == "no"
        case MismatchTrigger():
            return outlook_of(aid, answers).mismatch
        case MedicineTrigger():
            return not {aid.medicines[name].group for name in known_medicines(aid, answers)}.isdisjoint(trigger.groups)


def _importance_fires(aid: Aid, trigger: ImportanceTrigger, answers: Answers) -> bool:
    importance = answers.importance.get(trigger.outcome)
    if importance is None or importance == NOT_SURE:
        return trigger.when == "not_sure_how_much" and importance == NOT_SURE
    if trigger.when == "matters_but_uncertain":
        return importance >= MATTERS and aid.decision.outcomes[trigger.outcome].evidence_uncertain
    return trigger.when == "matters_a_lot" and importance >= MATTERS_A_LOT


def _score(fired: tuple[Trigger, ...], answers: Answers) -> int:
    ratings = [answers.importance.get(trigger.outcome) for trigger in fired if isinstance(trigger, ImportanceTrigger)]
    return 10 * sum(trigger.weight for trigger in fired) + max(
        (rating for rating in ratings if isinstance(rating, int)), default=0
    )


def _choose(aid: Aid, kept: list[ScoredQuestion], offered: list[ScoredQuestion]) -> list[ScoredQuestion]:
    """The kept questions, filled up to seven with the highest scores that the rules of topic and balance allow.

    The highest score comes first; own questions, which have no score, come last unless the person moves them.
    """
    room = max(0, LONGEST_LIST - len(kept))
    speaks_for = _missing_voices(aid, kept, offered)[:room]
    chosen = [*kept, *speaks_for]
    for question in offered:
        if len(chosen) >= max(LONGEST_LIST, len(kept)):
            break
        if question not in chosen and _fits(aid, question, chosen):
            chosen.append(question)
    bank = {name: index for index, name in enumerate(aid.questions)}
    return sorted(chosen, key=lambda question: (-question.score, bank.get(question.id, len(bank))))


def _missing_voices(aid: Aid, kept: list[ScoredQuestion], offered: list[ScoredQuestion]) -> list[ScoredQuestion]:
    """For each option that no kept question is about alone: the offered question with the highest score that is."""
    heard = {_only_option(aid, question) for question in kept}
    voices: list[ScoredQuestion] = []
    for option in aid.decision.options:
        if option not in heard:
            about = (question for question in offered if _only_option(aid, question) == option)
            fitting = (question for question in about if _fits(aid, question, [*kept, *voices]))
            voices.extend(list(fitting)[:1])
    return voices


def _fits(aid: Aid, question: ScoredQuestion, chosen: list[ScoredQuestion]) -> bool:
    """Whether a question may join: at most two of a topic, and the balanced topics even between options."""
    topic = aid.questions[question.id].topic
    same = [other for other in chosen if other.id in aid.questions and aid.questions[other.id].topic == topic]
    if len(same) >= MOST_OF_A_TOPIC:
        return False
    option = _only_option(aid, question)
    if option is None or topic not in aid.decision.balanced_topics:
        return True
    voices = Counter(_only_option(aid, other) for other in same)
    return all(voices[option] <= voices[other] for other in aid.decision.options if other != option)


def _only_option(aid: Aid, question: ScoredQuestion) -> str | None:
    """The option that a question is about, or None where it is about several or is an own question."""
    entry = aid.questions.get(question.id)
    return entry.about[0] if entry and len(entry.about) == 1 else None


def _in_persons_order(chosen: list[ScoredQuestion], order: tuple[str, ...]) -> list[ScoredQuestion]:
    """The chosen questions as the person ordered them; questions added later follow at the end."""
    positions = {name: index for index, name in enumerate(order)}
    return sorted(chosen, key=lambda question: positions.get(question.id, len(positions)))
