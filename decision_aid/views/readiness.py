"""What the person leans to and what is still unclear. Nothing is right or wrong here, and nothing is set at first."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import asking


def leaning(aid: Aid, answers: Answers) -> None:
    """What the person leans to, with "not sure" and "let my doctor decide" among the answers."""
    labels = {name: aid.words.leanings[name].label for name in aid.decision.leanings}
    asking.one(
        aid.words.app["leaning_question"],
        "leaning",
        labels,
        answers.leaning,
        lambda before, value: before.model_copy(update={"leaning": value}),
    )


def unclear(aid: Aid, answers: Answers) -> None:
    """What is still unclear, from a list and in the person's own words."""
    labels = {item: aid.words.unclear[item].label for item in aid.decision.unclear}
    asking.many(
        aid.words.app["unclear_question"],
        "unclear",
        labels,
        answers.unclear,
        lambda before, value: before.model_copy(update={"unclear": value}),
    )
    asking.text(
        aid.words.app["still_unclear"],
        "still_unclear",
        answers.still_unclear,
        lambda before, value: before.model_copy(update={"still_unclear": value}),
    )
