"""The figure that says most of an outcome: each kind of study by itself, in the same size, under its own name."""

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
    """The first of an outcome's key rows; where it has no figures, its facts for each option. Kept once made.

    Of each kind of study it shows one figure, the first, or else all figures of the row.

    `level` is that of the headings within, one below the outcome's own name.
    """
    shown = main_figures(aid, outcome, all_figures)
    if not shown.studies:
        return _facts(aid, outcome, level)
    return Markup('<div class="studies">{}</div>{}{}').format(
        Markup().join(_study(aid, one, level) for one in shown.studies),
        Markup().join(Markup('<p class="dashed">{}</p>').format(line) for line in shown.dashed),
        _sure(shown.sure) if shown.sure else "",
    )


def _study(aid: Aid, study: Study, level: Level) -> Markup:
    """One kind of study, named where there are several: `level` is that of its heading."""
    heading = Markup("<{0}>{1}</{0}>").format(level, study.heading) if study.heading else ""
    groups = Markup().join(_group(aid, one) for one in study.groups)
    if any(one.people for one in study.groups):
        groups = Markup('<div class="groups">{}</div>').format(groups)
    return Markup('<section class="study">{}{}{}</section>').format(heading, groups, _sure(study.sure))


def _sure(told: str) -> Markup:
    return Markup('<p class="sure">{}</p>').format(told)


def _group(aid: Aid, group: ShownGroup) -> Markup:
    """A group in the color of what it had: people as icons or a difference on its scale, the figure in large type."""
    lines = Markup().join(Markup("<p>{}</p>").format(line) for line in group.lines)
    if not group.name:
        return lines
    own = group_class(aid, group.group)
    head = Markup("<figcaption>{}{}</figcaption>").format(_mark(aid, group.group), group.name)
    drawn = Markup()
    if group.people:
        picture = icon_array(group.people, group.label, look=own)
        drawn = Markup('{}<p class="count">{}</p>').format(picture, group.count)
    elif group.points:
        scale = number_line(group.points.score, group.points.end, group.label, group.points.noticed)
        drawn = Markup('<p class="count">{} <span>{}</span></p>{}').format(group.count, group.unit, scale)
    return Markup('<figure class="group {}">{}{}{}</figure>').format(own, head, drawn, lines)


def _mark(aid: Aid, group: str) -> Markup:
    return mark(aid, group) if group in aid.decision.options else Markup()


def _facts(aid: Aid, outcome: str, level: Level) -> Markup:
    """What is known for each option, as cards of the same size."""
    facts = aid.words.outcomes[outcome].facts
    cards = (
        Markup('<section class="group {1}"><{0}>{2}</{0}><p>{3}</p></section>').format(
            level, group_class(aid, option), option_name(aid, option), facts[option]
        )
        for option in aid.decision.options
        if option in facts
    )
    return Markup('<div class="groups facts-of-options">{}</div>').format(Markup().join(cards))
