"""Rows of the chances page: estimates side by side, each in pictures, counts and sentences."""

from functools import lru_cache
from itertools import groupby

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, Display
from decision_aid.model.decision import Row
from decision_aid.model.evidence import Difference, Mean
from decision_aid.session import fragments
from decision_aid.views import points, understanding
from decision_aid.views.expander import expander
from decision_aid.views.frequency_figure import arms
from decision_aid.views.html import show_figure
from decision_aid.views.reference import reference
from decision_aid.wording.sentences import study_description

DEFAULT_DISPLAY = Display()


def outcomes_with_figures(aid: Aid) -> tuple[str, ...]:
    """The outcomes that have figures, in the aid's order."""
    return tuple(name for name, outcome in aid.decision.outcomes.items() if outcome.rows)


def rows(aid: Aid, answers: Answers, name: str, most: int | None = None) -> None:
    """The rows of an outcome, or its first `most`; neighboring rows with one estimate each stand side by side."""
    first = list(aid.decision.outcomes[name].rows.items())[:most]
    for alone, neighbors in groupby(first, key=lambda item: _stands_alone(aid, item[1])):
        group = dict(neighbors)
        if alone:
            sections = Markup().join(
                Markup('<section class="row">{}{}</section>').format(
                    _opening(aid, name, row_id), _blocks(aid, row.estimates, answers.display)
                )
                for row_id, row in group.items()
            )
            show_figure(Markup('<div class="rows">{}</div>').format(sections))
            _reflections(aid, *group.values())
        else:
            for row_id, row in group.items():
                show_row(aid, answers, name, row_id)
                _reflections(aid, row)


def expandable_rows(aid: Aid, answers: Answers, name: str, after: int) -> None:
    """The rows of an outcome after the first `after`, each in an expander under the question that it answers."""
    for row_id, row in list(aid.decision.outcomes[name].rows.items())[after:]:
        words = aid.words.outcomes[name].rows[row_id]
        if part := expander(answers, f"{name}-{row}", words.heading, level=3):
            with part:
                show_figure(Markup('<p class="opening">{}</p>').format(words.text))
                _row(aid, answers, row)
                _reflections(aid, row)


def show_row(aid: Aid, answers: Answers, outcome: str, name: str) -> None:
    """One row: its question, its chart if it has one, and its estimates."""
    show_figure(_opening(aid, outcome, name))
    _row(aid, answers, aid.decision.outcomes[outcome].rows[name])


def _row(aid: Aid, answers: Answers, row: Row) -> None:
    points.chart(aid, row)
    show_figure(_blocks(aid, row.estimates, answers.display))


def _reflections(aid: Aid, *rows: Row) -> None:
    """The reflection questions on the figures of these rows."""
    estimates = {estimate for row in rows for estimate in row.estimates}
    for name, reflection in aid.decision.reflections.items():
        if reflection.estimate in estimates:
            fragments.as_fragment(understanding.reflection, name)


def _stands_alone(aid: Aid, row: Row) -> bool:
    """Whether a row is one estimate without a chart, for which half the width is enough."""
    return len(row.estimates) == 1 and not isinstance(
        aid.evidence.estimates[row.estimates[0]].measure, Difference | Mean
    )


def _opening(aid: Aid, outcome: str, row: str) -> Markup:
    words = aid.words.outcomes[outcome].rows[row]
    return Markup('<h3>{}</h3><p class="opening">{}</p>').format(words.heading, words.text)


@lru_cache(maxsize=1024)
def _blocks(aid: Aid, names: tuple[str, ...], display: Display) -> Markup:
    """The estimates of a row as HTML. Cached: the same for everyone with this display."""
    several = len(names) > 1
    blocks = Markup().join(block(aid, name, several, display) for name in names)
    return Markup('<div class="blocks">{}</div>').format(blocks)


def block(aid: Aid, name: str, titled: bool = False, display: Display = DEFAULT_DISPLAY) -> Markup:
    """One estimate as HTML: what it was compared with, its figures, who was studied, and how sure we can be.

    `titled`: head an estimate without a comparator by its own title, to tell it from its neighbors.
    """
    estimate, words = aid.evidence.estimates[name], aid.words.estimates[name]
    title = words.title if titled else ""
    heading = title if estimate.comparator == "none" else aid.words.comparators[estimate.comparator].name
    return Markup(
        '<section class="block">{compared}{arms}{text}<p class="studied">{studied}</p>{reference}</section>'
    ).format(
        compared=Markup("<h4>{}</h4>").format(heading) if heading else "",
        arms=arms(aid, name, display),
        text=Markup("<p>{}</p>").format(words.text) if words.text else "",
        studied=study_description(aid, name),
        reference=reference(aid, name),
    )
