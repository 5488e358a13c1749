""" "My display": language, text size, contrast, all details, and whether a caregiver is reading."""

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
    """The popover with all settings, on every page. Its label names the other languages, for those who need one."""
    app, names = aid.words.app, session.content.own_names
    others = [name for language, name in names.items() if language != aid.words.language]
    opener = st.popover(" · ".join([app["display"], *others]), key="my-display-opener", on_change="rerun")
    if opener.open:  # widgets in a closed popover would not get their values: the browser makes them when it opens
        with opener:
            _choices(aid, answers, names)


def _choices(aid: Aid, answers: Answers, names: Mapping[str, str]) -> None:
    app = aid.words.app
    _switch(app["display.language"], "language", names, aid.words.language, session.switch_language)
    _look(aid, answers, "text", app["display.text"], TEXT)
    _look(aid, answers, "contrast", app["display.contrast"], CONTRAST)
    st.checkbox(
        app["display.details"], **session.bind("look.details", answers.look.details, partial(_put_look, "details"))
    )
    caregiver_box(aid, answers, "my-display")
    read_aloud.why_unavailable(aid)


def caregiver_box(aid: Aid, answers: Answers, where: str) -> None:
    """A box for caregivers who fill this in for someone. `where`: tells its several widgets apart."""
    app, bound = aid.words.app, session.bind(f"helping.{where}", answers.helping, _put_helping)
    st.checkbox(app["helping"], **bound)


def _look(aid: Aid, answers: Answers, name: str, label: str, variants: Variants[Any]) -> None:
    labels = {variant: aid.words.variant(variants, variant) for variant in variants.ids}
    _switch(label, f"look.{name}", labels, getattr(answers.look, name), partial(_put_look, name))


def _switch(label: str, name: str, labels: Mapping[str, str], value: str, put: session.Put) -> None:
    bound = session.bind(name, value, put)
    st.segmented_control(label, list(labels), format_func=labels.__getitem__, required=True, wrap=True, **bound)


def _put_look(name: str, answers: Answers, value: Any) -> Answers:
    return answers.model_copy(update={"look": answers.look.model_copy(update={name: value})})


def _put_helping(answers: Answers, value: Any) -> Answers:
    return answers.model_copy(update={"helping": bool(value)})
