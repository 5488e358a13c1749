"""The whole way in Spanish: every page, every answer, the list; and a change of language in the middle."""

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.reasoning.question_list import question_list
from harness import visiting
from harness.walking import (
    answer,
    answers,
    arrive,
    choose,
    given,
    go,
    listed,
    listed_texts,
    screens,
    shown,
    texts,
    title,
    walk,
    with_details,
)
from tests.journeys.test_answers_stay import SOMEONE

READ_BY = {"language", "look", "helping"}
"""Settings of the display, which are not answers."""


@pytest.fixture(scope="module")
def spanish() -> Aid:
    return load(session.CONTENT, "es")


@pytest.fixture(scope="module")
def at_the_end() -> AppTest:
    """The question list of someone who walked through every page in Spanish. No test changes it."""
    return walk(arrive("es"), SOMEONE)


def test_every_answer_given_in_spanish_is_known(at_the_end: AppTest) -> None:
    saved = answers(at_the_end)
    assert saved.language == "es"
    english = answers(walk(arrive("en"), SOMEONE))
    assert {name: value for name, value in given(saved).items() if name not in READ_BY} == {
        name: value for name, value in given(english).items() if name not in READ_BY
    }


def test_the_list_holds_the_same_questions_in_spanish(at_the_end: AppTest, aid: Aid, spanish: Aid) -> None:
    saved = answers(at_the_end)
    assert listed(at_the_end) == [question.id for question in question_list(aid, saved).listed]
    assert listed(at_the_end)
    for name, question in zip(listed(at_the_end), listed_texts(at_the_end), strict=True):
        assert escape(spanish.words.questions[name].text) in question
        assert escape(aid.words.questions[name].text) not in question


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_speaks_to_someone_who_helps_in_both_languages(language: str) -> None:
    at, helping = arrive(language), load(session.CONTENT, language, helping=True)
    usual = load(session.CONTENT, language)
    answer(at, "helping.start", True)
    for page in PAGES:
        assert title(go(at, page)) in visiting.screens(helping, page).values()
    labels = {group.label for _ in screens(with_details(at), "situation") for group in at.get("button_group")}
    otherwise = [
        name
        for name, words in helping.words.situation.items()
        if words.question != usual.words.situation[name].question
    ]
    assert otherwise
    assert labels & {helping.words.situation[name].question for name in otherwise}
    assert not labels & {usual.words.situation[name].question for name in otherwise}


def test_the_note_for_the_chart_stays_english(at_the_end: AppTest, aid: Aid, spanish: Aid) -> None:
    at = arrive("es")
    at.session_state["answers"] = answers(at_the_end)
    go(at, "record")
    assert title(at) == spanish.words.pages["record"].title
    (note,) = (text for text in texts(at) if 'class="record"' in text)
    assert 'lang="en"' in note
    assert escape(aid.words.app["name"]) in note
    named = {name: words.options["vertebroplasty"].name for name, words in (("en", aid.words), ("es", spanish.words))}
    assert named["en"].lower() in note.lower()
    assert named["es"].lower() not in note.lower()


def test_a_change_of_language_in_the_middle_keeps_every_answer_and_changes_every_word(aid: Aid, spanish: Aid) -> None:
    at = arrive("es")
    pages = list(SOMEONE)
    for index, page in enumerate(pages):
        before = given(answers(at)) | {"language": None}
        language = "es" if index % 2 else "en"
        go(at, page)
        choose(at, "language", language)
        assert given(answers(at)) | {"language": None} == before
        assert title(at) in visiting.screens({"en": aid, "es": spanish}[language], page).values()
        for name, value in SOMEONE[page].items():
            answer(at, name, value)
    for language in ("es", "en"):
        go(at, "start")
        choose(at, "language", language)
        for page, expected in SOMEONE.items():
            go(at, page)
            assert {name: shown(at, name) for name in expected} == expected
