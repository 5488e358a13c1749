"""Checks of understanding: pictures, facts, sureness, stage of the decision. Nothing is graded or blocks."""

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.reasoning.understanding import reflection_choices, reflection_right
from harness.walking import (
    answer,
    answers,
    arrive,
    go,
    listed,
    listed_texts,
    opened,
    press,
    put_back_buttons,
    shown,
    texts,
)

QUESTION_FOR = {
    "usual_course": "pain_over_the_weeks",
    "gap_at_one_month": "gap_for_me",
    "sham_studies": "sham_and_usual_care",
    "deep_infection": "most_serious_harm",
    "conservative_care": "parts_together",
    "bone_medicine": "bones_either_way",
}
SURE = ("sure", "understand", "risk_benefit", "encouragement")


def available_questions(at: AppTest) -> list[str]:
    """The ids of questions on the list and of those that can be added."""
    return [*listed(at), *put_back_buttons(at)]


def everything(at: AppTest) -> str:
    return "\n".join(texts(at))


def at_item(at: AppTest, aid: Aid, item: str) -> AppTest:
    """Open the questions about the facts at one of them."""
    at.session_state["shown.knowing"] = list(aid.knowledge).index(item)
    return opened(go(at, "readiness"), "shown.more-knowledge")


@pytest.mark.parametrize(("item", "question"), QUESTION_FOR.items())
def test_what_is_not_yet_known_comes_up_as_a_question_with_its_reason(aid: Aid, item: str, question: str) -> None:
    at = at_item(arrive(), aid, item)
    wrong = next(
        choice for choice in aid.knowledge[item].choices if choice not in (aid.knowledge[item].right, "not_sure")
    )
    answer(at, f"knowledge.{item}", wrong)
    go(at, "questions")
    assert question in available_questions(at)
    assert f"Because {aid.words.knowledge[item].because}" in "\n".join(
        [*listed_texts(at), *(block.value for block in at.html)]
    )


def test_what_was_skipped_brings_no_question() -> None:
    at = arrive()
    go(at, "readiness")
    go(at, "questions")
    assert not set(available_questions(at)) & set(QUESTION_FOR.values())
    assert answers(at).knowledge == {}


def test_an_answer_that_was_taken_back_brings_no_question(aid: Aid) -> None:
    at = at_item(arrive(), aid, "usual_course")
    answer(at, "knowledge.usual_course", "not_sure")
    answer(at, "knowledge.usual_course", None)
    assert answers(at).knowledge == {}
    assert "pain_over_the_weeks" not in available_questions(go(at, "questions"))


def test_each_answer_is_told_what_is_known_and_where_its_figures_stand(aid: Aid) -> None:
    at = opened(go(arrive(), "readiness"), "shown.more-knowledge")
    for index, (item, record) in enumerate(aid.knowledge.items()):
        assert shown_items(at) == [item]
        assert shown(at, f"knowledge.{item}") is None
        for choice in record.choices:
            answer(at, f"knowledge.{item}", choice)
            assert aid.words.knowledge[item].feedback in everything(at)
            (link,) = [link.proto for link in at.get_by_key("knowledge").get("page_link")]
            assert link.page == record.page
            assert link.query_string == (f"at={record.outcome}" if record.outcome else "")
        if index + 1 < len(aid.knowledge):
            press(at, "next-knowledge")
    assert "next-knowledge" not in [button.key for button in at.button]
    assert "wrong" not in everything(at).lower()
    press(at, "last-knowledge")
    assert shown_items(at) == [list(aid.knowledge)[-2]]


def test_all_details_shows_every_question_about_the_facts_at_once(aid: Aid) -> None:
    at = arrive()
    look = answers(at).look.model_copy(update={"details": True})
    at.session_state["answers"] = answers(at).model_copy(update={"look": look})
    assert shown_items(go(at, "readiness")) == list(aid.knowledge)


def shown_items(at: AppTest) -> list[str]:
    """The ids of the shown questions about the facts."""
    start = "answer.knowledge."
    return [group.key.removeprefix(start) for group in at.button_group if (group.key or "").startswith(start)]


