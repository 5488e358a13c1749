"""People who do not exist: answers drawn at random from the real aid, as a person at the screen could give them."""

from functools import lru_cache
from pathlib import Path

from hypothesis import strategies as st

from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers, OwnReason
from decision_aid.model.decision import Factor
from decision_aid.reasoning import question_editing as editing
from decision_aid.reasoning.preferences import ratable
from decision_aid.reasoning.question_list import question_list

CONTENT = Path(__file__).parents[2] / "content"


@lru_cache
def real_aid() -> Aid:
    """The aid that patients see."""
    return load(CONTENT, "en")


typed = st.text(max_size=40).map(str.strip)
"""What a person may type: anything, also nothing."""


@st.composite
def _several(draw: st.DrawFn, choices: dict[str, bool]) -> tuple[str, ...]:
    """One answer that stands alone, or any others in the order they were tapped; `choices` says which stand alone."""
    together = [name for name, alone in choices.items() if not alone]
    alone = [(name,) for name, stands_alone in choices.items() if stands_alone]
    several = st.lists(st.sampled_from(together), min_size=1, unique=True).map(tuple)
    return draw(st.one_of(several, st.sampled_from(alone)) if alone else several)


def _answer(factor: Factor) -> st.SearchStrategy[str | int | tuple[str, ...]]:
    match factor.kind:
        case "one":
            return st.sampled_from(list(factor.choices))
        case "many":
            return _several({name: choice.exclusive for name, choice in factor.choices.items()})
        case "scale":
            return st.integers(0, 10)
        case "text":
            return typed.filter(bool)


def _untouched(aid: Aid) -> st.SearchStrategy[Answers]:
    decision = aid.decision
    return st.builds(
        Answers,
        situation=st.fixed_dictionaries({}, optional={name: _answer(one) for name, one in aid.situation.items()}),
        parts=st.none() | st.lists(st.sampled_from(decision.parts), max_size=2, unique=True).map(tuple),
        importance=st.fixed_dictionaries(
            {}, optional={name: st.integers(0, 10) | st.just(NOT_SURE) for name in ratable(aid)}
        ),
        own_reasons=st.lists(
            st.builds(OwnReason, text=typed, option=st.none() | st.sampled_from(list(decision.options))), max_size=2
        ).map(tuple),
        leaning=st.none() | st.sampled_from(list(decision.leanings)),
        unclear=st.lists(st.sampled_from(decision.unclear), unique=True).map(tuple),
        still_unclear=typed,
    )


def edit_at_random(draw: st.DrawFn, aid: Aid, answers: Answers) -> Answers:
    """The answers after one tap of an editing button on the list as it stands."""
    asked = question_list(aid, answers)
    listed = tuple(one.id for one in asked.listed)
    spare = [one.id for one in (*asked.more, *asked.removed)]
    edit = draw(st.sampled_from(["add", "remove", "put", "move", "reword"]))
    if edit == "put" and spare:
        return editing.put_on_list(answers, draw(st.sampled_from(spare)))
    if edit == "add" or not listed:
        return editing.add(answers, draw(typed))
    name = draw(st.sampled_from(listed))
    if edit == "remove":
        return editing.remove(answers, name)
    if edit == "reword":
        return editing.reword(answers, name, draw(typed))
    return editing.move(answers, listed, name, draw(st.sampled_from([-1, 1])))


@st.composite
def _edited(draw: st.DrawFn, aid: Aid) -> Answers:
    """Answers after some editing of the list, and after more answers that came later."""
    answers = draw(_untouched(aid))
    for _ in range(draw(st.integers(0, 6))):
        answers = edit_at_random(draw, aid, answers)
    if draw(st.booleans()):
        return draw(_untouched(aid)).model_copy(update={"question_edits": answers.question_edits})
    return answers


untouched_answers = st.deferred(lambda: _untouched(real_aid()))
"""Any answers; the question list as the aid made it."""

edited_answers = st.deferred(lambda: _edited(real_aid()))
"""Any answers; the question list edited by hand any number of times, before and after them."""
