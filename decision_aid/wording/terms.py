"""Finds the glossary's terms in a text: whole words in any case, the longest of several that match."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from decision_aid.model.aid import Aid
from decision_aid.model.words import TermWords


@dataclass(frozen=True)
class Use:
    """A place in a text where a term is used: `text[start:end]` is the term or one of its forms."""

    term: str
    start: int
    end: int


def uses(aid: Aid, text: str) -> Iterator[Use]:
    """Every use of a term in a text, in order. Part of a longer term does not count as a use of a shorter one."""
    pattern, terms = _spellings(aid)
    for match in pattern.finditer(text):
        yield Use(terms[_plain(match.group())], match.start(), match.end())


def terms_used(aid: Aid, texts: Iterable[str]) -> tuple[str, ...]:
    """The terms that occur in these texts, each once, in the order of their first use."""
    return tuple(dict.fromkeys(use.term for text in texts for use in uses(aid, text)))


def headword(aid: Aid, term: str) -> str:
    """A term as written at the head of its entry: the form that differs from its key only in case, if any."""
    same_letters = (form for form in aid.words.glossary[term].forms if form.lower() == term.lower())
    spelling = next(same_letters, term)
    return spelling[0].upper() + spelling[1:]


@lru_cache(maxsize=64)
def _spellings(aid: Aid) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """A pattern that finds all spellings, and the term that each stands for."""
    terms = {_plain(form): term for term, words in aid.words.glossary.items() for form in _forms(term, words)}
    longest_first = sorted(terms, key=len, reverse=True)
    either = "|".join(r"[\s-]".join(map(re.escape, form.split())) for form in longest_first)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE), terms


def _forms(term: str, words: TermWords) -> tuple[str, ...]:
    return (term, *words.forms)


def _plain(form: str) -> str:
    """The spelling used as a key: a hyphen or the end of a line between words counts as a space."""
    return " ".join(re.split(r"[\s-]", form.lower()))
