"""When to get help now: the warning signs, whom to call, and the advice once a sign was reported."""

from html import escape

import streamlit as st

from decision_aid.content.warning_signs import warning_section
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.safety import red_flags


def warning_signs(aid: Aid) -> None:
    """The signs that must not wait and the numbers to call."""
    st.html(warning_section(aid, "warning-signs"))


def advice(aid: Aid, answers: Answers) -> None:
    """What to do at once, for the signs the person has reported."""
    words = aid.words.urgent
    signs = "".join(
        f"<li>{escape(aid.words.situation[factor].choices[choice].label)}</li>"
        for factor, choice in red_flags(aid, answers)
    )
    st.html(
        f'<section class="urgent" role="alert"><p><strong>{words["heading"]}.</strong> {words["banner"]}</p>'
        f"<ul>{signs}</ul><p><strong>{words['numbers']}</strong></p></section>"
    )
