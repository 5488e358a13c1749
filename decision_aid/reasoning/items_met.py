"""The items of each standard, counted by status."""

from collections import Counter
from typing import get_args

from decision_aid.model.aid import Aid
from decision_aid.model.checklists import Status


def counts(aid: Aid) -> dict[str, dict[Status, int]]:
    """By standard, the number of items of each status, every status named. The numbers add up to all items."""
    statuses: tuple[Status, ...] = get_args(Status)
    counters = {
        name: Counter(item.status for item in standard.items.values()) for name, standard in aid.standards.items()
    }
    return {name: {status: counter[status] for status in statuses} for name, counter in counters.items()}
