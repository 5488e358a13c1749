"""The page of all chances: one outcome at a time, in the chosen form; studies of similar people come first."""

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from harness.walking import answer, answers, arrive, check, go, texts, with_details
from tests.cases.published import estimates, raw

MANY_FIGURES = "procedure_harm"


@pytest.fixture
def at() -> AppTest:
    """An outcome with many figures, with its switches and all rows open."""
    return go(with_details(arrive()), "chances", MANY_FIGURES)


def pictures(at: AppTest) -> int:
    return sum(text.count('class="icon-array') for text in texts(at))


def tables(at: AppTest) -> int:
    return sum(text.count('<table class="figures"') for text in texts(at))


def group_counts() -> list[int]:
    """For each frequency of the outcome, the number of groups with a picture of people."""
    rows = raw("decision.yaml")["outcomes"][MANY_FIGURES]["rows"]
    measures = [estimates()[name]["measure"] for row in rows.values() for name in row["estimates"]]
    groups = [[arm for arm in measure.get("arms", ()) if not arm.get("cannot_happen")] for measure in measures]
    return [len(arms) for arms, measure in zip(groups, measures, strict=True) if measure["kind"] == "frequency"]


def test_figures_are_pictures_at_first_and_tables_or_words_on_demand(at: AppTest) -> None:
    assert (pictures(at), tables(at)) == (sum(group_counts()), 0)
    answer(at, "display.form", "table")
    assert (pictures(at), tables(at)) == (0, len(group_counts()))
    answer(at, "display.form", "words")
    assert pictures(at) == tables(at) == 0


def test_the_way_of_showing_is_kept_from_outcome_to_outcome(at: AppTest) -> None:
    answer(at, "display.form", "table")
    go(go(at, "start"), "chances", "new_fracture")
    assert answers(at).display.form == "table"
    assert pictures(at) == 0 < tables(at)


def test_out_of_a_thousand_changes_every_picture_together(at: AppTest) -> None:
    count = pictures(at)
    answer(at, "display.per", "thousand")
    assert sum(text.count('class="icon-array thousand"') for text in texts(at)) == count


def heads(at: AppTest) -> list[str]:
    return [heading.value for heading in at.header]


def picker_options(at: AppTest) -> list[str]:
    """The names in the picker of chances."""
    return list(at.selectbox(key="shown.chances").options)


def test_what_is_picked_from_the_list_is_shown_and_has_its_address(aid: Aid) -> None:
    at = go(arrive(), "chances")
    names = [aid.words.outcomes[name].name for name, outcome in aid.decision.outcomes.items() if outcome.rows]
    assert picker_options(at) == names
    assert names[0] in heads(at)
    at.selectbox(key="shown.chances").set_value("new_fracture")
    assert aid.words.outcomes["new_fracture"].name in heads(check(at.run()))
    assert at.query_params["at"] == "new_fracture"


def test_a_link_leads_to_an_outcome_and_a_wrong_one_to_the_first(aid: Aid) -> None:
    at = go(arrive(), "chances", "new_fracture")
    assert heads(at) == [aid.words.outcomes["new_fracture"].name]
    assert heads(go(at, "chances", "no_such")) == heads(go(at, "chances"))


@pytest.mark.parametrize(
    ("since", "pain", "groups"),
    [
        ("under_2_weeks", 9, ["recent_and_strong"]),
        ("weeks_2_to_6", 7, ["recent_and_strong"]),
        ("under_2_weeks", 6, []),
        ("weeks_6_to_12", 9, []),
        ("over_3_months", 3, ["older"]),
        (None, None, []),
    ],
)
def test_studies_of_people_alike_come_to_the_front(
    aid: Aid, since: str | None, pain: int | None, groups: list[str]
) -> None:
    at = arrive()
    if since and pain:
        at.session_state["answers"] = Answers(situation={"time_since_break": since, "pain_now": pain})
    go(at, "chances")
    studies = [words.heading for words in aid.words.similar_studies.values()]
    assert [name for name in picker_options(at) if name in studies] == [
        aid.words.similar_studies[group].heading for group in groups
    ]
    assert picker_options(at)[0] in heads(at)


def test_two_studies_that_disagree_get_equal_room(aid: Aid) -> None:
    at = arrive()
    at.session_state["answers"] = Answers(situation={"time_since_break": "under_2_weeks", "pain_now": 8})
    go(at, "chances", "alike-recent_and_strong")
    weights = [column.weight for column in at.columns[-2:]]
    assert len(weights) == len(aid.decision.similar_studies["recent_and_strong"].rows) == 2
    assert weights[0] == weights[1]
