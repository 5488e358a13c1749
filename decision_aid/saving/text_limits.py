"""Limits of typed texts: of each text, and of all texts of one person together.

Long texts would slow the server down for everyone. Input fields stop at the limit of their text. Texts from files and
links are shortened to it, and to the limit of all together, with a message.
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
"""Maps a typed text and its maximum number of characters to the new text."""


def shorten_texts(aid: Aid, answers: Answers) -> Answers:
    """The answers with each text shortened where it is too long, alone or together with the others."""
    share = _share(_lengths(aid, answers))

    def cut(text: str, most: int) -> str:
        most = min(most, share)
        return text if len(text) <= most else text.strip()[:most]

    return _each(aid, answers, cut)


def count_too_long(aid: Aid, answers: Answers) -> int:
    """The number of texts that `shorten_texts` shortens."""
    lengths = _lengths(aid, answers)
    share = _share(lengths)
    return sum(length > min(most, share) for length, most in lengths)


def _share(lengths: list[tuple[int, int]]) -> int:
    """The length to which the longest texts must be shortened so that all texts fit the total limit."""
    room = MOST_TYPED
    shortest_first = sorted(min(length, most) for length, most in lengths)
    for index, length in enumerate(shortest_first):
        share = room // (len(shortest_first) - index)
        if length > share:
            return share
        room -= length
    return LONGEST_TEXT


def _lengths(aid: Aid, answers: Answers) -> list[tuple[int, int]]:
    """The number of characters of each text, and its maximum."""
    lengths: list[tuple[int, int]] = []

    def measure(text: str, most: int) -> str:
        lengths.append((len(text), most))
        return text

    _each(aid, answers, measure)
    return lengths


def _each(aid: Aid, answers: Answers, change: Change) -> Answers:
    """The answers with `change` applied to every typed text."""
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
