"""The client of the load run does what a browser does, and asks what the aid asks."""

import asyncio
import random

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.Element_pb2 import Element

from benchmarks import wire
from benchmarks.journey import questions
from benchmarks.streamlit_client import Tab
from benchmarks.tab_storage import TabStorage
from benchmarks.wire import Widget, drawn_anew
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from harness.serving import by_streamlit, served


def mirror_data(session: str, answers: str = "", restored: bool = False, on_the_way: bool = False) -> dict[str, object]:
    return {"session": session, "answers": answers, "restored": restored, "on_the_way": on_the_way}


def test_a_tab_hands_over_what_it_kept_to_a_session_that_does_not_know_it() -> None:
    tab = TabStorage()
    assert tab.see(mirror_data("first", "mine")) is None
    assert tab.see(mirror_data("second")) == ("found", {"answers": "mine"})
    assert tab.see(mirror_data("second", "mine", restored=True, on_the_way=True)) == ("arrived", True)
    assert tab.see(mirror_data("second", "mine", restored=True)) is None
    tab.reloaded()
    assert tab.see(mirror_data("third")) == ("found", {"answers": "mine"})


def test_a_tab_that_kept_nothing_hands_over_nothing() -> None:
    tab = TabStorage()
    assert tab.see(mirror_data("first")) is None
    assert tab.see(mirror_data("second", "new")) is None


def test_a_part_of_a_page_is_kept_once_it_is_settled_whose_answers_these_are() -> None:
    tab = TabStorage()
    tab.see(mirror_data("first", "mine"))
    assert tab.see(mirror_data("first", "mine and more") | {"part": True}) is None
    assert tab.see(mirror_data("second", "nothing yet") | {"part": True}) is None
    assert tab.see(mirror_data("second")) == ("found", {"answers": "mine and more"})


def test_a_part_that_is_drawn_anew_takes_the_place_of_the_old_one() -> None:
    before = {"a": Widget("1", "", True), "b": Widget("2", "part"), "c": Widget("3", "part")}
    after = drawn_anew(before, "part", {"b": Widget("4", "part")})
    assert after == {"a": Widget("1", "", True), "b": Widget("4", "part")}


def test_a_trigger_has_the_id_that_streamlit_looks_for() -> None:
    component = "$$ID-0123456789abcdef-mirror"
    assert wire.trigger(component, "found", 1).id == _make_trigger_id(component, "events")
    assert wire.key_of(component) == "mirror"


def test_a_widget_shows_what_the_server_sets_and_else_what_it_starts_with() -> None:
    pills = Element()
    pills.button_group.id = "$$ID-0-answer.x"
    for label in ("Yes", "No"):
        pills.button_group.options.add(content=label)
    pills.button_group.default.append(1)
    assert wire.widget(pills) == ("$$ID-0-answer.x", ["No"], False)
    pills.button_group.raw_values.append("Yes")
    pills.button_group.set_value = True
    assert wire.widget(pills) == ("$$ID-0-answer.x", ["Yes"], True)


def test_what_a_person_is_asked_can_be_found_in_the_answers(aid: Aid) -> None:
    all_questions = questions(aid, random.Random(1))
    assert {question.page for question in all_questions} == {"situation", "weigh", "readiness"}
    for question in all_questions:
        assert question.kept(Answers()) in (None, "")
        for _, answer in question.ways:
            stored = tuple(answer) if isinstance(answer, list) else answer
            value = {question.name: stored} if question.name else stored
            assert question.kept(Answers(**{question.field: value})) == answer


def test_an_answer_in_a_part_of_a_page_is_kept_in_the_tab(aid: Aid) -> None:
    question = next(each for each in questions(aid, random.Random(1)) if each.page == "situation")
    value, answer = question.ways[0]

    async def answered(site: str) -> str:
        tab = Tab(site)
        await tab.open("situation", question.screen)
        assert await tab.give(question.key, value)
        await tab.close()
        return tab.answers

    with served(by_streamlit("app.py")) as site:
        assert str(answer[0] if isinstance(answer, list) else answer) in asyncio.run(answered(site))