@pytest.mark.parametrize(
    ("page", "outcome", "name"),
    [
        ("chances", "usual_course", "relief_within_year"),
        ("chances", "new_fracture", "next_break"),
        ("weigh", "pain_first_month", "relief_at_14_days"),
        ("weigh", "procedure_harm", "deep_infection"),
    ],
)
def test_a_picture_is_read_back_with_the_true_sentence_whatever_was_tapped(
    aid: Aid, page: str, outcome: str, name: str
) -> None:
    at = opened(go(arrive(), page, outcome), f"shown.more-thing-{outcome}")
    assert shown(at, f"reflection.{name}") is None
    right, event = reflection_right(aid, name), aid.words.estimates[aid.decision.reflections[name].estimate].event
    for choice in reflection_choices(aid, name):
        answer(at, f"reflection.{name}", str(choice))
        answered = [text for text in texts(at) if f"{right} of" in text and event in text and "<" not in text]
        assert len(answered) == 1
        assert answered[0].startswith("Yes") == (choice == right)
        assert "wrong" not in answered[0].lower()
        assert answers(at).reflections == {name: choice}
    answer(at, f"reflection.{name}", None)
    assert answers(at).reflections == {}


def open_help_if_unsure(at: AppTest) -> AppTest:
    """Open "What if I am not sure"."""
    return opened(go(at, "readiness"), "shown.more-readiness-steps")


def answer_sure(at: AppTest, *choices: str) -> AppTest:
    for item, choice in zip(SURE, choices, strict=False):
        answer(at, f"instrument.sure.{item}", choice)
    return at


@pytest.mark.parametrize(
    ("choices", "more_talk"),
    [
        (("yes", "yes", "yes"), False),
        (("no", "no", "no"), False),
        (("yes", "yes", "yes", "yes"), False),
        (("yes", "yes", "yes", "no"), True),
        (("no", "no", "no", "no"), True),
    ],
)
def test_who_is_not_sure_of_all_four_is_told_that_more_time_or_talk_is_fine(
    aid: Aid, choices: tuple[str, ...], more_talk: bool
) -> None:
    at = answer_sure(open_help_if_unsure(arrive()), *choices)
    assert (aid.words.app["sure_talk"] in everything(at)) == more_talk


def test_sure_is_shown_word_for_word_with_its_citation(aid: Aid) -> None:
    at = open_help_if_unsure(arrive())
    labels = [at.get_by_key(f"answer.instrument.sure.{item}").label for item in SURE]
    assert labels == list(aid.instruments["sure"].items["en"].values())
    assert "O'Connor and Légaré 2008" in everything(at)
    assert "Can Fam Physician 2010;56(8):e308-14" in everything(at)


def test_each_no_to_sure_brings_a_question_with_its_reason(aid: Aid) -> None:
    at = answer_sure(open_help_if_unsure(arrive()), "no")
    go(at, "questions")
    assert "what_would_help_me_choose" in available_questions(at)
    assert aid.words.instrument_reasons["sure"]["sure"] in everything(at)


def test_how_far_along_is_asked_at_the_start_and_near_the_end_each_by_itself() -> None:
    at = opened(arrive(), "shown.more-start-answers")
    assert shown(at, "stage_at_start") is None
    answer(at, "stage_at_start", "thinking")
    open_help_if_unsure(at)
    assert shown(at, "stage_at_end") is None
    answer(at, "stage_at_end", "close")
    assert shown(opened(go(at, "start"), "shown.more-start-answers"), "stage_at_start") == "thinking"
    assert (answers(at).stage_at_start, answers(at).stage_at_end) == ("thinking", "close")


def test_answers_outlive_other_pages(aid: Aid) -> None:
    at = at_item(arrive(), aid, "sham_studies")
    answer(at, "knowledge.sham_studies", "both")
    answer_sure(open_help_if_unsure(at), "yes", "no")
    for page in ("start", "situation"):
        go(at, page)
    assert shown(open_help_if_unsure(at), "instrument.sure.understand") == "no"
    assert shown(at_item(at, aid, "sham_studies"), "knowledge.sham_studies") == "both"
