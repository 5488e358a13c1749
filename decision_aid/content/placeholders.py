"""Fill placeholders such as `{estimate.form}` in words with figures from the evidence.

The grammar is in docs/writing.md. Templates of the interface ("{name}", without a dot) are left to the views.
"""

import re
from typing import Any

from decision_aid.content.figures import UnfillableError, figure
from decision_aid.content.rules.finding import Finding
from decision_aid.content.site import OF_THE_SITE, site_text
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid
from decision_aid.model.words import Words
from decision_aid.wording.sentences import number, time

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def fill(aid: Aid) -> tuple[Aid, list[Finding]]:
    """The aid with its placeholders filled, and a finding for each that could not be (it stays unfilled)."""
    findings: list[Finding] = []

    def walk(where: Where, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: walk((*where, key), inner) for key, inner in value.items()}
        if isinstance(value, tuple):
            return tuple(walk((*where, index), inner) for index, inner in enumerate(value))
        return _fill_text(aid, where, value, findings) if isinstance(value, str) else value

    words = walk(("words", aid.words.language), aid.words.model_dump())
    quoted_by_outcome = {
        name: _quoted(aid, " ".join(outcome.facts.values())) for name, outcome in aid.words.outcomes.items()
    }
    quoted_by_option = {
        name: _quoted(aid, " ".join(option.answers.values())) for name, option in aid.words.options.items()
    }
    filled = {"words": Words.model_validate(words), "quoted": quoted_by_outcome, "quoted_by_option": quoted_by_option}
    return aid.model_copy(update={**filled, "quoted_elsewhere": _quoted_elsewhere(aid)}), findings


def _quoted_elsewhere(aid: Aid) -> dict[str, tuple[str, ...]]:
    """The estimates that each page and timeline quotes."""
    pages = {
        f"pages.{name}": " ".join(section.text for section in page.sections.values())
        for name, page in aid.words.pages.items()
    }
    timelines = {
        f"timelines.{option}": " ".join(stage.text for phase in phases.values() for stage in phase.stages.values())
        for option, phases in aid.words.timelines.items()
    }
    return {name: _quoted(aid, text) for name, text in {**pages, **timelines}.items()}


def _quoted(aid: Aid, text: str) -> tuple[str, ...]:
    """The ids of the estimates that a text quotes, each once, in order."""
    names = (match.group(1).partition(".")[0] for match in _PLACEHOLDER.finditer(text))
    return tuple(dict.fromkeys(name for name in names if name in aid.evidence.estimates))


def _fill_text(aid: Aid, where: Where, text: str, findings: list[Finding]) -> str:
    def replace(match: re.Match[str]) -> str:
        name = match.group(1)
        if "." not in name and where[2] in ("app", "booklet"):
            return match.group()
        try:
            own_value = _OWN.get((str(where[2]), name))
            if own_value:
                return own_value(aid, str(where[3]))
            return site_text(aid, name.removeprefix(OF_THE_SITE)) if name.startswith(OF_THE_SITE) else figure(aid, name)
        except UnfillableError as fault:
            findings.append((where, f"the placeholder {{{name}}} {fault}"))
            return match.group()

    return _PLACEHOLDER.sub(replace, text)


def _own_time(aid: Aid, estimate: str) -> str:
    """The value of `{time}` in an estimate's own words: when it was measured."""
    record = aid.evidence.estimates.get(estimate)
    if record is None or record.horizon is None:
        raise UnfillableError(
            f"needs the time of this estimate: give it a 'horizon' in evidence/estimates/{estimate}.yaml"
        )
    try:
        return time(aid, record.horizon)
    except KeyError:
        return "{time}"  # The word for this time is missing: a rule says so of the word itself.


def _own_swing(aid: Aid, outcome: str) -> str:
    """The value of `{swing}` in an outcome's own words: the size of change that its question names."""
    record = aid.decision.outcomes.get(outcome)
    if record is None or record.swing is None:
        raise UnfillableError("needs the swing of this outcome: give it a 'swing' in decision.yaml")
    return number(aid, record.swing.amount)


_OWN = {("estimates", "time"): _own_time, ("outcomes", "swing"): _own_swing}
"""Placeholders that refer to the item whose words they stand in, so that they need no id."""
