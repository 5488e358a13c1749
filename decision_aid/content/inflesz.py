"""The reading ease of Spanish sentences (INFLESZ, the scale for the Szigriszt-Pazos formula).

Source: Barrio-Cantalejo IM et al., An. Sist. Sanit. Navar. 31(2):135-152 (2008): 206.835 − 62.3 · syllables/words −
words/sentences. 0 is hard and 100 easy; from 65 on a text is "quite easy".

We count syllables ourselves: maintained libraries count hyphenation points instead, and miss about one syllable in
twenty ("guía" and "día" get one each), which makes a text look easier than it is.
"""

import re

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3

_SILENT = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])|(?<=[aeiouáéíóú])h(?=[aeiouáéíóú])")
_Y_AS_VOWEL = re.compile(r"y(?![aeiouáéíóúü])")
_NUCLEUS = re.compile(r"[iuü]*[aeoáéó][iuü]*|[íú]|[iuü]+")
"""Each strong vowel, í and ú makes a syllable; weak vowels (i, u) join a neighbor, or each other."""


def ease(sentences: list[str]) -> float:
    """The INFLESZ score of sentences: higher is easier; 100 if there are no words.

    Labels of one or two words count as words, not as sentences: they would make the text look easier than it is. A
    number in digits is a word of one syllable, as in the English grade.
    """
    words = [_WORD.findall(sentence) for sentence in sentences]
    word_count = sum(map(len, words))
    if not word_count:
        return 100.0
    sentence_count = sum(len(sentence) >= _FEWEST_WORDS for sentence in words) or 1
    syllable_count = sum(syllables(word) for sentence in words for word in sentence)
    return 206.835 - 62.3 * syllable_count / word_count - word_count / sentence_count


def syllables(word: str) -> int:
    """The syllable count of a Spanish word from its spelling; at least 1."""
    heard = _Y_AS_VOWEL.sub("i", _SILENT.sub("", word.lower()))
    return max(1, len(_NUCLEUS.findall(heard)))
