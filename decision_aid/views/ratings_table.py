"""The rated outcomes, most important first, beside the facts on each option. No score, no sum."""

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.summary.summary import matters
from decision_aid.views.comparison import stacking_table
from decision_aid.wording.certainty import outcome_certainty


def ratings_table(aid: Aid, answers: Answers) -> None:
    """A table of the rated outcomes: a small bar for each rating, the facts for each option, and how sure they are."""
    app, rated = aid.words.app, matters(aid, answers)
    options = list(aid.decision.options)
    stacking_table(
        app["what_matters_caption"],
        [app["outcome"], app["how_much"], *(aid.words.options[name].name for name in options), app["figures.sure"]],
        [
            [
                outcome.name,
                _bar(outcome.importance.text, answers.importance[outcome.outcome]),
                *(outcome.facts[name] for name in options),
                Markup("<br>").join(outcome_certainty(aid, outcome.outcome)) or app["certainty.no_figure"],
            ]
            for outcome in rated
        ],
    )


def _bar(text: str, importance: int | str) -> Markup | str:
    """The rating in words over a bar of ten steps, which repeats the words."""
    if not isinstance(importance, int):
        return text
    bar = Markup('{}<span class="bar" aria-hidden="true"><span style="width:{}%"></span></span>')
    return bar.format(text, importance * 10)
