"""The aid, made to fail with an answer in the error message: on the page of priorities, and at a button.

`uvicorn tests.browser.failing:app` serves it as a server of one's own does, and
`python -m tests.browser.failing run app.py` as `streamlit run` does.
"""

import streamlit as st
from streamlit.web import cli

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers, OwnReason
from decision_aid.views import imprint, readiness
from deploy.asgi import app

__all__ = ["app"]


def fail(aid: Aid, answers: Answers) -> None:
    """Raise an error with the answer in its message and in that of its cause."""
    text = answers.still_unclear
    if text:
        try:
            OwnReason.model_validate({"text": "x", "option": [text], text: text})
        except ValueError as fault:
            raise KeyError(text) from fault


def fail_at_a_tap() -> None:
    raise ValueError(f"{session.answers().still_unclear} does not fit")


readiness.gut = fail
imprint.contact = lambda aid: st.button("Fail", on_click=fail_at_a_tap)

if __name__ == "__main__":
    cli.main()
