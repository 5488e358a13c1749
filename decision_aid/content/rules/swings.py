"""What is weighed can be weighed: effects point to things that exist, and a swing holds every effect it stands for."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid
from decision_aid.model.decision import EffectSource
from decision_aid.reasoning.effects import effect

ANY_LENS = "any"


def effects_can_be_weighed(aid: Aid) -> Iterator[Finding]:
    """An effect belongs to an option other than the reference, to a lens, and to an estimate with a usable range."""
    for where, outcome, option, lens, source in _effects(aid):
        if option not in aid.decision.options or option == aid.decision.reference:
            yield where[:-1], f"'{option}' is no option beside the reference: name one of the 'options'"
        elif lens not in (*aid.decision.lenses, ANY_LENS):
            yield where, f"'{lens}' is no lens: write one of {', '.join(aid.decision.lenses)} or {ANY_LENS}"
        elif source.estimate and source.estimate not in aid.evidence.estimates:
            yield where, f"'{source.estimate}' is no estimate: write one of the ids in evidence/order.yaml"
        elif aid.decision.outcomes[outcome].swing is None:
            yield (
                where,
                f"'{outcome}' has an effect but no swing: say in 'swing' which size of change the question names",
            )
        elif effect(aid, outcome, option, lens) is None:
            told = f"'{source.estimate}' cannot be weighed: it has no range, no head counts, or no value at this time"
            yield where, f"{told}; remove the effect, so that it reads 'not known'"


def swings_hold_their_effects(aid: Aid) -> Iterator[Finding]:
    """A swing is at least as large as the largest 95 % bound of any effect that it stands for."""
    for _, name, option, lens, source in _effects(aid):
        outcome = aid.decision.outcomes[name]
        if source.certain or outcome.swing is None or source.estimate not in aid.evidence.estimates:
            continue
        found = effect(aid, name, option, lens)
        bound = max(abs(found.low), abs(found.high)) if found else 0.0
        if bound > 1.0 + 1e-9:
            largest = f"{bound * outcome.swing.amount:.1f}".removesuffix(".0")
            told = f"the swing ({outcome.swing.amount:g}) is smaller than the largest bound of '{source.estimate}'"
            yield ("decision", "outcomes", name, "swing"), f"{told} ({largest}): make it at least that"


def _effects(aid: Aid) -> Iterator[tuple[Where, str, str, str, EffectSource]]:
    for name, outcome in aid.decision.outcomes.items():
        for option, lenses in outcome.effects.items():
            for lens, source in lenses.items():
                yield ("decision", "outcomes", name, "effects", option, lens), name, option, lens, source
