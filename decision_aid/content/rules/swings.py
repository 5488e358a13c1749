"""Effects refer to ids that exist; each swing is at least as large as its effects, and its words count as it does."""

import re
from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid
from decision_aid.model.decision import EffectSource
from decision_aid.reasoning.effects import effect

ANY_COMPARATOR = "any"

_NUMBER = re.compile(r"\b\d{1,3}(?:[., \u00a0]\d{3})+\b|\d+")


def effects_can_be_weighed(aid: Aid) -> Iterator[Finding]:
    """An effect names an option other than the reference, a comparator, and an estimate with a usable range."""
    for where, outcome, option, comparator, source in _effects(aid):
        if option not in aid.decision.options or option == aid.decision.reference:
            yield where[:-1], f"'{option}' is no option beside the reference: name one of the 'options'"
        elif comparator not in (*aid.decision.comparators, ANY_COMPARATOR):
            choices = ", ".join(aid.decision.comparators)
            yield where, f"'{comparator}' is no comparator: write one of {choices} or {ANY_COMPARATOR}"
        elif source.estimate and source.estimate not in aid.evidence.estimates:
            yield where, f"'{source.estimate}' is no estimate: write one of the ids in evidence/order.yaml"
        elif aid.decision.outcomes[outcome].swing is None:
            yield (
                where,
                f"'{outcome}' has an effect but no swing: say in 'swing' which size of change the question names",
            )
        elif effect(aid, outcome, option, comparator) is None:
            fault = f"'{source.estimate}' cannot be weighed: it has no range, no head counts, or no value at this time"
            yield where, f"{fault}; remove the effect, so that it reads 'not known'"


def swings_hold_their_effects(aid: Aid) -> Iterator[Finding]:
    """A swing is at least as large as the largest 95% bound of any of its effects."""
    for _, name, option, comparator, source in _effects(aid):
        outcome = aid.decision.outcomes[name]
        if source.certain or outcome.swing is None or source.estimate not in aid.evidence.estimates:
            continue
        weighed = effect(aid, name, option, comparator)
        bound = max(abs(weighed.low), abs(weighed.high)) if weighed else 0.0
        if bound > 1.0 + 1e-9:
            largest = f"{bound * outcome.swing.amount:.1f}".removesuffix(".0")
            fault = f"the swing ({outcome.swing.amount:g}) is smaller than the largest bound of '{source.estimate}'"
            yield ("decision", "outcomes", name, "swing"), f"{fault} ({largest}): make it at least that"


def words_count_as_the_swing_does(aid: Aid) -> Iterator[Finding]:
    """The words for a swing name the number that it counts out of: its 'per', or the top of its scale; and no other."""
    for name, words in aid.words.outcomes.items():
        outcome = aid.decision.outcomes.get(name)
        if not words.change or outcome is None or outcome.swing is None:
            continue
        scale = aid.decision.scales.get(outcome.swing.scale or "")
        whole = outcome.swing.per or (scale.high if scale else None)
        counted = {whole} if whole else set()
        said = {int(re.sub(r"\D", "", number)) for number in _NUMBER.findall(words.change)}
        if said != counted:
            fault = f"these words count out of {_listed(said)}, and the swing in decision.yaml"
            where = ("words", aid.words.language, "outcomes", name, "change")
            yield where, f"{fault} out of {_listed(counted)}: say the same in both"


def _listed(numbers: set[int]) -> str:
    return " and ".join(map(str, sorted(numbers))) or "no number"


def _effects(aid: Aid) -> Iterator[tuple[Where, str, str, str, EffectSource]]:
    for name, outcome in aid.decision.outcomes.items():
        for option, comparators in outcome.effects.items():
            for comparator, source in comparators.items():
                yield ("decision", "outcomes", name, "effects", option, comparator), name, option, comparator, source
