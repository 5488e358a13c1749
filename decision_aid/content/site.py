"""`site.yaml`, a service's details: read in one language, and filled into words that refer to them."""

from collections.abc import Iterator
from typing import Any

from decision_aid.content.figures import UnfillableError
from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Tree, Where
from decision_aid.model.aid import Aid

SITE = "site"
OF_THE_SITE = "site."
"""The prefix of placeholders that are filled from `site.yaml`."""


def offered_languages(tree: Tree, known: list[str]) -> list[str]:
    """The languages that the site offers, in its order; all known languages if it names none."""
    site = tree.values.get(SITE)
    site_languages = site.get("languages") if isinstance(site, dict) else None
    offered = [language for language in site_languages if language in known] if isinstance(site_languages, list) else []
    return offered or known


def site_in_language(tree: Tree, language: str) -> Any:
    """The values of `site.yaml`; for texts given per language, the text in this language."""
    return _in_language(tree.values.get(SITE, {}), language, _languages(tree))


def site_findings(tree: Tree, language: str) -> Iterator[Finding]:
    """Findings about the site: those for all languages, and those for this one."""
    yield from _offers_what_it_has(tree)
    yield from _says_all_in_a_language(tree, language)


def _offers_what_it_has(tree: Tree) -> Iterator[Finding]:
    """Every language that the site offers has words."""
    languages, site = _languages(tree), tree.values.get(SITE, {})
    for index, language in enumerate(site.get("languages") or ()):
        if language not in languages:
            mend = f"write some of {', '.join(sorted(languages))}, or add its words first"
            yield (SITE, "languages", index), f"the aid has no language '{language}': {mend}"


def _says_all_in_a_language(tree: Tree, language: str) -> Iterator[Finding]:
    """A text given per language exists in each language that the site offers."""
    languages = _languages(tree)
    for where, forms in _translated_texts(tree.values.get(SITE, {}), (SITE,), languages):
        if language in offered_languages(tree, sorted(languages)) and not forms.get(language):
            mend = f"add '{language}: …' to it, or write one text for all languages"
            yield where, f"'{where[-1]}' says nothing in '{language}': {mend}"


def site_text(aid: Aid, name: str) -> str:
    """The text for `{site.emergency}` and `{site.or_call}`. Raises UnfillableError for any other name.

    The first lists the numbers to call at once. The second continues "see a doctor today" with the numbers for less
    urgent problems; "" if the site gives none.
    """
    app, numbers = aid.words.app, aid.site.emergency
    if name == "emergency":
        return _number_list(aid, [(number.call, number.where) for number in numbers])
    if name == "or_call":
        less_urgent = [(number.less_urgent, number.where) for number in numbers if number.less_urgent]
        # A missing word gets a fallback: another rule reports the word itself.
        sentence = app.get("emergency.or_call", "{numbers}").format(numbers=_number_list(aid, less_urgent))
        return f" {sentence}" if less_urgent else ""
    raise UnfillableError("names nothing of the site: write {site.emergency} or {site.or_call}")


def _number_list(aid: Aid, numbers: list[tuple[str, str]]) -> str:
    app = aid.words.app
    with_country, without_country = (
        app.get("emergency.number", "{number} ({where})"),
        app.get("emergency.number_alone", "{number}"),
    )
    entries = [
        (with_country if where else without_country).format(number=number, where=where) for number, where in numbers
    ]
    if len(entries) < 2:
        return "".join(entries)
    return app.get("emergency.last", "{before}, {last}").format(before=", ".join(entries[:-1]), last=entries[-1])


def _languages(tree: Tree) -> set[str]:
    return set(tree.values.get("words", {}))


def _in_language(value: Any, language: str, languages: set[str]) -> Any:
    if isinstance(value, list):
        return [_in_language(inner, language, languages) for inner in value]
    if not isinstance(value, dict):
        return value
    if languages & value.keys():
        return value.get(language) or next((text for text in value.values() if text), "")
    return {key: _in_language(inner, language, languages) for key, inner in value.items()}


def _translated_texts(value: Any, where: Where, languages: set[str]) -> Iterator[tuple[Where, dict[str, Any]]]:
    """Every text that is given per language: its path, and the texts by language."""
    if isinstance(value, dict) and languages & value.keys():
        yield where, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _translated_texts(inner, (*where, key), languages)
