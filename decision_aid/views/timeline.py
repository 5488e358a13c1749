"""What happens, stage by stage, for each option in the same form."""

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.words import StageWords
from decision_aid.views.html import show_figure
from decision_aid.views.identity import option_class, option_name


def side_by_side(aid: Aid, drawn: bool = False) -> None:
    """The timelines of all options beside each other, in the aid's order; under each other on a narrow screen.

    `drawn`: each with the option's drawing, which says nothing that the words do not.
    """
    columns = Markup().join(_timeline(aid, option, drawn) for option in aid.decision.timelines)
    show_figure(Markup('<div class="timelines">{}</div>').format(columns))


def _timeline(aid: Aid, option: str, drawn: bool) -> Markup:
    words, picture = aid.words.timelines[option], aid.decision.options[option].picture
    drawing = Markup('<div class="drawing" aria-hidden="true">{}</div>')
    phases = Markup().join(
        Markup("<h3>{}</h3><ol>{}</ol>").format(
            words[phase].heading, Markup().join(_stage(words[phase].stages[stage]) for stage in stages.stages)
        )
        for phase, stages in aid.decision.timelines[option].items()
    )
    return Markup('<section class="timeline {}"><h2>{}</h2>{}{}</section>').format(
        option_class(aid, option),
        option_name(aid, option),
        drawing.format(aid.pictures[picture]) if drawn and picture else "",
        phases,
    )


def _stage(stage: StageWords) -> Markup:
    return Markup('<li><span class="when">{}</span> <strong>{}</strong><p>{}</p></li>').format(
        stage.when, stage.title, stage.text
    )
