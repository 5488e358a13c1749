"""What everyone is asked to weigh, and in which order."""

from hypothesis import given
from hypothesis import strategies as st

from decision_aid.model.aid import Aid
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.reasoning.things_to_weigh import asking_order, further_outcomes, main_outcomes, shows_people
from harness.aids import changed
from tests.cases.published import estimates, raw
from tests.unit.people import real_aid

SEEDS = st.integers(0, 2**31)


def pictured() -> set[str]:
    """The main outcomes whose first row of those that stand for them holds a count of people, as the files have it."""
    names = set()
    for name, outcome in raw("decision.yaml")["outcomes"].items():
        keyed = (outcome.get("key_rows") or list(outcome.get("rows", {})))[:1]
        shown = [estimate for key in keyed for estimate in outcome["rows"][key]["estimates"]]
        if outcome.get("main") and any(estimates()[estimate]["measure"]["kind"] == "frequency" for estimate in shown):
            names.add(name)
    return names


@given(SEEDS)
def test_each_main_outcome_is_asked_about_once_and_the_first_shows_people(seed: int) -> None:
    order = asking_order(real_aid(), seed)
    assert sorted(order) == sorted(main_outcomes(real_aid()))
    assert order[0] in pictured()
    assert order == asking_order(real_aid(), seed)


def test_any_of_those_that_show_people_can_be_the_first_and_each_can_come_sooner_or_later(aid: Aid) -> None:
    orders = {asking_order(aid, seed) for seed in range(300)}
    assert {order[0] for order in orders} == pictured()
    assert all(len({order.index(name) for order in orders}) > 1 for name in main_outcomes(aid))


def test_what_shows_people_is_told_by_its_figures(aid: Aid) -> None:
    assert {name for name in main_outcomes(aid) if shows_people(aid, name)} == pictured()


def test_what_is_not_main_can_be_weighed_on_demand(aid: Aid) -> None:
    assert set(main_outcomes(aid)) | set(further_outcomes(aid)) == set(ratable_outcomes(aid))
    assert not set(main_outcomes(aid)) & set(further_outcomes(aid))


def test_where_none_is_marked_all_are_asked_about(aid: Aid) -> None:
    outcomes = {name: outcome.model_copy(update={"main": False}) for name, outcome in aid.decision.outcomes.items()}
    unmarked = changed(aid, "decision.outcomes", outcomes)
    assert main_outcomes(unmarked) == ratable_outcomes(unmarked)
    assert further_outcomes(unmarked) == ()
