"""Every id that the decision and the evidence refer to exists."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import ESTIMATE_FILES, Finding, check_id, item_paths
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Difference, Mean
from decision_aid.pages import FIRST
from decision_aid.reasoning.things_to_weigh import main_outcomes

_DECISION, _PICTURES = "decision.yaml", "pictures/ as an .svg file"


def options_have_known_parts_and_pictures(aid: Aid) -> Iterator[Finding]:
    """An option's parts are listed under 'parts', and its picture and mark are files in pictures/."""
    for name, option in aid.decision.options.items():
        where = ("decision", "options", name)
        for part, path in item_paths((*where, "parts"), option.parts).items():
            yield from check_id(path, part, aid.decision.parts, "part", f"'parts' in {_DECISION}")
        for key in ("picture", "mark"):
            if (drawing := getattr(option, key)) is not None:
                yield from check_id((*where, key), drawing, aid.pictures, "picture", _PICTURES)
        for tile, record in option.tiles.items():
            path = (*where, "tiles", tile)
            yield from check_id((*path, "picture"), record.picture, aid.pictures, "picture", _PICTURES)
            for part, part_path in item_paths((*path, "parts"), record.parts).items():
                yield from check_id(part_path, part, option.parts, "part", f"'parts' of {name} in {_DECISION}")


def rows_show_known_estimates(aid: Aid) -> Iterator[Finding]:
    """Every estimate in a row of an outcome exists."""
    for outcome, record in aid.decision.outcomes.items():
        for name, row in record.rows.items():
            where = ("decision", "outcomes", outcome, "rows", name, "estimates")
            for estimate, path in item_paths(where, row.estimates).items():
                yield from check_id(path, estimate, aid.evidence.estimates, "estimate", ESTIMATE_FILES)


def key_facts_can_be_shown(aid: Aid) -> Iterator[Finding]:
    """Key outcomes for the visit and paper are rated outcomes, and key rows are rows of theirs."""
    rated = [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]
    for outcome, path in item_paths(("decision", "key_outcomes"), aid.decision.key_outcomes).items():
        yield from check_id(path, outcome, rated, "rated outcome", f"'outcomes' in {_DECISION}")
    for name, record in aid.decision.outcomes.items():
        for row, path in item_paths(("decision", "outcomes", name, "key_rows"), record.key_rows).items():
            yield from check_id(path, row, record.rows, "row", f"'rows' of {name} in {_DECISION}")


def the_booklet_shows_known_parts(aid: Aid) -> Iterator[Finding]:
    """What the booklet includes or omits exists: sections, main outcomes with more figures, comparison rows."""
    sections = aid.words.pages[FIRST].sections if FIRST in aid.words.pages else {}
    for section, path in item_paths(("decision", "booklet_sections"), aid.decision.booklet_sections).items():
        yield from check_id(path, section, sections, "section", f"words/{aid.words.language}/pages/{FIRST}.yaml")
    main = main_outcomes(aid)
    for outcome, path in item_paths(("decision", "booklet_further"), aid.decision.booklet_further).items():
        yield from check_id(path, outcome, main, "main outcome", f"'outcomes' in {_DECISION}")
    rows = aid.decision.comparison_rows
    for row, path in item_paths(("decision", "booklet_in_steps"), aid.decision.booklet_in_steps).items():
        yield from check_id(path, row, rows, "comparison row", f"'comparison_rows' in {_DECISION}")


def the_visit_shows_known_factors(aid: Aid) -> Iterator[Finding]:
    """Factors shown in the visit are factors of the situation."""
    for factor, path in item_paths(("decision", "visit_factors"), aid.decision.visit_factors).items():
        yield from check_id(path, factor, aid.situation, "factor", "situation.yaml")


def medicines_are_asked_beside_a_known_group(aid: Aid) -> Iterator[Finding]:
    """The group of factors next to which medicines are asked for by name is the group of some factor."""
    if (group := aid.decision.medicines_group) is not None:
        groups = list(dict.fromkeys(factor.group for factor in aid.situation.values()))
        where = ("decision", "medicines_group")
        yield from check_id(where, group, groups, "group of factors", "a factor in situation.yaml as its 'group'")


