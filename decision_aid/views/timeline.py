"""What happens, stage by stage, for each option in the same form."""

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.words import StageWords
from decision_aid.views.expander import expander
from decision_aid.views.html import show_figure
from decision_aid.views.identity import option_class, option_name


def side_by_side(aid: Aid) -> None:
    """The timelines of all options side by side, in the aid's order; stacked on a narrow screen."""
    columns = Markup().join(
        _part(aid, option, _name(aid, option), *(_phase(aid, option, phase, True) for phase in phases))
        for option, phases in aid.decision.timelines.items()
    )
    show_figure(Markup('<div class="timelines">{}</div>').format(columns))


def in_parts(aid: Aid, answers: Answers) -> None:
    """The timelines with each option's drawing; its phases (before, during, after) are in expanders."""
    timelines = aid.decision.timelines
    columns = st.columns(len(timelines), gap="medium")
    for column, (option, phases) in zip(columns, timelines.items(), strict=True):
        with column:
            show_figure(_part(aid, option, _name(aid, option), _drawing(aid, option)))
            for phase in phases:
                heading = aid.words.timelines[option][phase].heading
                if part := expander(answers, f"{option}-{phase}", heading, level=3):
                    with part:
                        show_figure(_part(aid, option, _phase(aid, option, phase, False)))


def _part(aid: Aid, option: str, *parts: Markup) -> Markup:
    return Markup('<section class="timeline {}">{}</section>').format(option_class(aid, option), Markup().join(parts))


def _name(aid: Aid, option: str) -> Markup:
    return Markup("<h2>{}</h2>").format(option_name(aid, option))


def _drawing(aid: Aid, option: str) -> Markup:
    """The option's drawing, hidden from screen readers, as the text says the same."""
    picture = aid.decision.options[option].picture
    drawing = Markup('<div class="drawing" aria-hidden="true">{}</div>')
    return drawing.format(aid.pictures[picture]) if picture else Markup()


def _phase(aid: Aid, option: str, phase: str, with_heading: bool) -> Markup:
    words, stages = aid.words.timelines[option][phase], aid.decision.timelines[option][phase].stages
    heading = Markup("<h3>{}</h3>").format(words.heading) if with_heading else Markup()
    return heading + Markup("<ol>{}</ol>").format(Markup().join(_stage(words.stages[stage]) for stage in stages))


def _stage(stage: StageWords) -> Markup:
    return Markup('<li><span class="when">{}</span> <strong>{}</strong><p>{}</p></li>').format(
        stage.when, stage.title, stage.text
    )
