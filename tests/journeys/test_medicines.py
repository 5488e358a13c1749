"""A person names their medicines, and the list for the visit holds them."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.summary.summary import Summary, summarize
from harness.aids import real_aid
from harness.walking import arrive, go, unfold
from tests.markup import ParsedHtml

PICKER = "answer.medicines"


@pytest.fixture
def app() -> AppTest:
    """The screen that asks for medicines by name, opened."""
    return open_picker(arrive())


def open_picker(app: AppTest) -> AppTest:
    return unfold(go(app, "situation", real_aid().decision.medicines_group or ""))


def pick(app: AppTest, *names: str) -> None:
    app.multiselect(key=PICKER).set_value([*app.multiselect(key=PICKER).value, *names]).run()
    assert not app.exception


def summary_of(aid: Aid, app: AppTest) -> Summary:
    return summarize(aid, app.session_state["answers"], date(2026, 11, 22))


def html_text(app: AppTest) -> str:
    return "".join(block.proto.body for block in app.get("html"))


def test_nothing_is_picked_at_first(app: AppTest) -> None:
    assert not app.exception
    assert app.multiselect(key=PICKER).value == []
    assert "apixaban (Eliquis)" in app.multiselect(key=PICKER).options


def test_the_page_says_to_stop_nothing_and_that_no_pharmacist_has_looked(aid: Aid, app: AppTest) -> None:
    assert any(aid.words.app["medicines.remember"] in text.value for text in app.markdown)
    assert any(aid.words.app["medicines.unchecked"] in text.value for text in app.caption)


def test_warfarin_brings_the_question_about_blood_thinners_with_its_reason(aid: Aid, app: AppTest) -> None:
    pick(app, "warfarin")
    reasons = {question.id: question.because for question in summary_of(aid, app).questions}
    assert reasons["my_blood_thinner"] == "Because you take a blood thinner."
    go(app, "questions")
    assert aid.words.questions["my_blood_thinner"].text in html_text(app)


def test_a_brand_that_was_typed_becomes_the_medicine(app: AppTest) -> None:
    pick(app, "eliquis")
    assert app.multiselect(key=PICKER).value == ["apixaban"]
    assert "Blood thinners: apixaban" in ParsedHtml(html_text(app)).text


def test_a_typed_name_is_kept_and_leaves_with_the_list(aid: Aid, app: AppTest) -> None:
    pick(app, "Grandma's <b>brown</b> drops")
    assert app.multiselect(key=PICKER).value == ["Grandma's <b>brown</b> drops"]
    assert "<b>" not in html_text(app)
    assert "Grandma's <b>brown</b> drops" in plain_text(aid, summary_of(aid, app))


def test_medicines_outlive_other_pages_and_can_be_taken_back(aid: Aid, app: AppTest) -> None:
    pick(app, "warfarin", "Mystery")
    for page in ("chances", "step_by_step"):
        go(app, page)
    open_picker(app)
    assert app.multiselect(key=PICKER).value == ["warfarin", "Mystery"]
    app.multiselect(key=PICKER).unselect("warfarin").run()
    assert app.session_state["answers"].medicines == ("Mystery",)
    assert "my_blood_thinner" not in [question.id for question in summary_of(aid, app).questions]
