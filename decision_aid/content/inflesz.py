"""The reading ease of Spanish sentences (INFLESZ, the scale for the Szigriszt-Pazos formula).

Source: Barrio-Cantalejo IM et al., An. Sist. Sanit. Navar. 31(2):135-152 (2008): 206.835 − 62.3 · syllables/words −
words/sentences. 0 is hard and 100 easy; from 65 on a text is "quite easy".

Syllables are counted here: the kept libraries take the places where a printer may hyphenate for them, and so miss about
one syllable in twenty ("guía" and "día" get one each), which makes a text look easier than it is.
"""

import re

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3

_SILENT = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])|(?<=[aeiouáéíóú])h(?=[aeiouáéíóú])")
_Y_AS_VOWEL = re.compile(r"y(?![aeiouáéíóúü])")
_NUCLEUS = re.compile(r"[iuü]*[aeoáéó][iuü]*|[íú]|[iuü]+")
"""Strong vowels each bear a syllable, and so do í and ú; weak ones (i, u) join a neighbor, or each other."""


def ease(said: list[str]) -> float:
    """The INFLESZ of sentences: higher is easier. Without words it is 100.

    Labels of one or two words count as words, not as sentences: they would make the rest look easy. A number in digits
    is a word of one syllable, as in the English grade.
    """
    words = [_WORD.findall(sentence) for sentence in said]
    count = sum(map(len, words))
    if not count:
        return 100.0
    whole = sum(len(sentence) >= _FEWEST_WORDS for sentence in words) or 1
    spoken = sum(syllables(word) for sentence in words for word in sentence)
    return 206.835 - 62.3 * spoken / count - count / whole


def syllables(word: str) -> int:
    """The syllables of a Spanish word by its spelling; at least one."""
    heard = _Y_AS_VOWEL.sub("i", _SILENT.sub("", word.lower()))
    return max(1, len(_NUCLEUS.findall(heard)))
