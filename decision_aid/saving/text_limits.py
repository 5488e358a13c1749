"""How much one person can have typed: so much in each text, and so much in all.

Everyone on the same server waits for what one person's texts cost it. The fields on the pages end where the limit of
a text does. What comes from outside is cut to it, and to the limit of all together, and the person is told.
"""

from collections.abc import Callable

from decision_aid.model.aid import Aid
from decision_aid.model.answers import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_QUESTION,
    LONGEST_TEXT,
    MOST_TYPED,
    Answers,
    QuestionEdits,
)

Change = Callable[[str, int], str]
"""What becomes of a text that was typed; the number is the most letters that it may have."""


def shortened(aid: Aid, answers: Answers) -> Answers:
    """The answers with every text cut where it is too long, alone or together with the others."""
    share = _share(_lengths(aid, answers))

    def cut(text: str, most: int) -> str:
        most = min(most, share)
        return text if len(text) <= most else text.strip()[:most]

    return _each(aid, answers, cut)


def too_long(aid: Aid, answers: Answers) -> int:
    """How many texts `shortened` cuts."""
    lengths = _lengths(aid, answers)
    share = _share(lengths)
    return sum(length > min(most, share) for length, most in lengths)


def _share(lengths: list[tuple[int, int]]) -> int:
    """The length down to which texts must be cut so that all of them have room: the longest are cut, and no others."""
    left = MOST_TYPED
    shortest_first = sorted(min(length, most) for length, most in lengths)
    for place, length in enumerate(shortest_first):
        share = left // (len(shortest_first) - place)
        if length > share:
            return share
        left -= length
    return LONGEST_TEXT


def _lengths(aid: Aid, answers: Answers) -> list[tuple[int, int]]:
    """The letters that each text has, and the most that it may have."""
    lengths: list[tuple[int, int]] = []

    def measure(text: str, most: int) -> str:
        lengths.append((len(text), most))
        return text

    _each(aid, answers, measure)
    return lengths


def _each(aid: Aid, answers: Answers, change: Change) -> Answers:
    """The answers with every text that was typed changed."""
    visit = answers.visit
    return answers.model_copy(
        update={
            "situation": {
                name: change(value, LONGEST_TEXT) if isinstance(value, str) and _is_typed(aid, name) else value
                for name, value in answers.situation.items()
            },
            "own_reasons": tuple(
                reason.model_copy(update={"text": change(reason.text, LONGEST_TEXT)}) for reason in answers.own_reasons
            ),
            "medicines": tuple(change(name, LONGEST_NAME) for name in answers.medicines),
            "still_unclear": change(answers.still_unclear, LONGEST_TEXT),
            "question_edits": _in_edits(answers.question_edits, change),
            "visit": visit.model_copy(
                update={name: change(getattr(visit, name), LONGEST_TEXT) for name in ("reason", "next_step", "led_by")}
            ),
        }
    )


def _in_edits(edits: QuestionEdits, change: Change) -> QuestionEdits:
    limits = {"reworded": LONGEST_QUESTION, "own": LONGEST_QUESTION, "notes": LONGEST_NOTE}
    return edits.model_copy(
        update={
            field: {name: change(text, most) for name, text in getattr(edits, field).items()}
            for field, most in limits.items()
        }
    )


def _is_typed(aid: Aid, factor: str) -> bool:
    return factor in aid.situation and aid.situation[factor].kind == "text"
