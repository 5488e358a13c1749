"""Words hold no numbers of outcomes and take no side."""

import re
from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.content.rules.texts import texts
from decision_aid.model.aid import Aid

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_NUMBERS = (
    re.compile(r"%|\bper ?cent\b|\bpor ciento\b", re.IGNORECASE),
    re.compile(rf"\b{_NUMBER} (?:in|de cada) {_NUMBER}\b", re.IGNORECASE),
    re.compile(r"\b\d+ (?:out of|of|de|de cada) (?:every )?(?:100|1,?000)\b"),
)

_TAKES_SIDES = {
    "en": ("recommended", "best", "only", "simple", "minor", "just", "your risk", "safe"),
    "es": ("recomendado", "recomendada", "sencillo", "sencilla", "su riesgo", "tu riesgo"),
}
_ABOUT_OPTIONS = ("options", "outcomes", "estimates", "pages", "timelines", "questions", "knowledge")


def numbers_stand_in_estimates(aid: Aid) -> Iterator[Finding]:
    """Words hold no numbers about outcomes: those stand in evidence/estimates.yaml, each with its source."""
    for where, text in texts(aid):
        plain = _PLACEHOLDER.sub("…", text)
        for pattern in _NUMBERS:
            if found := pattern.search(plain):
                yield (
                    where,
                    f"'{found.group()}' in words: take it from an estimate, '{{id.count}} of {{id.per}} people'",
                )


def no_word_takes_sides(aid: Aid) -> Iterator[Finding]:
    """Words about options do not push: no option is "recommended", "best", "simple", "safe" or "minor"."""
    for word in _TAKES_SIDES.get(aid.words.language, ()):
        pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
        for where, text in texts(aid, *_ABOUT_OPTIONS):
            if pattern.search(text):
                yield where, f"'{word}' can take a side: say it in other words"
