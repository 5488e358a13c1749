"""How figures are shown is the person's choice, and the studies of people like them come to the front."""

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from harness.walking import answer, answers, arrive, go, texts


@pytest.fixture
def at() -> AppTest:
    return go(arrive(), "chances")


def pictures(at: AppTest) -> int:
    return sum(text.count('class="icon-array') for text in texts(at))


def tables(at: AppTest) -> int:
    return sum(text.count('<table class="figures"') for text in texts(at))


def test_figures_are_pictures_at_first_and_tables_or_words_on_demand(at: AppTest) -> None:
    assert pictures(at) > 20
    assert tables(at) == 0
    answer(at, "display.form", "table")
    assert pictures(at) == 0
    assert tables(at) > 10
    answer(at, "display.form", "words")
    assert pictures(at) == tables(at) == 0


def test_the_way_of_showing_is_kept_from_page_to_page(at: AppTest) -> None:
    answer(at, "display.form", "table")
    go(go(at, "start"), "chances")
    assert answers(at).display.form == "table"
    assert pictures(at) == 0


def test_out_of_a_thousand_changes_every_picture_together(at: AppTest) -> None:
    whole = pictures(at)
    answer(at, "display.per", "thousand")
    assert sum(text.count('class="icon-array thousand"') for text in texts(at)) == whole


def headings_of_studies_alike(at: AppTest, aid: Aid) -> list[str]:
    shown = [header.value for header in at.header]
    return [name for name, words in aid.words.alike.items() if words.heading in shown]


@pytest.mark.parametrize(
    ("since", "pain", "group"),
    [
        ("under_2_weeks", 9, ["recent_and_strong"]),
        ("weeks_2_to_6", 7, ["recent_and_strong"]),
        ("under_2_weeks", 6, []),
        ("weeks_6_to_12", 9, []),
        ("over_3_months", 3, ["older"]),
    ],
)
def test_studies_of_people_alike_come_to_the_front(aid: Aid, since: str, pain: int, group: list[str]) -> None:
    at = go(arrive(), "situation")
    answer(at, "situation.time_since_break", since)
    answer(at, "situation.pain_now", pain)
    assert headings_of_studies_alike(go(at, "chances"), aid) == group


def test_without_an_answer_no_study_comes_to_the_front(at: AppTest, aid: Aid) -> None:
    assert headings_of_studies_alike(at, aid) == []


def test_two_studies_that_disagree_get_equal_room(aid: Aid) -> None:
    at = go(arrive(), "situation")
    answer(at, "situation.time_since_break", "under_2_weeks")
    answer(at, "situation.pain_now", 8)
    go(at, "chances")
    beside = [column.weight for column in at.columns[2:4]]
    assert len(beside) == len(aid.decision.alike["recent_and_strong"].rows) == 2
    assert beside[0] == beside[1]