def similar_studies_can_be_shown(aid: Aid) -> Iterator[Finding]:
    """Groups of similar studies name rows, factors and answers that exist."""
    for name, group in aid.decision.similar_studies.items():
        where = ("decision", "similar_studies", name)
        for index, reference in enumerate(group.rows):
            outcome = aid.decision.outcomes.get(reference.outcome)
            listed_in = f"'rows' of {reference.outcome} in {_DECISION}"
            yield from check_id(
                (*where, "rows", index), reference.row, outcome.rows if outcome else {}, "row", listed_in
            )
        for factor in (*group.answers, *group.at_least):
            yield from check_id((*where, "answers", factor), factor, aid.situation, "factor", "situation.yaml")
        for factor, answers in group.answers.items():
            choices = aid.situation[factor].choices if factor in aid.situation else answers
            for answer, path in item_paths((*where, "answers", factor), answers).items():
                yield from check_id(path, answer, choices, "answer", f"'choices' of {factor} in situation.yaml")


def the_order_lists_each_estimate_once(aid: Aid) -> Iterator[Finding]:
    """The order of the figures names each estimate exactly once, and nothing else."""
    order, where = aid.evidence.order, ("evidence", "order")
    for name, path in item_paths(where, order).items():
        yield from check_id(path, name, aid.evidence.estimates, "estimate", ESTIMATE_FILES)
    for line, name in enumerate(order):
        if name in order[:line]:
            yield (*where, line), f"'{name}' is listed above already: keep it once"
    for name in aid.evidence.estimates:
        if name not in order:
            mend = "add it there, where the evidence page is to show it"
            yield ("evidence", "estimates", name), f"'{name}' is not listed in evidence/order.yaml: {mend}"


def estimates_name_known_sources(aid: Aid) -> Iterator[Finding]:
    """Every source of an estimate exists."""
    for name, estimate in aid.evidence.estimates.items():
        for source, path in item_paths(("evidence", "estimates", name, "sources"), estimate.sources).items():
            yield from check_id(path, source, aid.evidence.sources, "source", "evidence/sources.yaml")


def changes_name_known_estimates(aid: Aid) -> Iterator[Finding]:
    """Every estimate that a version changed exists."""
    for version, change in aid.evidence.changes.items():
        for estimate, path in item_paths(("evidence", "changes", version, "ids"), change.ids).items():
            yield from check_id(path, estimate, aid.evidence.estimates, "estimate", ESTIMATE_FILES)


def scales_exist(aid: Aid) -> Iterator[Finding]:
    """Every scale that is used exists in the decision, and its smallest noticed change is an estimate."""
    for name, scale in aid.decision.scales.items():
        if scale.noticed_estimate is not None:
            where = ("decision", "scales", name, "noticed_estimate")
            yield from check_id(where, scale.noticed_estimate, aid.evidence.estimates, "estimate", ESTIMATE_FILES)
    for path, scale_name in _scales_used(aid):
        yield from check_id(path, scale_name, aid.decision.scales, "scale", f"'scales' in {_DECISION}")


def _scales_used(aid: Aid) -> Iterator[tuple[Where, str]]:
    for name, estimate in aid.evidence.estimates.items():
        if isinstance(estimate.measure, Difference | Mean):
            yield ("evidence", "estimates", name, "measure", "scale"), estimate.measure.scale
    for name, factor in aid.situation.items():
        if factor.scale is not None:
            yield ("situation", name, "scale"), factor.scale


def leanings_and_timelines_name_options(aid: Aid) -> Iterator[Finding]:
    """A leaning and a timeline are about an option of the decision."""
    options = aid.decision.options
    for name, leaning in aid.decision.leanings.items():
        if leaning.option is not None:
            where = ("decision", "leanings", name, "option")
            yield from check_id(where, leaning.option, options, "option", f"'options' in {_DECISION}")
    for name in aid.decision.timelines:
        yield from check_id(("decision", "timelines", name), name, options, "option", f"'options' in {_DECISION}")
    for name in options:
        if name not in aid.decision.timelines:
            yield ("decision", "timelines"), f"option '{name}' has no timeline: add one, as every option gets the same"
