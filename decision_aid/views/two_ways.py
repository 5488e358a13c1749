"""The two ways side by side: what matters most in cards, the parts as drawings, and what opens by a press."""

from functools import partial

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import comparison, prose, reference, tiles, timeline
from decision_aid.views.folded import folded, folds
from decision_aid.views.side_by_side import side_by_side
from decision_aid.wording.interface_words import MORE_ROWS
from decision_aid.wording.sentences import amount_phrase


def ways(aid: Aid, answers: Answers) -> None:
    """The options, asked the same questions; what goes beyond opens in place."""
    app, decision = aid.words.app, aid.decision
    side_by_side(aid, decision.first_rows, drawn=True)
    with folds("rows"):
        further = decision.further_rows
        if further and (part := folded(answers, "ways-rows", amount_phrase(aid, MORE_ROWS, "more_rows", len(further)))):
            with part:
                side_by_side(aid, further)
        if part := folded(answers, "ways-timelines", app["ways.step_by_step"]):
            with part:
                timeline.side_by_side(aid)
    tiles.tiles(aid)
    with folds("parts"):
        if decision.parts and (part := folded(answers, "ways-parts", app["ways.parts_beside"])):
            with part:
                comparison.with_parts(aid, answers)
        prose.fold(aid, answers, "two_ways", "waiting")
        if part := folded(answers, "ways-sources", app["ways.sources"]):
            with part:
                reference.sources_of_options(aid, (*decision.options, *(answers.parts or ())))
        prose.fold(aid, answers, "two_ways", "also_ask", partial(comparison.short_options, aid, decision.also_ask))
        whatever = partial(comparison.short_options, aid, decision.regardless_of_choice)
        prose.fold(aid, answers, "two_ways", "whatever", whatever)
