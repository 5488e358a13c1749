"""Every kind of id that has words, listed once for all rules that compare the two."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from decision_aid.content.rules.finding import ESTIMATE_FILES, item_paths, key_paths
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
class NamedIds:
    """Ids of one kind with their paths, and the words for them below `where`.

    `closed`: words for other ids are a mistake. Otherwise there may be more words than are used.
    """

    noun: str
    ids: dict[str, Where]
    where: Where
    words: Collection[str]
    listed_in: str
    closed: bool = True


def named_ids(aid: Aid) -> Iterator[NamedIds]:
    """Every kind of id that has words."""
    decision, words, top = aid.decision, aid.words, ("words", aid.words.language)
    options = key_paths(("decision", "options"), decision.options)
    for key in ("parts", "also_ask", "regardless_of_choice"):
        options |= item_paths(("decision", key), getattr(decision, key))
    rows = item_paths(("decision", "comparison_rows"), decision.comparison_rows)
    yield NamedIds("option or part", options, (*top, "options"), words.options, _DECISION)
    yield NamedIds("comparison row", rows, (*top, "comparison_rows"), words.comparison_rows, _DECISION)
    tiles: dict[str, Where] = {}
    for name, option in decision.options.items():
        tiles |= key_paths(("decision", "options", name, "tiles"), option.tiles)
    yield NamedIds("tile", tiles, (*top, "tiles"), words.tiles, _DECISION)
    for key, noun in (
        ("scales", "scale"),
        ("outcomes", "outcome"),
        ("timelines", "timeline"),
        ("leanings", "leaning"),
        ("similar_studies", "group of studies"),
    ):
        ids = key_paths(("decision", key), getattr(decision, key))
        yield NamedIds(noun, ids, (*top, key), getattr(words, key), _DECISION)
    unclear = item_paths(("decision", "unclear"), decision.unclear)
    yield NamedIds("unclear item", unclear, (*top, "unclear"), words.unclear, _DECISION)
    for key, noun, listed_in in (
        ("estimates", "estimate", ESTIMATE_FILES),
        ("guidelines", "guideline", "evidence/guidelines.yaml"),
    ):
        ids = key_paths(("evidence", key), getattr(aid.evidence, key))
        yield NamedIds(noun, ids, (*top, key), getattr(words, key), listed_in)
    rated = key_paths(("evidence", "certainty"), aid.evidence.certainty)
    yield NamedIds("rating of certainty", rated, (*top, "certainty"), words.certainty, "evidence/certainty.yaml")
    units: dict[str, Where] = {
        estimate.measure.unit: ("evidence", "estimates", name, "measure", "unit")
        for name, estimate in aid.evidence.estimates.items()
        if isinstance(estimate.measure, Quantity)
    }
    yield NamedIds("unit", units, (*top, "units"), words.units, "the 'unit' of a file in evidence/estimates/")
    covered = key_paths(("evidence", "coverage"), aid.evidence.coverage)
    yield NamedIds("coverage rule", covered, (*top, "coverage"), words.coverage, "evidence/coverage.yaml")
    signs = key_paths(("evidence", "warning_signs"), aid.evidence.warning_signs)
    yield NamedIds("warning sign", signs, (*top, "warning_signs"), words.warning_signs, "evidence/warning_signs.yaml")
    versions = key_paths(("evidence", "changes"), aid.evidence.changes)
    yield NamedIds("version", versions, (*top, "changes"), words.changes, "evidence/changes.yaml")
    factors = key_paths(("situation",), aid.situation)
    yield NamedIds("factor", factors, (*top, "situation"), words.situation, "situation.yaml")
    # A group that gives no reason of its own is asked with that of its first factor.
    reasons: dict[str, Where] = {
        factor.group: ("situation", name, "group")
        for name, factor in aid.situation.items()
        if factor.group in words.group_reasons
    }
    yield NamedIds("group of factors", reasons, (*top, "group_reasons"), words.group_reasons, "situation.yaml")
    questions = key_paths(("questions",), aid.questions)
    yield NamedIds("question", questions, (*top, "questions"), words.questions, "questions.yaml")
    medicines = key_paths(("medicines",), aid.medicines)
    yield NamedIds("medicine", medicines, (*top, "medicines"), words.medicines, "medicines.yaml")
    groups: dict[str, Where] = {
        medicine.group: ("medicines", name, "group") for name, medicine in aid.medicines.items()
    }
    yield NamedIds("group of medicines", groups, (*top, "medicine_groups"), words.medicine_groups, "medicines.yaml")
    pictures = key_paths(("pictures",), aid.pictures)
    yield NamedIds("picture", pictures, (*top, "pictures"), words.pictures, "pictures/ as an .svg file")
    pages: dict[str, Where] = dict.fromkeys(PAGES, (*top, "pages"))
    yield NamedIds("page", pages, (*top, "pages"), words.pages, "decision_aid/pages.py")
    yield from _understanding(aid, top)
    yield from _inner(aid, top)
    yield from _stocks(aid, top)


def _understanding(aid: Aid, top: Where) -> Iterator[NamedIds]:
    """Ids of knowledge items, instruments and stages."""
    words = aid.words
    ids = key_paths(("knowledge",), aid.knowledge)
    yield NamedIds("knowledge item", ids, (*top, "knowledge"), words.knowledge, "knowledge.yaml")
    for name in aid.knowledge.keys() & words.knowledge.keys():
        ids = item_paths(("knowledge", name, "choices"), aid.knowledge[name].choices)
        choices = words.knowledge[name].choices
        yield NamedIds("choice", ids, (*top, "knowledge", name, "choices"), choices, "knowledge.yaml")
    stages = item_paths(("decision", "stages"), aid.decision.stages)
    yield NamedIds("stage", stages, (*top, "stages"), words.stages, _DECISION)
    for name, instrument in aid.instruments.items():
        for language, questions in instrument.items.items():
            ids = key_paths(("instruments", name, "items", language), questions)
            reasons = words.instrument_reasons.get(name, {})
            yield NamedIds("item", ids, (*top, "instrument_reasons", name), reasons, f"instruments/{name}.yaml")


def _inner(aid: Aid, top: Where) -> Iterator[NamedIds]:
    """Nested ids: rows, choices, phases and stages."""
    for name, outcome in aid.decision.outcomes.items():
        if name in aid.words.outcomes:
            ids = key_paths(("decision", "outcomes", name, "rows"), outcome.rows)
            words = aid.words.outcomes[name].rows
            yield NamedIds("row", ids, (*top, "outcomes", name, "rows"), words, _DECISION)
    for name, factor in aid.situation.items():
        if name in aid.words.situation:
            ids = key_paths(("situation", name, "choices"), factor.choices)
            choices = aid.words.situation[name].choices
            yield NamedIds("choice", ids, (*top, "situation", name, "choices"), choices, "situation.yaml")
    for name in aid.decision.timelines.keys() & aid.words.timelines.keys():
        phases, phase_words = aid.decision.timelines[name], aid.words.timelines[name]
        where: Where = ("decision", "timelines", name)
        yield NamedIds("phase", key_paths(where, phases), (*top, "timelines", name), phase_words, _DECISION)
        for phase in phases.keys() & phase_words.keys():
            stages = item_paths((*where, phase, "stages"), phases[phase].stages)
            below = (*top, "timelines", name, phase, "stages")
            yield NamedIds("stage", stages, below, phase_words[phase].stages, _DECISION)


def _stocks(aid: Aid, top: Where) -> Iterator[NamedIds]:
    """Ids whose words several items share."""
    used: dict[str, dict[str, Where]] = {"groups": {}, "comparators": {}}
    for name, estimate in aid.evidence.estimates.items():
        where: Where = ("evidence", "estimates", name)
        used["groups"].update(_groups(estimate.measure, (*where, "measure")))
        used["comparators"].setdefault(estimate.comparator, (*where, "comparator"))
    used["topics"] = item_paths(("decision", "balanced_topics"), aid.decision.balanced_topics)
    used["topics"] |= {question.topic: ("questions", name, "topic") for name, question in aid.questions.items()}
    used["askable"] = {question.ask: ("questions", name, "ask") for name, question in aid.questions.items()}
    used["situation_groups"] = {factor.group: ("situation", name, "group") for name, factor in aid.situation.items()}
    for key, ids in used.items():
        yield NamedIds(_STOCKS[key], ids, (*top, key), getattr(aid.words, key), "", closed=False)


def _groups(measure: Measure, where: Where) -> dict[str, Where]:
    if isinstance(measure, Difference):
        means = {
            group: path for index, point in enumerate(measure.points) for group, path in _means(point, where, index)
        }
        return {measure.better: (*where, "better"), **means}
    arms: Sequence[Arm | Course] = measure.arms if isinstance(measure, Frequency | Mean) else ()
    return {arm.group: (*where, "arms", index, "group") for index, arm in enumerate(arms)}


def _means(point: Point, where: Where, index: int) -> Iterator[tuple[str, Where]]:
    return ((group, (*where, "points", index, "means", group)) for group in point.means)
