"""How the aid looks and speaks to this person: language, size, contrast, all details, and who is reading."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from decision_aid import session
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.variants import Variants
from decision_aid.views import read_aloud
from decision_aid.wording.interface_words import CONTRAST, TEXT


def my_display(aid: Aid, answers: Answers) -> None:
    """The way to all of it, on every page. It names the other languages, for those who cannot read this one."""
    app, names = aid.words.app, session.content.own_names
    others = [name for language, name in names.items() if language != aid.words.language]
    opener = st.popover(" · ".join([app["display"], *others]), key="my-display-opener", on_change="rerun")
    if opener.open:  # What is in a closed one would not get its values: the browser makes it when it opens.
        with opener:
            _choices(aid, answers, names)


def _choices(aid: Aid, answers: Answers, names: Mapping[str, str]) -> None:
    app = aid.words.app
    _one(app["display.language"], "language", names, aid.words.language, session.switch_language)
    _look(aid, answers, "text", app["display.text"], TEXT)
    _look(aid, answers, "contrast", app["display.contrast"], CONTRAST)
    st.checkbox(
        app["display.details"], **session.bind("look.details", answers.look.details, partial(_put_look, "details"))
    )
    helping(aid, answers, "my-display")
    read_aloud.why_unavailable(aid)


def helping(aid: Aid, answers: Answers, place: str) -> None:
    """Whether someone fills this in for another person. It is asked in more than one place, each by its name."""
    app, bound = aid.words.app, session.bind(f"helping.{place}", answers.helping, _put_helping)
    st.checkbox(app["helping"], **bound)


def _look(aid: Aid, answers: Answers, name: str, label: str, ways: Variants[Any]) -> None:
    labels = {way: aid.words.variant(ways, way) for way in ways.ids}
    _one(label, f"look.{name}", labels, getattr(answers.look, name), partial(_put_look, name))


def _one(label: str, name: str, labels: Mapping[str, str], value: str, put: session.Put) -> None:
    bound = session.bind(name, value, put)
    st.segmented_control(label, list(labels), format_func=labels.__getitem__, required=True, wrap=True, **bound)


def _put_look(name: str, answers: Answers, value: Any) -> Answers:
    return answers.model_copy(update={"look": answers.look.model_copy(update={name: value})})


def _put_helping(answers: Answers, value: Any) -> Answers:
    return answers.model_copy(update={"helping": bool(value)})
