"""Words are easy to read. Needs the development packages, which are loaded at first use."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.content.rules.texts import pages, texts
from decision_aid.model.aid import Aid

LONGEST_SENTENCE = 20
HIGHEST_GRADE = 6.0

# The formula counts English syllables; other languages need their own.
_GRADED = ("en",)


def sentences_are_short(aid: Aid) -> Iterator[Finding]:
    """No sentence has more than 20 words."""
    from decision_aid.content.reading import sentences

    for where, text in texts(aid):
        for sentence in sentences(text):
            if (count := _length(sentence)) > LONGEST_SENTENCE:
                start = _start(sentence)
                yield where, f"a sentence of {count} words ('{start} …'): cut it in two, or to {LONGEST_SENTENCE} words"


def pages_read_easily(aid: Aid) -> Iterator[Finding]:
    """Each page, with all it shows, reads at Flesch–Kincaid grade 6 or less. Explained terms count as a short word."""
    for page, grade in grades(aid).items():
        if grade > HIGHEST_GRADE:
            where = ("words", aid.words.language, "pages", page)
            hardest = _hardest(aid, page)
            message = f"the page '{page}' reads at grade {grade:.1f}: bring it to {HIGHEST_GRADE:.0f} or less"
            yield where, f"{message} with shorter words and sentences, first in '{_start(hardest)} …'"


def grades(aid: Aid) -> dict[str, float]:
    """The reading grade of each page to one decimal; nothing for a language that the formula does not fit."""
    from decision_aid.content.reading import grade

    if aid.words.language not in _GRADED:
        return {}
    joined = {page: "\n".join(text for _, text in found) for page, found in pages(aid).items() if found}
    return {page: round(grade(text, _terms(aid)), 1) for page, text in joined.items()}


def _hardest(aid: Aid, page: str) -> str:
    """The sentence of a page that is hardest to read among those of some length."""
    from decision_aid.content.reading import grade, sentences

    found = [sentence for _, text in pages(aid)[page] for sentence in sentences(text)]
    long_enough = [sentence for sentence in found if _length(sentence) >= 8] or found
    return max(long_enough, key=lambda sentence: grade(sentence, _terms(aid)))


def _terms(aid: Aid) -> list[str]:
    return [term for name, words in aid.words.glossary.items() for term in (name.replace("_", " "), *words.forms)]


def _length(sentence: str) -> int:
    return sum(any(sign.isalnum() for sign in word) for word in sentence.split())


def _start(sentence: str) -> str:
    return " ".join(sentence.split()[:6])
