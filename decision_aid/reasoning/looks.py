"""The number of an option's look (mark, color and pattern), the same on every screen and on paper."""

from decision_aid.model.aid import Aid


def option_look(aid: Aid, option: str) -> int:
    """The number of the look of an option: its position in the content, from 1."""
    return tuple(aid.decision.options).index(option) + 1


def group_look(aid: Aid, group: str) -> int:
    """The number of the look of a group in a study: that of the option they had; 0 where they had none of them.

    Comparator groups (sham, usual care) have the look of the reference option, and are always named.
    """
    if group in aid.decision.options:
        return option_look(aid, group)
    if group in aid.decision.comparators and aid.decision.reference:
        return option_look(aid, aid.decision.reference)
    return 0
