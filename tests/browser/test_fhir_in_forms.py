"""Our FHIR file in LHC-Forms, the form program of the US National Library of Medicine: shown, filled in, returned."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from decision_aid.exports.fhir import bundle
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers, OwnReason, Visit
from decision_aid.summary.summary import summarize
from harness.aids import real_aid
from harness.people import ordinary

BUILT = next(Path(sys.prefix).glob("lforms-*/package/dist/lforms"), None)
SCRIPTS = ("webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js", "fhir/R4/lformsFHIR.min.js")
TODAY = date(2026, 11, 29)
SHOW = """async ([asked, replied]) => {
    let form = LForms.Util.convertFHIRQuestionnaireToLForms(asked, 'R4')
    if (replied) form = LForms.Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', replied, form, 'R4')
    await LForms.Util.addFormToPage(form, 'form', { prepopulate: false })
}"""
GIVE_BACK = "LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4', '#form')"

pytestmark = pytest.mark.skipif(not BUILT, reason="LHC-Forms is brought by `make journeys`, where there is npm")


@pytest.fixture(scope="module")
def program(browser: Browser) -> Iterator[Page]:
    """An empty page with LHC-Forms; each test replaces the form of the last."""
    assert BUILT
    with browser.new_context() as window:
        page = window.new_page()
        page.set_content('<!doctype html><div id="form"></div>')
        for script in SCRIPTS:
            page.add_script_tag(path=BUILT / script)
        yield page


def show(program: Page, aid: Aid, answers: Answers | None = None) -> dict[str, Any]:
    """Show our questions, with these answers or none; returns our QuestionnaireResponse."""
    document = json.loads(bundle(aid, summarize(aid, answers or Answers(), TODAY)))
    questionnaire, response = (entry["resource"] for entry in document["entry"])
    program.evaluate(SHOW, [questionnaire, response if answers else None])
    field(program, "situation.pain_now").wait_for()
    return response


def field(program: Page, link: str) -> Any:
    """The field of LHC-Forms for a question: its id is the linkId and one number for each level."""
    return program.locator(f'[id="{link}/1/1"]')


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_gives_back_every_answer_and_what_was_asked(program: Page, language: str) -> None:
    """Version 40.1.3 gave back no rating of 0 while the ratings were options."""
    aid = real_aid(language)
    rated = [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]
    answers = ordinary(aid)
    answers = answers.model_copy(
        update={
            "situation": {**answers.situation, "pain_now": 0},
            "importance": {**dict(zip(rated, (0, 1, 10), strict=False)), rated[3]: NOT_SURE},
            "own_reasons": (
                OwnReason(text="My dog", option="conservative_care", importance=0),
                OwnReason(text="My stairs", importance=NOT_SURE),
                OwnReason(text="A trip"),
            ),
            "still_unclear": "What a trip\nwould do",
            "visit": Visit(reason="pain", next_step="a call", performs_procedure="no"),
        }
    )
    response = show(program, aid, answers)
    assert program.evaluate(GIVE_BACK)["item"] == response["item"]


def test_filled_in_by_hand_zero_not_sure_and_not_rated_are_three_things(program: Page, aid: Aid) -> None:
    show(program, aid)
    assert "item" not in program.evaluate(GIVE_BACK)
    field(program, "importance.pain_year").fill("0")
    program.locator('[id="importance.getting_about.not_sure/1/1|true"]').click()
    field(program, "situation.pain_now").fill("10")
    field(program, "situation.pain_now").blur()
    groups = {item["linkId"]: item["item"] for item in program.evaluate(GIVE_BACK)["item"]}
    answers = {item["linkId"]: item["answer"] for group in groups.values() for item in group}
    assert answers == {
        "situation.pain_now": [{"valueInteger": 10}],
        "importance.pain_year": [{"valueInteger": 0}],
        "importance.getting_about.not_sure": [{"valueBoolean": True}],
    }


@pytest.mark.parametrize(("rating", "takes"), [("-1", False), ("0", True), ("10", True), ("11", False)])
def test_it_takes_no_rating_out_of_bounds(program: Page, aid: Aid, rating: str, takes: bool) -> None:
    show(program, aid)
    field(program, "importance.pain_year").fill(rating)
    assert (program.evaluate("LForms.Util.checkValidity('#form')") is None) == takes


def test_it_shows_a_published_instrument_where_it_is_published_alone(program: Page) -> None:
    counts = {}
    for language in ("en", "es"):
        show(program, real_aid(language))
        counts[language] = program.locator('[id^="label-instrument.sure"]').count()
    assert counts == {"en": 5, "es": 0}
