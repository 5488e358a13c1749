"""Questions about the facts have an answer that the aid gives."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding, check_id
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE
from decision_aid.model.evidence import Frequency
from decision_aid.reasoning.frequencies import natural_frequency


def knowledge_can_be_answered(aid: Aid) -> Iterator[Finding]:
    """A knowledge item has its right answer and "not sure" among the choices, and a page that explains it."""
    for name, item in aid.knowledge.items():
        where = ("knowledge", name)
        listed_in = f"'choices' of '{name}'"
        yield from check_id((*where, "right"), item.right, item.choices, "choice", listed_in)
        if NOT_SURE not in item.choices:
            yield (*where, "choices"), f"nobody has to know: add '{NOT_SURE}' to {listed_in}"
        yield from check_id((*where, "page"), item.page, aid.words.pages, "page", "words/en/pages")
        if item.outcome:
            yield from check_id((*where, "outcome"), item.outcome, aid.decision.outcomes, "outcome", "decision.yaml")


def reflections_show_a_count(aid: Aid) -> Iterator[Finding]:
    """A reflection asks about an estimate on the chances page and one of its groups that has a count."""
    countable = _countable_groups(aid)
    for name, reflection in aid.decision.reflections.items():
        where, estimate = ("decision", "reflections", name), reflection.estimate
        if estimate not in countable:
            noun = "count on the chances page"
            yield from check_id((*where, "estimate"), estimate, countable, noun, "a row of an outcome")
        else:
            listed_in = f"the arms of '{estimate}'"
            yield from check_id(
                (*where, "group"), reflection.group, countable[estimate], "group with a count", listed_in
            )


def _countable_groups(aid: Aid) -> dict[str, list[str]]:
    """The groups with a count of one person or more, by estimate on the chances page."""
    rows = [row for outcome in aid.decision.outcomes.values() for row in outcome.rows.values()]
    names = [name for row in rows for name in row.estimates if name in aid.evidence.estimates]
    groups_by_estimate = {name: _countable(aid, name) for name in names}
    return {name: groups for name, groups in groups_by_estimate.items() if groups}


def _countable(aid: Aid, estimate: str) -> list[str]:
    measure = aid.evidence.estimates[estimate].measure
    if not isinstance(measure, Frequency):
        return []
    arms = [arm for arm in measure.arms if not arm.cannot_happen]
    return [arm.group for arm in arms if natural_frequency(arm, measure.per).count]
