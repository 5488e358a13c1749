"""Words are easy to read. The English grade needs the development packages, which are loaded at first use."""

import re
from collections.abc import Iterator
from functools import lru_cache

from decision_aid.content.reading import Measure, measure, sentences
from decision_aid.content.rules.finding import Finding
from decision_aid.content.rules.texts import Text, pages, texts
from decision_aid.model.aid import Aid

LONGEST_SENTENCE = 20


def sentences_are_short(aid: Aid) -> Iterator[Finding]:
    """No sentence has more than 20 words."""
    for where, text in texts(aid):
        for sentence in sentences(text):
            if (count := _length(sentence)) > LONGEST_SENTENCE:
                start = _start(sentence)
                yield where, f"a sentence of {count} words ('{start} …'): cut it in two, or to {LONGEST_SENTENCE} words"


def pages_read_easily(aid: Aid) -> Iterator[Finding]:
    """Each page, with all it shows, keeps the limit of its language's measure: English grade 6, Spanish INFLESZ 65."""
    by = measure(aid.words.language)
    for page, score in scores(aid).items():
        if by and not by.meets(score):
            where = ("words", aid.words.language, "pages", page)
            bring = f"{by.limit:.0f} or {'less' if by.easier == 'below' else 'more'}"
            message = f"the page '{page}' reads at {by.name} {score:.1f}: bring it to {bring}"
            hardest = _start(_hardest(aid, by, page))
            yield where, f"{message} with shorter words and sentences, first in '{hardest} …'"


@lru_cache(maxsize=1)  # the rule asks, and then the report
def scores(aid: Aid) -> dict[str, float]:
    """The reading score of each page to one decimal; nothing for a language that has no measure."""
    by = measure(aid.words.language)
    if by is None:
        return {}
    found = {page: _said(told) for page, told in pages(aid).items()}
    return {page: round(_score(aid, by, said), 1) for page, said in found.items() if said}


def _hardest(aid: Aid, by: Measure, page: str) -> str:
    """The sentence of a page that is hardest to read among those of some length."""
    found = _said(pages(aid)[page])
    long_enough = [sentence for sentence in found if _length(sentence) >= 8] or found
    return max(long_enough, key=lambda sentence: by.hardness(_score(aid, by, [sentence])))


def _said(told: list[Text]) -> list[str]:
    return [sentence for _, text in told for sentence in sentences(text)]


def _score(aid: Aid, by: Measure, said: list[str]) -> float:
    """The score of sentences in which a term that the aid explains counts as one short word."""
    if terms := _terms(aid):
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b", re.IGNORECASE)
        said = [pattern.sub("term", sentence) for sentence in said]
    return by.score(said)


def _terms(aid: Aid) -> list[str]:
    """The terms that the aid explains and their other forms, the longest first."""
    terms = [term for name, words in aid.words.glossary.items() for term in (name.replace("_", " "), *words.forms)]
    return sorted(terms, key=len, reverse=True)


def _length(sentence: str) -> int:
    return sum(any(sign.isalnum() for sign in word) for word in sentence.split())


def _start(sentence: str) -> str:
    return " ".join(sentence.split()[:6])
