"""Every id that the decision and the evidence refer to exists."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import ESTIMATE_FILES, Finding, items, known
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Difference, Mean
from decision_aid.pages import FIRST
from decision_aid.reasoning.things_to_weigh import main_outcomes

_DECISION = "decision.yaml"


def options_have_known_parts_and_pictures(aid: Aid) -> Iterator[Finding]:
    """An option's parts are listed under 'parts', and its picture and mark are files in pictures/."""
    for name, option in aid.decision.options.items():
        where = ("decision", "options", name)
        for part, place in items((*where, "parts"), option.parts).items():
            yield from known(place, part, aid.decision.parts, "part", f"'parts' in {_DECISION}")
        for key in ("picture", "mark"):
            if (drawing := getattr(option, key)) is not None:
                yield from known((*where, key), drawing, aid.pictures, "picture", "pictures/ as an .svg file")
        for tile, shown in option.tiles.items():
            place = (*where, "tiles", tile)
            yield from known((*place, "picture"), shown.picture, aid.pictures, "picture", "pictures/ as an .svg file")
            for part, part_place in items((*place, "parts"), shown.parts).items():
                yield from known(part_place, part, option.parts, "part", f"'parts' of {name} in {_DECISION}")


def rows_show_known_estimates(aid: Aid) -> Iterator[Finding]:
    """Every estimate in a row of an outcome is one of the evidence."""
    for outcome, record in aid.decision.outcomes.items():
        for name, row in record.rows.items():
            where = ("decision", "outcomes", outcome, "rows", name, "estimates")
            for estimate, place in items(where, row.estimates).items():
                yield from known(place, estimate, aid.evidence.estimates, "estimate", ESTIMATE_FILES)


def key_facts_can_be_shown(aid: Aid) -> Iterator[Finding]:
    """What stands for the whole in the visit and on paper exists: outcomes that are rated, and rows of theirs."""
    rated = [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]
    for outcome, place in items(("decision", "key_outcomes"), aid.decision.key_outcomes).items():
        yield from known(place, outcome, rated, "rated outcome", f"'outcomes' in {_DECISION}")
    for name, record in aid.decision.outcomes.items():
        for row, place in items(("decision", "outcomes", name, "key_rows"), record.key_rows).items():
            yield from known(place, row, record.rows, "row", f"'rows' of {name} in {_DECISION}")


def the_booklet_tells_known_parts(aid: Aid) -> Iterator[Finding]:
    """What the booklet is to hold or leave exists: sections, main outcomes with more figures, comparison rows."""
    sections = aid.words.pages[FIRST].sections if FIRST in aid.words.pages else {}
    for section, place in items(("decision", "booklet_sections"), aid.decision.booklet_sections).items():
        yield from known(place, section, sections, "section", f"words/{aid.words.language}/pages/{FIRST}.yaml")
    main = main_outcomes(aid)
    for outcome, place in items(("decision", "booklet_further"), aid.decision.booklet_further).items():
        yield from known(place, outcome, main, "main outcome", f"'outcomes' in {_DECISION}")
    rows = aid.decision.comparison_rows
    for row, place in items(("decision", "booklet_in_steps"), aid.decision.booklet_in_steps).items():
        yield from known(place, row, rows, "comparison row", f"'comparison_rows' in {_DECISION}")


def the_visit_tells_known_factors(aid: Aid) -> Iterator[Finding]:
    """What the visit tells of a person's situation is asked somewhere."""
    for factor, place in items(("decision", "visit_factors"), aid.decision.visit_factors).items():
        yield from known(place, factor, aid.situation, "factor", "situation.yaml")


def medicines_are_asked_beside_a_known_group(aid: Aid) -> Iterator[Finding]:
    """The group of factors beside which medicines are asked for by name is the group of some factor."""
    if (group := aid.decision.medicines_group) is not None:
        groups = list(dict.fromkeys(factor.group for factor in aid.situation.values()))
        where = ("decision", "medicines_group")
        yield from known(where, group, groups, "group of factors", "a factor in situation.yaml as its 'group'")


def studies_alike_can_be_shown(aid: Aid) -> Iterator[Finding]:
    """Studies that come to the front name rows that exist, and factors and answers that the situation has."""
    for name, group in aid.decision.similar_studies.items():
        where = ("decision", "similar_studies", name)
        for number, shown in enumerate(group.rows):
            outcome = aid.decision.outcomes.get(shown.outcome)
            listed_in = f"'rows' of {shown.outcome} in {_DECISION}"
            yield from known((*where, "rows", number), shown.row, outcome.rows if outcome else {}, "row", listed_in)
        for factor in (*group.answers, *group.at_least):
            yield from known((*where, "answers", factor), factor, aid.situation, "factor", "situation.yaml")
        for factor, answers in group.answers.items():
            choices = aid.situation[factor].choices if factor in aid.situation else answers
            for answer, place in items((*where, "answers", factor), answers).items():
                yield from known(place, answer, choices, "answer", f"'choices' of {factor} in situation.yaml")


def the_order_lists_each_estimate_once(aid: Aid) -> Iterator[Finding]:
    """The order of the figures names each file of an estimate once, and nothing else."""
    order, where = aid.evidence.order, ("evidence", "order")
    for name, place in items(where, order).items():
        yield from known(place, name, aid.evidence.estimates, "estimate", ESTIMATE_FILES)
    for line, name in enumerate(order):
        if name in order[:line]:
            yield (*where, line), f"'{name}' is listed above already: keep it once"
    for name in aid.evidence.estimates:
        if name not in order:
            mend = "add it there, where the evidence page is to show it"
            yield ("evidence", "estimates", name), f"'{name}' is not listed in evidence/order.yaml: {mend}"


def estimates_name_known_sources(aid: Aid) -> Iterator[Finding]:
    """Every source of an estimate is one of the sources."""
    for name, estimate in aid.evidence.estimates.items():
        for source, place in items(("evidence", "estimates", name, "sources"), estimate.sources).items():
            yield from known(place, source, aid.evidence.sources, "source", "evidence/sources.yaml")


def changes_name_known_estimates(aid: Aid) -> Iterator[Finding]:
    """Every estimate that a version changed is one of the evidence."""
    for version, change in aid.evidence.changes.items():
        for estimate, place in items(("evidence", "changes", version, "ids"), change.ids).items():
            yield from known(place, estimate, aid.evidence.estimates, "estimate", ESTIMATE_FILES)


def scales_exist(aid: Aid) -> Iterator[Finding]:
    """Every scale that is used is one of the decision's, and the smallest noticed change is an estimate."""
    for name, scale in aid.decision.scales.items():
        if scale.noticed_estimate is not None:
            where = ("decision", "scales", name, "noticed_estimate")
            yield from known(where, scale.noticed_estimate, aid.evidence.estimates, "estimate", ESTIMATE_FILES)
    for place, scale_name in _scales_used(aid):
        yield from known(place, scale_name, aid.decision.scales, "scale", f"'scales' in {_DECISION}")


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
            yield from known(where, leaning.option, options, "option", f"'options' in {_DECISION}")
    for name in aid.decision.timelines:
        yield from known(("decision", "timelines", name), name, options, "option", f"'options' in {_DECISION}")
    for name in options:
        if name not in aid.decision.timelines:
            yield ("decision", "timelines"), f"option '{name}' has no timeline: add one, as every option gets the same"
