"""Studies of people in a situation like this person's. They are shown first and forecast nothing."""

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.decision import SimilarStudies


def similar_studies(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """The groups of studies whose every condition the person's answers meet; none where nothing was answered."""
    return tuple(name for name, group in aid.decision.similar_studies.items() if _meets(group, answers))


def _meets(group: SimilarStudies, answers: Answers) -> bool:
    chosen = all(set(choices).intersection(answers.chose(factor)) for factor, choices in group.answers.items())
    values = {factor: answers.situation.get(factor) for factor in group.at_least}
    return chosen and all(
        isinstance(value, int) and value >= group.at_least[factor] for factor, value in values.items()
    )
