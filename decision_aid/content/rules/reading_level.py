"""Words are easy to read. The English grade needs development packages, which are imported on first use."""

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
    """Each page, with all its texts, meets the limit of its language's measure: English grade 6, Spanish INFLESZ 65."""
    scale = measure(aid.words.language)
    for page, score in scores(aid).items():
        if scale and not scale.meets(score):
            where = ("words", aid.words.language, "pages", page)
            bring = f"{scale.limit:.0f} or {'less' if scale.easier == 'below' else 'more'}"
            message = f"the page '{page}' reads at {scale.name} {score:.1f}: bring it to {bring}"
            hardest = _start(_hardest(aid, scale, page))
            yield where, f"{message} with shorter words and sentences, first in '{hardest} …'"


@lru_cache(maxsize=1)  # called by the rule, then by the report
def scores(aid: Aid) -> dict[str, float]:
    """The reading score of each page, to one decimal; empty for a language without a measure."""
    scale = measure(aid.words.language)
    if scale is None:
        return {}
    sentences_by_page = {page: _sentences_of(page_texts) for page, page_texts in pages(aid).items()}
    return {
        page: round(_score(aid, scale, page_sentences), 1)
        for page, page_sentences in sentences_by_page.items()
        if page_sentences
    }


def _hardest(aid: Aid, scale: Measure, page: str) -> str:
    """The hardest sentence of a page, among those of at least 8 words if there are any."""
    page_sentences = _sentences_of(pages(aid)[page])
    long_enough = [sentence for sentence in page_sentences if _length(sentence) >= 8] or page_sentences
    return max(long_enough, key=lambda sentence: scale.hardness(_score(aid, scale, [sentence])))


def _sentences_of(page_texts: list[Text]) -> list[str]:
    return [sentence for _, text in page_texts for sentence in sentences(text)]


def _score(aid: Aid, scale: Measure, texts: list[str]) -> float:
    """The score of sentences; a term from the glossary counts as one short word."""
    if terms := _terms(aid):
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b", re.IGNORECASE)
        texts = [pattern.sub("term", sentence) for sentence in texts]
    return scale.score(texts)


def _terms(aid: Aid) -> list[str]:
    """The glossary terms and their other forms, longest first."""
    terms = [term for name, words in aid.words.glossary.items() for term in (name.replace("_", " "), *words.forms)]
    return sorted(terms, key=len, reverse=True)


def _length(sentence: str) -> int:
    return sum(any(sign.isalnum() for sign in word) for word in sentence.split())


def _start(sentence: str) -> str:
    return " ".join(sentence.split()[:6])
