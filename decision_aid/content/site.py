"""`site.yaml`, in which a service says who it is: read in one language, and put into the words that call for it."""

from collections.abc import Iterator
from typing import Any

from decision_aid.content.figures import UnfillableError
from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Tree, Where
from decision_aid.model.aid import Aid

SITE = "site"
OF_THE_SITE = "site."
"""How a placeholder begins that is filled from `site.yaml`."""


def offered(tree: Tree, known: list[str]) -> list[str]:
    """The languages that the site offers, in its order; all that are known where it names none."""
    site = tree.values.get(SITE)
    named = site.get("languages") if isinstance(site, dict) else None
    wanted = [language for language in named if language in known] if isinstance(named, list) else []
    return wanted or known


def in_language(tree: Tree, language: str) -> Any:
    """What `site.yaml` says, of texts with one form a language the form of this one."""
    return _in_language(tree.values.get(SITE, {}), language, _known(tree))


def slips(tree: Tree, language: str) -> Iterator[Finding]:
    """What of the site no language can show, or this one cannot."""
    yield from _offers_what_it_has(tree)
    yield from _says_all_in_a_language(tree, language)


def _offers_what_it_has(tree: Tree) -> Iterator[Finding]:
    """Every language that the site offers has words."""
    known, site = _known(tree), tree.values.get(SITE, {})
    for index, language in enumerate(site.get("languages") or ()):
        if language not in known:
            mend = f"write some of {', '.join(sorted(known))}, or add its words first"
            yield (SITE, "languages", index), f"the aid has no language '{language}': {mend}"


def _says_all_in_a_language(tree: Tree, language: str) -> Iterator[Finding]:
    """A text with one form a language has one for each language that the site offers."""
    known = _known(tree)
    for where, forms in _by_language(tree.values.get(SITE, {}), (SITE,), known):
        if language in offered(tree, sorted(known)) and not forms.get(language):
            mend = f"add '{language}: …' to it, or write one text for all languages"
            yield where, f"'{where[-1]}' says nothing in '{language}': {mend}"


def site_text(aid: Aid, name: str) -> str:
    """What `{site.emergency}` and `{site.or_call}` stand for. Raises UnfillableError for any other name.

    The first lists the numbers to call at once. The second goes on from "see a doctor today" with the numbers for what
    is less urgent, and is empty where the site gives none.
    """
    app, numbers = aid.words.app, aid.site.emergency
    if name == "emergency":
        return _listed(aid, [(number.call, number.where) for number in numbers])
    if name == "or_call":
        less_urgent = [(number.less_urgent, number.where) for number in numbers if number.less_urgent]
        # Where a word is missing, a rule says so of the word itself.
        told = app.get("emergency.or_call", "{numbers}").format(numbers=_listed(aid, less_urgent))
        return f" {told}" if less_urgent else ""
    raise UnfillableError("names nothing of the site: write {site.emergency} or {site.or_call}")


def _listed(aid: Aid, numbers: list[tuple[str, str]]) -> str:
    app = aid.words.app
    here, alone = app.get("emergency.number", "{number} ({where})"), app.get("emergency.number_alone", "{number}")
    told = [(here if where else alone).format(number=number, where=where) for number, where in numbers]
    if len(told) < 2:
        return "".join(told)
    return app.get("emergency.last", "{before}, {last}").format(before=", ".join(told[:-1]), last=told[-1])


def _known(tree: Tree) -> set[str]:
    return set(tree.values.get("words", {}))


def _in_language(value: Any, language: str, known: set[str]) -> Any:
    if isinstance(value, list):
        return [_in_language(inner, language, known) for inner in value]
    if not isinstance(value, dict):
        return value
    if known & value.keys():
        return value.get(language) or next((text for text in value.values() if text), "")
    return {key: _in_language(inner, language, known) for key, inner in value.items()}


def _by_language(value: Any, where: Where, known: set[str]) -> Iterator[tuple[Where, dict[str, Any]]]:
    """Every text that has one form a language."""
    if isinstance(value, dict) and known & value.keys():
        yield where, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _by_language(inner, (*where, key), known)
