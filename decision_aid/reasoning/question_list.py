"""Which questions to take to the visit: deterministic, explainable, and even-handed.

A question is worth asking when one of its triggers fires; its score is ten times the sum of the fired weights plus
the importance (0–10) of the outcomes behind them. Ties keep the order of the bank. The list holds at most seven,
never more than two of a topic, and at least one question about each option alone. What the person kept,
reworded, added or took a note on stays whatever they answer later, up to fifteen questions; what they removed stays
away until they take it back.
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
"""Questions that stay on the list because of what the person did, even where it then has more than seven."""
ASK_FIRST = 3
MOST_OF_A_TOPIC = 2


@dataclass(frozen=True)
class Asked:
    """A question worth asking, with the triggers that fired (none for the person's own question) and its score."""

    id: str
    fired: tuple[Trigger, ...]
    score: int


@dataclass(frozen=True)
class QuestionList:
    """The questions to ask, in order; those left over, best first; and those the person removed."""

    listed: tuple[Asked, ...]
    more: tuple[Asked, ...]
    removed: tuple[Asked, ...]


def question_list(aid: Aid, answers: Answers) -> QuestionList:
    """The person's question list: the same answers always give the same list."""
    edits = answers.question_edits
    worth = {asked.id: asked for asked in _worth_asking(aid, answers)}
    there = {*aid.questions, *edits.own} - {*edits.removed}
    # What the doctor said comes first: it is on the list whatever else is wanted there.
    by_hand = [
        name for name in dict.fromkeys((*edits.notes, *edits.own, *edits.kept, *edits.reworded)) if name in there
    ]
    stay, waiting = by_hand[:MOST_BY_HAND], [_asked(name, worth) for name in by_hand[MOST_BY_HAND:]]

    def staying(names: Iterable[str]) -> list[Asked]:
        return [_asked(name, worth) for name in dict.fromkeys(names) if name in stay]

    kept, reworded, noted = staying((*edits.own, *edits.kept)), staying(edits.reworded), staying(edits.notes)
    offered = [asked for asked in worth.values() if asked.id in there and asked not in (*kept, *waiting)]
    chosen = _choose(aid, kept, offered)
    # A question in the person's words stays, too. Where it is on the list anyway, its words must not move any other.
    while lost := [asked for asked in reworded if asked not in chosen]:
        kept = [*kept, *lost]
        offered = [asked for asked in offered if asked not in lost]
        chosen = _choose(aid, kept, offered)
    # A later answer must not take away what the doctor said, so a question with a note stays. It comes on top, since
    # the others must not change while notes are taken.
    listed = _in_persons_order([*chosen, *(asked for asked in noted if asked not in chosen)], edits.order)
    return QuestionList(
        listed=tuple(listed),
        more=tuple(asked for asked in (*waiting, *offered) if asked not in listed),
        removed=tuple(_asked(name, worth) for name in edits.removed if name in edits.own or name in aid.questions),
    )


def _asked(name: str, worth: dict[str, Asked]) -> Asked:
    return worth.get(name, Asked(name, (), 0))


def _worth_asking(aid: Aid, answers: Answers) -> list[Asked]:
    """Every question of the bank with a trigger that fires, highest score first."""
    fired = {name: _fired(aid, question, answers) for name, question in aid.questions.items()}
    asked = [Asked(name, triggers, _score(triggers, answers)) for name, triggers in fired.items() if triggers]
    return sorted(asked, key=lambda one: -one.score)


def _fired(aid: Aid, question: Question, answers: Answers) -> tuple[Trigger, ...]:
    return tuple(trigger for trigger in question.triggers if fires(aid, trigger, answers))


def fires(aid: Aid, trigger: Trigger, answers: Answers) -> bool:
    """Whether what the person has answered sets off a trigger."""
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
            return _valued(aid, trigger, answers)
        case KnowledgeGapTrigger():
            return trigger.item in gaps(aid, answers)
        case InstrumentTrigger():
            return answers.instruments.get(trigger.instrument, {}).get(trigger.item) == "no"
        case MismatchTrigger():
            return outlook_of(aid, answers).mismatch
        case MedicineTrigger():
            return not {aid.medicines[name].group for name in known_medicines(aid, answers)}.isdisjoint(trigger.groups)


def _valued(aid: Aid, trigger: ImportanceTrigger, answers: Answers) -> bool:
    importance = answers.importance.get(trigger.outcome)
    if importance is None or importance == NOT_SURE:
        return trigger.when == "not_sure_how_much" and importance == NOT_SURE
    if trigger.when == "matters_but_uncertain":
        return importance >= MATTERS and aid.decision.outcomes[trigger.outcome].evidence_uncertain
    return trigger.when == "matters_a_lot" and importance >= MATTERS_A_LOT


def _score(fired: tuple[Trigger, ...], answers: Answers) -> int:
    ratings = [answers.importance.get(one.outcome) for one in fired if isinstance(one, ImportanceTrigger)]
    return 10 * sum(one.weight for one in fired) + max(
        (rating for rating in ratings if isinstance(rating, int)), default=0
    )


def _choose(aid: Aid, kept: list[Asked], offered: list[Asked]) -> list[Asked]:
    """What was kept by hand, filled up to seven with the highest scores that the rules of topic and balance allow.

    The highest score comes first; the person's own questions, which have none, come last until they move them.
    """
    room = max(0, LONGEST_LIST - len(kept))
    speaks_for = _missing_voices(aid, kept, offered)[:room]
    chosen = [*kept, *speaks_for]
    for asked in offered:
        if len(chosen) >= max(LONGEST_LIST, len(kept)):
            break
        if asked not in chosen and _fits(aid, asked, chosen):
            chosen.append(asked)
    bank = {name: place for place, name in enumerate(aid.questions)}
    return sorted(chosen, key=lambda asked: (-asked.score, bank.get(asked.id, len(bank))))


def _missing_voices(aid: Aid, kept: list[Asked], offered: list[Asked]) -> list[Asked]:
    """For each option that no kept question is about alone: the best offered one that is."""
    heard = {_alone(aid, asked) for asked in kept}
    voices: list[Asked] = []
    for option in aid.decision.options:
        if option not in heard:
            fitting = (one for one in offered if _alone(aid, one) == option and _fits(aid, one, [*kept, *voices]))
            voices.extend(list(fitting)[:1])
    return voices


def _fits(aid: Aid, asked: Asked, chosen: list[Asked]) -> bool:
    """Whether a question may join: at most two of a topic, and the balanced topics even between options."""
    topic = aid.questions[asked.id].topic
    same = [one for one in chosen if one.id in aid.questions and aid.questions[one.id].topic == topic]
    if len(same) >= MOST_OF_A_TOPIC:
        return False
    option = _alone(aid, asked)
    if option is None or topic not in aid.decision.balanced_topics:
        return True
    voices = Counter(_alone(aid, one) for one in same)
    return all(voices[option] <= voices[other] for other in aid.decision.options if other != option)


def _alone(aid: Aid, asked: Asked) -> str | None:
    """The one option a question is about, or None where it is about several or is the person's own."""
    question = aid.questions.get(asked.id)
    return question.about[0] if question and len(question.about) == 1 else None


def _in_persons_order(chosen: list[Asked], order: tuple[str, ...]) -> list[Asked]:
    """The chosen questions as the person ordered them; those that came later keep their place at the end."""
    place = {name: index for index, name in enumerate(order)}
    return sorted(chosen, key=lambda asked: place.get(asked.id, len(place)))
