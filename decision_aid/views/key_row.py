"""The key figure of an outcome: each kind of study apart, under its own name, all in the same size."""

from functools import lru_cache
from typing import Literal

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.views.identity import group_class, mark, option_name
from decision_aid.wording.icon_array import icon_array
from decision_aid.wording.main_figures import ShownGroup, Study, main_figures
from decision_aid.wording.number_line import number_line

Level = Literal["h2", "h3"]


@lru_cache(maxsize=256)
def key_row(aid: Aid, outcome: str, level: Level = "h2", all_figures: bool = False) -> Markup:
    """The first key row of an outcome as HTML; without figures, its facts for each option. Cached.

    It shows the first figure of each kind of study, or `all_figures` of the row.

    `level`: of the headings within, one below that of the outcome's name.
    """
    figures = main_figures(aid, outcome, all_figures)
    if not figures.studies:
        return _facts(aid, outcome, level)
    return Markup('<div class="studies">{}</div>{}{}').format(
        Markup().join(_study(aid, study, level) for study in figures.studies),
        Markup().join(Markup('<p class="dashed">{}</p>').format(line) for line in figures.dashed),
        _certainty(figures.sure) if figures.sure else "",
    )


def _study(aid: Aid, study: Study, level: Level) -> Markup:
    """One kind of study, under a heading where there are several. `level`: of that heading."""
    heading = Markup("<{0}>{1}</{0}>").format(level, study.heading) if study.heading else ""
    groups = Markup().join(_group(aid, group) for group in study.groups)
    if any(group.people for group in study.groups):
        groups = Markup('<div class="groups">{}</div>').format(groups)
    return Markup('<section class="study">{}{}{}</section>').format(heading, groups, _certainty(study.sure))


def _certainty(text: str) -> Markup:
    return Markup('<p class="sure">{}</p>').format(text)


def _group(aid: Aid, group: ShownGroup) -> Markup:
    """A group in its option's color: people as icons, or a difference on its scale, with the figure in large type."""
    lines = Markup().join(Markup("<p>{}</p>").format(line) for line in group.lines)
    if not group.name:
        return lines
    style = group_class(aid, group.group)
    caption = Markup("<figcaption>{}{}</figcaption>").format(_mark(aid, group.group), group.name)
    drawn = Markup()
    if group.people:
        picture = icon_array(group.people, group.label, look=style)
        drawn = Markup('{}<p class="count">{}</p>').format(picture, group.count)
    elif group.points:
        scale = number_line(group.points.score, group.points.end, group.label, group.points.noticed)
        drawn = Markup('<p class="count">{} <span>{}</span></p>{}').format(group.count, group.unit, scale)
    return Markup('<figure class="group {}">{}{}{}</figure>').format(style, caption, drawn, lines)


def _mark(aid: Aid, group: str) -> Markup:
    return mark(aid, group) if group in aid.decision.options else Markup()


def _facts(aid: Aid, outcome: str, level: Level) -> Markup:
    """The facts on each option, as cards of the same size."""
    facts = aid.words.outcomes[outcome].facts
    cards = (
        Markup('<section class="group {1}"><{0}>{2}</{0}><p>{3}</p></section>').format(
            level, group_class(aid, option), option_name(aid, option), facts[option]
        )
        for option in aid.decision.options
        if option in facts
    )
    return Markup('<div class="groups facts-of-options">{}</div>').format(Markup().join(cards))
