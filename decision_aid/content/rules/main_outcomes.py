"""The main outcomes, which everyone is asked to weigh, are fair to every option."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid
from decision_aid.reasoning.effects import effect
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.reasoning.things_to_weigh import main_outcomes


def main_outcomes_can_be_rated(aid: Aid) -> Iterator[Finding]:
    """An outcome that everyone is asked to weigh is one that can be rated."""
    for name, outcome in aid.decision.outcomes.items():
        if outcome.main and not outcome.rated:
            yield ("decision", "outcomes", name, "main"), f"nobody rates '{name}': take 'main' away, or let it be rated"


def main_outcomes_speak_for_and_against_each_option(aid: Aid) -> Iterator[Finding]:
    """If some outcomes are marked as main, at least one of them speaks for each option and at least one against it:
    a benefit that it brings or misses, a harm or burden that it avoids or brings."""
    main = main_outcomes(aid)
    if main == ratable_outcomes(aid):
        return
    sides = {side for name in main for side in _sides(aid, name)}
    for option in aid.decision.options:
        for way, does in (("for", "better"), ("against", "worse")):
            if (option, way) not in sides:
                fault = f"no main outcome speaks {way} '{option}': mark one with 'main: true' on which it does {does}"
                yield ("decision", "outcomes"), fault


def _sides(aid: Aid, outcome: str) -> Iterator[tuple[str, str]]:
    """Options that do better ("for") or worse ("against") than another on an outcome, by each comparator.

    Empty if the effect of an option is not known.
    """
    for comparator in aid.decision.comparators:
        effects = {option: effect(aid, outcome, option, comparator) for option in aid.decision.options}
        means = {option: weighed.mean for option, weighed in effects.items() if weighed is not None}
        if len(means) == len(effects):
            yield from ((option, "for") for option, mean in means.items() if mean > min(means.values()))
            yield from ((option, "against") for option, mean in means.items() if mean < max(means.values()))
