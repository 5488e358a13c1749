"""What happens, stage by stage, for each option in the same form."""

from html import escape

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.words import StageWords


def side_by_side(aid: Aid) -> None:
    """The timelines of all options beside each other, in the aid's order; under each other on a narrow screen."""
    columns = "".join(_timeline(aid, option) for option in aid.decision.timelines)
    st.markdown(f'<div class="timelines">{columns}</div>', unsafe_allow_html=True)


def _timeline(aid: Aid, option: str) -> str:
    words = aid.words.timelines[option]
    picture = aid.decision.options[option].picture
    drawing = f'<div class="drawing" aria-hidden="true">{aid.pictures[picture]}</div>' if picture else ""
    phases = "".join(
        f"<h3>{escape(words[phase].heading)}</h3><ol>"
        + "".join(_stage(words[phase].stages[stage]) for stage in stages.stages)
        + "</ol>"
        for phase, stages in aid.decision.timelines[option].items()
    )
    return f'<section class="timeline"><h2>{escape(aid.words.options[option].name)}</h2>{drawing}{phases}</section>'


def _stage(stage: StageWords) -> str:
    return (
        f"<li><span class='when'>{escape(stage.when)}</span> <strong>{escape(stage.title)}</strong>"
        f"<p>{escape(stage.text)}</p></li>"
    )
