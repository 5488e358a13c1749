"""The figures of the booklet as HTML: people and number lines as on screen, in the look of their option."""

from markupsafe import Markup

from decision_aid.booklet.blocks import look_class, mark
from decision_aid.booklet.parts import Findings, Studies
from decision_aid.model.aid import Aid
from decision_aid.reasoning import looks
from decision_aid.wording.icon_array import icon_array
from decision_aid.wording.main_figures import ShownGroup, Study
from decision_aid.wording.number_line import number_line


def studies(aid: Aid, part: Studies) -> Markup:
    """The studies, each by itself, and the notes on all of them."""
    notes = Markup().join(Markup('<p class="note">{}</p>').format(note) for note in part.notes)
    studies_html = Markup().join(_study(aid, study) for study in part.studies)
    return Markup('<div class="studies">{}</div>{}').format(studies_html, notes)


def findings(part: Findings) -> Markup:
    """Further figures in words, and their certainty."""
    items = Markup().join(
        Markup("<li><strong>{}.</strong> {}</li>").format(finding.heading, " ".join(map(_in_words, finding.groups)))
        for finding in part.findings
    )
    return Markup('<ul class="further">{}</ul><p class="note">{}</p>').format(items, part.sure)


def _in_words(group: ShownGroup) -> str:
    count = f"{group.count}." if group.count else ""
    return " ".join(filter(None, (f"{group.name}:" if group.name else "", count, *group.lines)))


def _study(aid: Aid, study: Study) -> Markup:
    heading = Markup("<h4>{}</h4>").format(study.heading) if study.heading else ""
    groups = Markup().join(_group(aid, study.estimate, group) for group in study.groups)
    return Markup('<div class="study">{}<div class="groups">{}</div><p class="note">{}</p></div>').format(
        heading, groups, study.sure
    )


def _group(aid: Aid, estimate: str, group: ShownGroup) -> Markup:
    lines = Markup().join(Markup("<p>{}</p>").format(line) for line in group.lines)
    if not group.name:
        return Markup("<div>{}</div>").format(lines)
    look, drawing = looks.group_look(aid, group.group), Markup()
    if group.people:
        # Ids of patterns must be unique in a page, so each picture has its own name.
        picture = icon_array(group.people, group.label, look=f"{estimate}-{group.group}")
        drawing = Markup('{}<p class="count">{}</p>').format(picture, group.count)
    elif group.points:
        scale = number_line(group.points.score, group.points.end, group.label, group.points.noticed)
        drawing = Markup('<p class="count">{} <span>{}</span></p>{}').format(group.count, group.unit, scale)
    option = aid.decision.options.get(group.group)
    mark_html = mark(aid, option.mark or "") if option else ""
    return Markup('<figure class="{}"><figcaption>{}{}</figcaption>{}{}</figure>').format(
        look_class(look), mark_html, group.name, drawing, lines
    )
