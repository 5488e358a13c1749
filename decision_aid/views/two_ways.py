"""The options side by side: main rows as cards, parts as drawings, and further content in expanders."""

from functools import partial

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import comparison, prose, reference, tiles, timeline
from decision_aid.views.expander import expander, expander_group
from decision_aid.views.side_by_side import side_by_side
from decision_aid.wording.interface_words import MORE_ROWS
from decision_aid.wording.sentences import amount_phrase


def two_ways(aid: Aid, answers: Answers) -> None:
    """The options compared on the same questions; further content is in expanders."""
    app, decision = aid.words.app, aid.decision
    side_by_side(aid, decision.first_rows, with_drawings=True)
    with expander_group("rows"):
        further_rows = decision.further_rows
        if further_rows and (
            part := expander(answers, "ways-rows", amount_phrase(aid, MORE_ROWS, "more_rows", len(further_rows)))
        ):
            with part:
                side_by_side(aid, further_rows)
        if part := expander(answers, "ways-timelines", app["ways.step_by_step"]):
            with part:
                timeline.side_by_side(aid)
    tiles.tiles(aid)
    with expander_group("parts"):
        if decision.parts and (part := expander(answers, "ways-parts", app["ways.parts_beside"])):
            with part:
                comparison.with_parts(aid, answers)
        prose.fold(aid, answers, "two_ways", "waiting")
        if part := expander(answers, "ways-sources", app["ways.sources"]):
            with part:
                reference.sources_of_options(aid, (*decision.options, *(answers.parts or ())))
        prose.fold(aid, answers, "two_ways", "also_ask", partial(comparison.short_options, aid, decision.also_ask))
        regardless = partial(comparison.short_options, aid, decision.regardless_of_choice)
        prose.fold(aid, answers, "two_ways", "whatever", regardless)
