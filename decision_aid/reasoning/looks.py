"""Which option's look something has: its mark, its color, its pattern. On every screen and on paper alike."""

from decision_aid.model.aid import Aid


def place(aid: Aid, option: str) -> int:
    """The place of an option in the content, from 1: it says which of the looks is its own."""
    return tuple(aid.decision.options).index(option) + 1


def of_group(aid: Aid, group: str) -> int:
    """The look of a group of people in a study: that of the option they had; 0 where they had none of these.

    The groups that a treatment was compared with (sham, usual care) have that of the option that the effects are told
    against: they are named, and never mixed.
    """
    if group in aid.decision.options:
        return place(aid, group)
    if group in aid.decision.comparators and aid.decision.reference:
        return place(aid, aid.decision.reference)
    return 0
