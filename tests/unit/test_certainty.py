"""Who rated what: told as the pages of the raters have it, and GRADE's words for ratings on GRADE alone."""

import pytest
from pydantic import ValidationError

from decision_aid.model.aid import Aid
from decision_aid.model.certainty import CertaintyRating
from decision_aid.wording.certainty import certainty, count_not_rated, levels
from tests.cases.published import estimates

# As read on the pages of the reviews (see seen_at): who, in which year, and the highest and the lowest level.
BY_GRADE = {
    "pain_sham": [("Buchbinder", 2018, "high", "moderate")],
    "fracture_age": [("Buchbinder", 2018, "high", "moderate")],
    "exercise_mobility": [("Bolton", 2022, "low", "low")],
    "brace_trial": [("Bolton", 2022, "low", "low"), ("Peckett", 2023, "very_low", "very_low")],
    "opioid_vcf": [("Rzewuska", 2015, "low", "very_low")],
    "paracetamol_low_back": [("Cashin", 2023, "high", "high")],
    "muscle_relaxant_pain": [("Cashin", 2021, "very_low", "very_low"), ("Cashin", 2021, "low", "very_low")],
    "opioid_nausea": [("Cochrane", 2017, "moderate", "very_low")],
    "opioid_constipation": [("Cochrane", 2017, "moderate", "very_low")],
    "opioid_stopped": [("Cochrane", 2017, "moderate", "very_low")],
    "calcitonin_week1": [("Boucher", 2020, "high", "high")],
}
NEVER_RATED = ("pain_usual_care", "disability_usual_care", "survival", "bone_zoledronate", "vertos4_pain")
"""No grade was found for these alone, and the pages do not let one be taken over from elsewhere."""


def graded(aid: Aid, name: str) -> list[tuple[str, int | None, str, str]]:
    found = [aid.evidence.certainty[one] for one in aid.evidence.estimates[name].certainty]
    return [
        (aid.evidence.sources[one.source].authors, aid.evidence.sources[one.source].year, one.grades[0], one.grades[-1])
        for one in found
        if one.grades
    ]


def test_grades_are_those_of_the_reviews_that_gave_them(aid: Aid) -> None:
    assert {name for name in aid.evidence.estimates if graded(aid, name)} >= BY_GRADE.keys()
    for name, expected in BY_GRADE.items():
        for (authors, *found), (rater, *given) in zip(graded(aid, name), expected, strict=True):
            assert rater in authors
            assert found == given, name


@pytest.mark.parametrize("name", NEVER_RATED)
def test_what_nobody_graded_says_so(aid: Aid, name: str) -> None:
    assert levels(aid, name) == {"not_rated"}
    assert certainty(aid, name).full == aid.words.app["certainty.nobody"]


def test_a_rating_of_something_else_is_never_told_as_one_of_the_figure(aid: Aid) -> None:
    # A newer review of calcitonin is sure of its own sum, and Cochrane of back pain without a broken bone.
    for name in ("calcitonin_week1", "paracetamol_low_back", "opioid_nausea"):
        (rating,) = aid.evidence.estimates[name].certainty
        assert aid.evidence.certainty[rating].rated_for == "body"
        assert aid.words.certainty[rating].body in certainty(aid, name).line
        assert aid.words.certainty[rating].body in certainty(aid, name).full


def test_the_count_of_unrated_figures_is_that_of_the_file(aid: Aid) -> None:
    assert count_not_rated(aid) == [one["certainty"] for one in estimates().values()].count("not_rated")
    # 51 of the first 67 were shipped without a grade, and 11 more with one that nobody but us had given.
    assert sum(not aid.evidence.estimates[name].certainty for name in list(aid.evidence.estimates)[:67]) == 45


@pytest.mark.parametrize("scale", ["ahrq", "nass", "words"])
def test_words_of_grade_are_refused_on_another_scale(aid: Aid, scale: str) -> None:
    written = aid.evidence.certainty["sham_studies"].model_dump()
    with pytest.raises(ValidationError, match="words of GRADE"):
        CertaintyRating.model_validate({**written, "scale": scale})
