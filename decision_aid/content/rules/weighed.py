"""The things that everyone is asked to weigh are fair to every option."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid
from decision_aid.reasoning.effects import effect
from decision_aid.reasoning.preferences import ratable
from decision_aid.reasoning.things_to_weigh import main_outcomes


def main_outcomes_can_be_rated(aid: Aid) -> Iterator[Finding]:
    """An outcome that everyone is asked to weigh is one that can be rated."""
    for name, outcome in aid.decision.outcomes.items():
        if outcome.main and not outcome.rated:
            yield ("decision", "outcomes", name, "main"), f"nobody rates '{name}': take 'main' away, or let it be rated"


def main_outcomes_speak_for_and_against_each_option(aid: Aid) -> Iterator[Finding]:
    """Where some outcomes are marked as main, each option has one among them that speaks for it and one that speaks
    against it: a benefit that it brings or misses, a harm or burden that it spares or brings."""
    main = main_outcomes(aid)
    if main == ratable(aid):
        return
    sides = {side for name in main for side in _sides(aid, name)}
    for option in aid.decision.options:
        for way, does in (("for", "better"), ("against", "worse")):
            if (option, way) not in sides:
                told = f"no main outcome speaks {way} '{option}': mark one with 'main: true' on which it does {does}"
                yield ("decision", "outcomes"), told


def _sides(aid: Aid, outcome: str) -> Iterator[tuple[str, str]]:
    """Which options do better on an outcome than another one, and which do worse, through each kind of study.

    Nothing where what an option does is not known.
    """
    for comparator in aid.decision.comparators:
        known = {option: effect(aid, outcome, option, comparator) for option in aid.decision.options}
        means = {option: one.mean for option, one in known.items() if one is not None}
        if len(means) == len(known):
            yield from ((option, "for") for option, mean in means.items() if mean > min(means.values()))
            yield from ((option, "against") for option, mean in means.items() if mean < max(means.values()))
