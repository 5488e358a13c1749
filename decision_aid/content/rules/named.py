"""What has ids on one side and words on the other, listed once for all rules about the two."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from decision_aid.content.rules.finding import ESTIMATE_FILES, items, keys
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Arm, Course, Difference, Frequency, Mean, Measure, Point, Quantity
from decision_aid.pages import PAGES

_DECISION = "decision.yaml"
_STOCKS = {
    "groups": "group",
    "comparators": "comparator",
    "topics": "topic",
    "askable": "person to ask",
    "situation_groups": "group of factors",
}


@dataclass(frozen=True)
class Named:
    """Ids of one kind with the places they come from, and the words for them below `where`.

    `closed`: words for any other id are a mistake. Else the words are a stock that may hold more than is used.
    """

    noun: str
    ids: dict[str, Where]
    where: Where
    words: Collection[str]
    listed_in: str
    closed: bool = True


def named(aid: Aid) -> Iterator[Named]:
    """Every kind of thing that has words."""
    decision, words, top = aid.decision, aid.words, ("words", aid.words.language)
    options = keys(("decision", "options"), decision.options)
    for key in ("parts", "also_ask", "regardless_of_choice"):
        options |= items(("decision", key), getattr(decision, key))
    rows = items(("decision", "comparison_rows"), decision.comparison_rows)
    yield Named("option or part", options, (*top, "options"), words.options, _DECISION)
    yield Named("comparison row", rows, (*top, "comparison_rows"), words.comparison_rows, _DECISION)
    tiles: dict[str, Where] = {}
    for name, option in decision.options.items():
        tiles |= keys(("decision", "options", name, "tiles"), option.tiles)
    yield Named("tile", tiles, (*top, "tiles"), words.tiles, _DECISION)
    for key, noun in (
        ("scales", "scale"),
        ("outcomes", "outcome"),
        ("timelines", "timeline"),
        ("leanings", "leaning"),
        ("similar_studies", "group of studies"),
    ):
        yield Named(noun, keys(("decision", key), getattr(decision, key)), (*top, key), getattr(words, key), _DECISION)
    unclear = items(("decision", "unclear"), decision.unclear)
    yield Named("unclear item", unclear, (*top, "unclear"), words.unclear, _DECISION)
    for key, noun, listed_in in (
        ("estimates", "estimate", ESTIMATE_FILES),
        ("guidelines", "guideline", "evidence/guidelines.yaml"),
    ):
        ids = keys(("evidence", key), getattr(aid.evidence, key))
        yield Named(noun, ids, (*top, key), getattr(words, key), listed_in)
    rated = keys(("evidence", "certainty"), aid.evidence.certainty)
    yield Named("rating of certainty", rated, (*top, "certainty"), words.certainty, "evidence/certainty.yaml")
    units: dict[str, Where] = {
        estimate.measure.unit: ("evidence", "estimates", name, "measure", "unit")
        for name, estimate in aid.evidence.estimates.items()
        if isinstance(estimate.measure, Quantity)
    }
    yield Named("unit", units, (*top, "units"), words.units, "the 'unit' of a file in evidence/estimates/")
    covered = keys(("evidence", "coverage"), aid.evidence.coverage)
    yield Named("coverage rule", covered, (*top, "coverage"), words.coverage, "evidence/coverage.yaml")
    signs = keys(("evidence", "warning_signs"), aid.evidence.warning_signs)
    yield Named("warning sign", signs, (*top, "warning_signs"), words.warning_signs, "evidence/warning_signs.yaml")
    versions = keys(("evidence", "changes"), aid.evidence.changes)
    yield Named("version", versions, (*top, "changes"), words.changes, "evidence/changes.yaml")
    yield Named("factor", keys(("situation",), aid.situation), (*top, "situation"), words.situation, "situation.yaml")
    # A group that gives no reason of its own is asked with that of its first factor.
    reasons: dict[str, Where] = {
        one.group: ("situation", name, "group")
        for name, one in aid.situation.items()
        if one.group in words.group_reasons
    }
    yield Named("group of factors", reasons, (*top, "group_reasons"), words.group_reasons, "situation.yaml")
    yield Named("question", keys(("questions",), aid.questions), (*top, "questions"), words.questions, "questions.yaml")
    yield Named("medicine", keys(("medicines",), aid.medicines), (*top, "medicines"), words.medicines, "medicines.yaml")
    groups: dict[str, Where] = {one.group: ("medicines", name, "group") for name, one in aid.medicines.items()}
    yield Named("group of medicines", groups, (*top, "medicine_groups"), words.medicine_groups, "medicines.yaml")
    pictures = keys(("pictures",), aid.pictures)
    yield Named("picture", pictures, (*top, "pictures"), words.pictures, "pictures/ as an .svg file")
    pages: dict[str, Where] = dict.fromkeys(PAGES, (*top, "pages"))
    yield Named("page", pages, (*top, "pages"), words.pages, "decision_aid/pages.py")
    yield from _understanding(aid, top)
    yield from _inner(aid, top)
    yield from _stocks(aid, top)


def _understanding(aid: Aid, top: Where) -> Iterator[Named]:
    """What is asked about the facts, about being sure, and about how far along the person is."""
    words = aid.words
    ids = keys(("knowledge",), aid.knowledge)
    yield Named("knowledge item", ids, (*top, "knowledge"), words.knowledge, "knowledge.yaml")
    for name in aid.knowledge.keys() & words.knowledge.keys():
        ids = items(("knowledge", name, "choices"), aid.knowledge[name].choices)
        told = words.knowledge[name].choices
        yield Named("choice", ids, (*top, "knowledge", name, "choices"), told, "knowledge.yaml")
    stages = items(("decision", "stages"), aid.decision.stages)
    yield Named("stage", stages, (*top, "stages"), words.stages, _DECISION)
    for name, instrument in aid.instruments.items():
        for language, asked in instrument.items.items():
            ids = keys(("instruments", name, "items", language), asked)
            reasons = words.instrument_reasons.get(name, {})
            yield Named("item", ids, (*top, "instrument_reasons", name), reasons, f"instruments/{name}.yaml")


def _inner(aid: Aid, top: Where) -> Iterator[Named]:
    """Things within things: rows, choices, phases and stages."""
    for name, outcome in aid.decision.outcomes.items():
        if name in aid.words.outcomes:
            ids = keys(("decision", "outcomes", name, "rows"), outcome.rows)
            words = aid.words.outcomes[name].rows
            yield Named("row", ids, (*top, "outcomes", name, "rows"), words, _DECISION)
    for name, factor in aid.situation.items():
        if name in aid.words.situation:
            ids = keys(("situation", name, "choices"), factor.choices)
            choices = aid.words.situation[name].choices
            yield Named("choice", ids, (*top, "situation", name, "choices"), choices, "situation.yaml")
    for name in aid.decision.timelines.keys() & aid.words.timelines.keys():
        phases, told = aid.decision.timelines[name], aid.words.timelines[name]
        where: Where = ("decision", "timelines", name)
        yield Named("phase", keys(where, phases), (*top, "timelines", name), told, _DECISION)
        for phase in phases.keys() & told.keys():
            stages = items((*where, phase, "stages"), phases[phase].stages)
            below = (*top, "timelines", name, phase, "stages")
            yield Named("stage", stages, below, told[phase].stages, _DECISION)


def _stocks(aid: Aid, top: Where) -> Iterator[Named]:
    """Words that several things share."""
    used: dict[str, dict[str, Where]] = {"groups": {}, "comparators": {}}
    for name, estimate in aid.evidence.estimates.items():
        where: Where = ("evidence", "estimates", name)
        used["groups"].update(_groups(estimate.measure, (*where, "measure")))
        used["comparators"].setdefault(estimate.comparator, (*where, "comparator"))
    used["topics"] = items(("decision", "balanced_topics"), aid.decision.balanced_topics)
    used["topics"] |= {one.topic: ("questions", name, "topic") for name, one in aid.questions.items()}
    used["askable"] = {one.ask: ("questions", name, "ask") for name, one in aid.questions.items()}
    used["situation_groups"] = {one.group: ("situation", name, "group") for name, one in aid.situation.items()}
    for key, ids in used.items():
        yield Named(_STOCKS[key], ids, (*top, key), getattr(aid.words, key), "", closed=False)


def _groups(measure: Measure, where: Where) -> dict[str, Where]:
    if isinstance(measure, Difference):
        means = {group: at for index, point in enumerate(measure.points) for group, at in _means(point, where, index)}
        return {measure.better: (*where, "better"), **means}
    arms: Sequence[Arm | Course] = measure.arms if isinstance(measure, Frequency | Mean) else ()
    return {arm.group: (*where, "arms", index, "group") for index, arm in enumerate(arms)}


def _means(point: Point, where: Where, index: int) -> Iterator[tuple[str, Where]]:
    return ((group, (*where, "points", index, "means", group)) for group in point.means)
