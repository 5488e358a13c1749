"""Who rated what: told as the pages of the raters have it, and GRADE's words for ratings on GRADE alone."""

from typing import Any

import pytest
from pydantic import ValidationError

from decision_aid.model.aid import Aid
from decision_aid.model.certainty import CertaintyRating
from decision_aid.wording.certainty import certainty, count_not_rated, levels
from tests.cases.published import estimates
from tests.cases.tables import cases


@cases("figures", "grades")
def test_grades_are_those_of_the_reviews_that_gave_them(aid: Aid, estimate: str, expected: list[list[Any]]) -> None:
    ratings = [aid.evidence.certainty[name] for name in aid.evidence.estimates[estimate].certainty]
    graded = [(aid.evidence.sources[rating.source], rating.grades) for rating in ratings if rating.grades]
    for (source, grades), (rater, *level) in zip(graded, expected, strict=True):
        assert rater in source.authors
        assert [source.year, grades[0], grades[-1]] == level
    if not expected:
        assert levels(aid, estimate) == {"not_rated"}
        assert certainty(aid, estimate).full == aid.words.app["certainty.nobody"]


def test_a_rating_of_something_else_is_never_told_as_one_of_the_figure(aid: Aid) -> None:
    # A newer review of calcitonin is sure of its own sum, and Cochrane of back pain without a broken bone.
    for name in ("calcitonin_week1", "paracetamol_low_back", "opioid_nausea"):
        (rating,) = aid.evidence.estimates[name].certainty
        assert aid.evidence.certainty[rating].rated_for == "body"
        assert aid.words.certainty[rating].body in certainty(aid, name).line
        assert aid.words.certainty[rating].body in certainty(aid, name).full


def test_the_count_of_unrated_figures_is_that_of_the_file(aid: Aid) -> None:
    assert count_not_rated(aid) == [written["certainty"] for written in estimates().values()].count("not_rated")
    # 51 of the first 67 were shipped without a grade, and 11 more with one that nobody but us had given.
    assert sum(not aid.evidence.estimates[name].certainty for name in list(aid.evidence.estimates)[:67]) == 45


@pytest.mark.parametrize("scale", ["ahrq", "nass", "words"])
def test_words_of_grade_are_refused_on_another_scale(aid: Aid, scale: str) -> None:
    written = aid.evidence.certainty["sham_studies"].model_dump()
    with pytest.raises(ValidationError, match="words of GRADE"):
        CertaintyRating.model_validate({**written, "scale": scale})
