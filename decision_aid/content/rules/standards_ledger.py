"""The statements of the aid about each item of a standard can be verified."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding, check_id
from decision_aid.model.aid import Aid

_KINDS = ("page", "file")


def items_account_for_themselves(aid: Aid) -> Iterator[Finding]:
    """A met item says where; one that is not met or not applicable says why; one for people has no place or test."""
    for name, standard in aid.standards.items():
        for number, item in standard.items.items():
            where = ("standards", name, "items", number)
            if item.status == "met" and not item.where and not item.tests:
                yield where, f"'{number}' is met, but where? Add 'where: \"page: …\"' or 'where: \"file: …\"'"
            if item.status in ("not_met", "not_applicable") and not item.why:
                yield where, f"'{number}' is not met or does not apply, but why? Add 'why'"
            if item.status != "met" and item.where:
                yield (*where, "where"), f"'{number}' is not met, so it is met nowhere: remove 'where'"
            if item.status == "people_must_do" and item.tests:
                yield (*where, "tests"), f"people have to do '{number}', so no test can show it: remove 'tests'"


def targets_exist(aid: Aid) -> Iterator[Finding]:
    """Where an item is met is a page of the aid, or a file. A test checks that files exist: not every host has all."""
    for name, standard in aid.standards.items():
        for number, item in standard.items.items():
            where = ("standards", name, "items", number, "where")
            if item.where is None:
                continue
            kind, _, target = item.where.partition(": ")
            if kind not in _KINDS or not target:
                yield where, f"'{item.where}' is no place: write 'page: …' or 'file: …'"
            elif kind == "page":
                yield from check_id(where, target, aid.words.pages, "page", "words/en/pages")
