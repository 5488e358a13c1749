"""The facts that leave with the person: for each outcome that matters most, what is known, and its people as icons."""

from dataclasses import dataclass

from decision_aid.exports.citations import cited_briefly
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.evidence import Frequency
from decision_aid.reasoning.describe import arm_told, studied
from decision_aid.reasoning.frequencies import NaturalFrequency, natural_frequency
from decision_aid.reasoning.key_facts import key_rows, named_outcomes


@dataclass(frozen=True)
class PicturedGroup:
    """One group of people: its name, its sentence (both frames and the range), and its icons where there are any."""

    group: str
    told: str
    people: NaturalFrequency | None


@dataclass(frozen=True)
class Compared:
    """One figure: what was compared with what, in whom and when, and its groups."""

    estimate: str
    comparator: str
    title: str
    studied: str
    groups: tuple[PicturedGroup, ...]


@dataclass(frozen=True)
class KeyFact:
    """An outcome, what is known for each option (by its name), and the figures that can be drawn as people."""

    outcome: str
    name: str
    known: tuple[tuple[str, str], ...]
    figures: tuple[Compared, ...]


def key_facts(aid: Aid, answers: Answers) -> tuple[KeyFact, ...]:
    """The facts on the outcomes that matter most to this person, the most important first; none before they said."""
    return tuple(_fact(aid, name) for name in named_outcomes(aid, answers))


def _fact(aid: Aid, name: str) -> KeyFact:
    words = aid.words.outcomes[name]
    known = tuple((aid.words.options[option].name, words.facts[option]) for option in aid.decision.options)
    figures = (figure for estimate in _estimates(aid, name) for figure in _figures(aid, estimate))
    return KeyFact(name, words.name, known, tuple(figures))


def _estimates(aid: Aid, outcome: str) -> list[str]:
    rows = aid.decision.outcomes[outcome].rows
    return [estimate for shown in key_rows(aid, outcome) for estimate in rows[shown.row].estimates]


def _figures(aid: Aid, name: str) -> list[Compared]:
    estimate, words = aid.evidence.estimates[name], aid.words.estimates[name]
    if not isinstance(measure := estimate.measure, Frequency):
        return []
    groups = tuple(
        PicturedGroup(
            aid.words.groups[arm.group],
            arm_told(aid, name, arm, measure.per),
            None if arm.cannot_happen else natural_frequency(arm, measure.per),
        )
        for arm in measure.arms
    )
    return [Compared(name, aid.words.comparators[estimate.comparator].name, words.title, studied(aid, name), groups)]


def sources_of(aid: Aid, facts: tuple[KeyFact, ...]) -> tuple[str, ...]:
    """The sources of all figures in these facts, each once, with where to read it."""
    shown = [one for fact in facts for one in (*aid.quoted.get(fact.outcome, ()), *_drawn(fact))]
    names = dict.fromkeys(source for one in shown for source in aid.evidence.estimates[one].sources)
    return tuple(cited_briefly(aid.evidence.sources[name]) for name in names)


def _drawn(fact: KeyFact) -> list[str]:
    return [figure.estimate for figure in fact.figures]
