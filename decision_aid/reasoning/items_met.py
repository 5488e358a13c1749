"""How many items of each standard are met, and how many are not."""

from collections import Counter
from typing import get_args

from decision_aid.model.aid import Aid
from decision_aid.model.checklists import Status


def counts(aid: Aid) -> dict[str, dict[Status, int]]:
    """By standard, the number of items of each status, every status named. The numbers add up to all items."""
    statuses: tuple[Status, ...] = get_args(Status)
    found = {name: Counter(item.status for item in standard.items.values()) for name, standard in aid.standards.items()}
    return {name: {status: counted[status] for status in statuses} for name, counted in found.items()}
