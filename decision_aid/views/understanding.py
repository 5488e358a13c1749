"""Reflection, knowledge, SURE and stage questions. Answers are not graded, and none is required."""

from typing import Any

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.address import SCREEN
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import PAGES
from decision_aid.reasoning.understanding import (
    MORE_SUPPORT,
    reflection_arm,
    reflection_choices,
    reflection_right,
    sure_score,
)
from decision_aid.session.callbacks import uninterrupted
from decision_aid.views import inputs
from decision_aid.views.answer_effects import result
from decision_aid.views.expander import expander
from decision_aid.views.html import show_html
from decision_aid.wording.sentences import counts


def reflection(aid: Aid, answers: Answers, name: str) -> None:
    """A question how many people a picture shows; either answer gets the true sentence (standards, RC-18)."""
    app, item = aid.words.app, aid.decision.reflections[name]
    arm, per = reflection_arm(aid, name)
    words, group = aid.words.estimates[item.estimate], aid.words.groups[item.group]
    answer = answers.reflections.get(name)

    def put(before: Answers, value: Any) -> Answers:
        return _with_entry(before, "reflections", name, None if value is None else int(value))

    with st.container(key=f"reflection-{name}"):
        choices = reflection_choices(aid, name)
        question = app["reflection"].format(title=words.title, group=group, per=per, event=words.event)
        inputs.single_choice(
            question, f"reflection.{name}", {str(count): str(count) for count in choices}, str(answer), put
        )
        if answer in choices:
            feedback = app["reflection_right"] if answer == reflection_right(aid, name) else app["reflection_else"]
            sentences = " ".join(counts(aid, item.estimate, arm, per))
            result(f"reflection-{name}").markdown(feedback.format(told=sentences))


KNOWLEDGE_INDEX = "knowing"
"""Session key: the index of the open knowledge item, from 0."""


def knowledge(aid: Aid, answers: Answers) -> None:
    """The knowledge items, one at a time; each answer gets the facts and a link to their page."""
    if not aid.knowledge:
        return
    if part := expander(answers, "knowledge", aid.words.app["knowledge_heading"]):
        with part, st.container(key="knowledge"):
            st.markdown(aid.words.app["knowledge_intro"])
            indexes = range(len(aid.knowledge)) if answers.look.details else [session.screen_index(KNOWLEDGE_INDEX)]
            for index in indexes:
                _knowledge_item(aid, answers, index)
            if not answers.look.details:
                _turn_buttons(aid, *indexes)


def _knowledge_item(aid: Aid, answers: Answers, index: int) -> None:
    app, name = aid.words.app, list(aid.knowledge)[index]
    item, words, answer = aid.knowledge[name], aid.words.knowledge[name], answers.knowledge.get(name)
    labels = {choice: words.choices[choice] for choice in item.choices}
    position = app["knowledge_place"].format(number=index + 1, total=len(aid.knowledge))
    with result("knowing" if not answers.look.details else f"knowing-{name}"):
        heading = Markup('<p class="over said">{}<span class="visually-hidden">: {}</span></p>')
        show_html(heading.format(position, words.question))
    inputs.single_choice(
        words.question,
        f"knowledge.{name}",
        labels,
        answer,
        lambda before, value: _with_entry(before, "knowledge", name, value),
    )
    if answer in labels:
        feedback = app["knowledge_right"] if answer == item.right else app["knowledge_else"]
        result(f"knowledge-{name}").markdown(feedback.format(feedback=words.feedback))
        target = aid.words.outcomes[item.outcome].name if item.outcome else aid.words.pages[item.page].menu
        screen = {SCREEN: item.outcome} if item.outcome else None
        st.page_link(PAGES[item.page].file, label=app["read_more"].format(page=target), query_params=screen)


def _turn_buttons(aid: Aid, index: int) -> None:
    """Buttons to the item before, and to the next."""
    with st.container(horizontal=True, key="turning-knowledge"):
        for label, key, target in (
            (aid.words.app["back"], "last", index - 1),
            (aid.words.app["knowledge_next"], "next", index + 1),
        ):
            if 0 <= target < len(aid.knowledge):
                st.button(
                    label,
                    key=f"{key}-knowledge",
                    on_click=uninterrupted(session.show_screen, KNOWLEDGE_INDEX, target),
                )


def sure(aid: Aid, answers: Answers) -> None:
    """The SURE test word for word, with its citation. Not shown in a language in which it was not published."""
    instrument, app = aid.instruments.get("sure"), aid.words.app
    if instrument is None or aid.words.language not in instrument.items:
        return
    st.subheader(app["sure_heading"], anchor=False)
    for item, question in instrument.items[aid.words.language].items():
        _instrument_item(aid, answers, "sure", item, question)
    score = sure_score(answers)
    if score is not None and score <= MORE_SUPPORT:
        result("sure").markdown(app["sure_talk"])
    st.caption(instrument.citation)


def _instrument_item(aid: Aid, answers: Answers, name: str, item: str, question: str) -> None:
    responses = answers.instruments.get(name, {})

    def put(before: Answers, value: Any) -> Answers:
        others = {key: entry for key, entry in before.instruments.get(name, {}).items() if key != item}
        return _with_entry(before, "instruments", name, others if value is None else {**others, item: value})

    labels = {"yes": aid.words.app["yes"], "no": aid.words.app["no"]}
    inputs.single_choice(question, f"instrument.{name}.{item}", labels, responses.get(item), put)


def stage(aid: Aid, answers: Answers, field: str) -> None:
    """A question how far along the person is with the choice. `field`: stage_at_start or stage_at_end."""
    if not aid.decision.stages:
        return
    st.subheader(aid.words.app["stage_heading"], anchor=False)
    inputs.single_choice(
        aid.words.app["stage_question"],
        field,
        {name: aid.words.stages[name] for name in aid.decision.stages},
        getattr(answers, field),
        lambda before, value: before.model_copy(update={field: value}),
    )


def _with_entry(before: Answers, field: str, name: str, value: Any) -> Answers:
    """The answers with a value under a name in one of their mappings; None removes the value."""
    others = {key: entry for key, entry in getattr(before, field).items() if key != name}
    return before.model_copy(update={field: others if value is None else {**others, name: value}})
