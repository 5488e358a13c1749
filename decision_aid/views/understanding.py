"""What the person reads off a picture, knows, and feels sure of. Nothing is marked, and nothing has to be answered."""

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
from decision_aid.views import asking
from decision_aid.views.after_an_answer import result
from decision_aid.views.folded import folded
from decision_aid.views.html import show_html
from decision_aid.wording.sentences import counts


def reflection(aid: Aid, answers: Answers, name: str) -> None:
    """How many people a picture shows, with the true sentence as the answer either way (standards, RC-18)."""
    app, asked = aid.words.app, aid.decision.reflections[name]
    arm, per = reflection_arm(aid, name)
    words, group = aid.words.estimates[asked.estimate], aid.words.groups[asked.group]
    given = answers.reflections.get(name)

    def put(before: Answers, value: Any) -> Answers:
        return _kept(before, "reflections", name, None if value is None else int(value))

    with st.container(key=f"reflection-{name}"):
        choices = reflection_choices(aid, name)
        question = app["reflection"].format(title=words.title, group=group, per=per, event=words.event)
        asking.one(question, f"reflection.{name}", {str(count): str(count) for count in choices}, str(given), put)
        if given in choices:
            answer = app["reflection_right"] if given == reflection_right(aid, name) else app["reflection_else"]
            told = " ".join(counts(aid, asked.estimate, arm, per))
            result(f"reflection-{name}").markdown(answer.format(told=told))


KNOWING = "knowing"
"""Which of the knowledge items is asked, the first being 0."""


def knowledge(aid: Aid, answers: Answers) -> None:
    """The knowledge items, one at a time, each answered with what is known and a link to where that is told."""
    if not aid.knowledge:
        return
    if room := folded(answers, "knowledge", aid.words.app["knowledge_heading"]):
        with room, st.container(key="knowledge"):
            st.markdown(aid.words.app["knowledge_intro"])
            asked = range(len(aid.knowledge)) if answers.look.details else [session.screen_index(KNOWING)]
            for place in asked:
                _knowledge_item(aid, answers, place)
            if not answers.look.details:
                _turn(aid, *asked)


def _knowledge_item(aid: Aid, answers: Answers, place: int) -> None:
    app, name = aid.words.app, list(aid.knowledge)[place]
    item, words, given = aid.knowledge[name], aid.words.knowledge[name], answers.knowledge.get(name)
    labels = {choice: words.choices[choice] for choice in item.choices}
    where = app["knowledge_place"].format(number=place + 1, total=len(aid.knowledge))
    with result("knowing" if not answers.look.details else f"knowing-{name}"):
        told = Markup('<p class="over said">{}<span class="visually-hidden">: {}</span></p>')
        show_html(told.format(where, words.question))
    asking.one(
        words.question,
        f"knowledge.{name}",
        labels,
        given,
        lambda before, value: _kept(before, "knowledge", name, value),
    )
    if given in labels:
        answer = app["knowledge_right"] if given == item.right else app["knowledge_else"]
        result(f"knowledge-{name}").markdown(answer.format(feedback=words.feedback))
        told_on = aid.words.outcomes[item.outcome].name if item.outcome else aid.words.pages[item.page].menu
        screen = {SCREEN: item.outcome} if item.outcome else None
        st.page_link(PAGES[item.page].file, label=app["read_more"].format(page=told_on), query_params=screen)


def _turn(aid: Aid, place: int) -> None:
    """To the item before, and to the next."""
    with st.container(horizontal=True, key="turning-knowledge"):
        for label, key, to in (
            (aid.words.app["back"], "last", place - 1),
            (aid.words.app["knowledge_next"], "next", place + 1),
        ):
            if 0 <= to < len(aid.knowledge):
                st.button(label, key=f"{key}-knowledge", on_click=session.show_screen, args=(KNOWING, to))


def sure(aid: Aid, answers: Answers) -> None:
    """SURE word for word, with its citation. Not shown in a language that it was not published in."""
    asked, app = aid.instruments.get("sure"), aid.words.app
    if asked is None or aid.words.language not in asked.items:
        return
    st.subheader(app["sure_heading"], anchor=False)
    for item, question in asked.items[aid.words.language].items():
        _instrument_item(aid, answers, "sure", item, question)
    score = sure_score(answers)
    if score is not None and score <= MORE_SUPPORT:
        result("sure").markdown(app["sure_talk"])
    st.caption(asked.citation)


def _instrument_item(aid: Aid, answers: Answers, name: str, item: str, question: str) -> None:
    given = answers.instruments.get(name, {})

    def put(before: Answers, value: Any) -> Answers:
        others = {key: kept for key, kept in before.instruments.get(name, {}).items() if key != item}
        return _kept(before, "instruments", name, others if value is None else {**others, item: value})

    labels = {"yes": aid.words.app["yes"], "no": aid.words.app["no"]}
    asking.one(question, f"instrument.{name}.{item}", labels, given.get(item), put)


def stage(aid: Aid, answers: Answers, field: str) -> None:
    """How far along the person is with the choice. `field` is where it is kept: stage_at_start or stage_at_end."""
    if not aid.decision.stages:
        return
    st.subheader(aid.words.app["stage_heading"], anchor=False)
    asking.one(
        aid.words.app["stage_question"],
        field,
        {one: aid.words.stages[one] for one in aid.decision.stages},
        getattr(answers, field),
        lambda before, value: before.model_copy(update={field: value}),
    )


def _kept(before: Answers, field: str, name: str, value: Any) -> Answers:
    """The answers with a value under a name in one of their mappings; None takes the value out."""
    others = {key: kept for key, kept in getattr(before, field).items() if key != name}
    return before.model_copy(update={field: others if value is None else {**others, name: value}})
