"""Words have no numbers about outcomes, take no side, and do not assume the person's gender."""

import re
from collections.abc import Iterator
from decimal import Decimal

from babel.numbers import parse_decimal

from decision_aid.content.figures import UnfillableError, figure
from decision_aid.content.rules.finding import Finding
from decision_aid.content.rules.texts import texts
from decision_aid.model.aid import Aid

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|una?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte)"
)
_NUMBERS = (
    re.compile(r"%|\bper ?cent\b|\bpor ?ciento\b", re.IGNORECASE),
    re.compile(rf"\b{_NUMBER} (?:in|(?:de|por) cada) {_NUMBER}\b", re.IGNORECASE),
    re.compile(r"\b\d+ (?:out of|of|de|(?:de|por) cada) (?:every )?(?:100|1[,. ]?000)\b"),
    re.compile(r"\b(?:de|por) cada (?:100|1[,. ]?000|cien|mil)\b", re.IGNORECASE),
)

_HALF_A_POINT = re.compile(r"\bhalf (?:of )?a point\b|\bmedio punto\b", re.IGNORECASE)

_TAKES_SIDES = {
    "en": r"recommended|best|only|simple|minor|just|your risk|safe",
    "es": r"recomendad[oa]s?|recomendamos|únic[oa]s?|únicamente|s[oó]lo|solamente|sencill[oa]s?|sencillamente|simples?"
    r"|simplemente|leves?|segur[oa]s?|(?:el|la|lo|los|las) mejor(?:es)?|mejor(?:es)? (?:opción|opciones|tratamientos?)"
    r"|(?:cirugía|procedimiento|riesgo|daño|molestia)s? menor(?:es)?|[st]u riesgo",
}
"""By language: words that can push towards or away from an option."""

_HARMLESS = {
    "es": r"(?:[mst]i|su|el|del|al|un|otros|los) seguros?(?: médicos?)?|seguros? (?:médicos?|de salud|social)"
    r"|qué tan segur[oa]s? est(?:á|án|amos)|est(?:á|án|oy|ar|amos|é) segur[oa]s?|segur[oa]s? de que"
    r"|viv[eo] solo|por sí solo|un solo",
}
"""By language: harmless uses of the same words: in Spanish, insurance is "seguro médico"."""

_GENDERED = {
    "es": r"(?:preocupad|segur|cansad|enferm|confundid|convencid|decidid|dispuest|perdid|tranquil|nervios|ansios"
    r"|deprimid|content|acostad|sentad|informad|interesad|alérgic|diabétic|atendid|acompañad|aislad|agobiad)[oa]s?"
    r"|listos?|est(?:oy|á) lista|(?:viv[oe]|est(?:oy|á)|siento|siente) sol[oa]|(?:el|al|del|un|los|unos) pacientes?",
}
"""By language: gendered forms of words about the speaker."""

_NOT_OF_A_PERSON = {
    "es": r"seguro médico|persona atendida|qué tan seguros estamos"
    r"|(?:h[ae]|han|hemos|haya) \w+",
}
"""By language: uses of the same forms that are not about a person."""

_SPOKEN_BY_THE_PERSON = (
    "questions",
    "situation",
    "leanings",
    "unclear",
    "knowledge",
    "stages",
    "topics",
    "medicine_groups",
    "instrument_reasons",
    "app",
)

_ABOUT_OPTIONS = ("options", "outcomes", "estimates", "pages", "timelines", "questions", "knowledge")


def numbers_stand_in_estimates(aid: Aid) -> Iterator[Finding]:
    """Words contain no numbers about outcomes: those belong in evidence/estimates/, each with its source."""
    for where, text in texts(aid):
        plain = _PLACEHOLDER.sub("…", text)
        match = next((hit for pattern in _NUMBERS if (hit := pattern.search(plain))), None)
        if match:
            mend = "take it from an estimate, '{id.count} of {id.per} people'"
            yield where, f"'{match.group()}' in words: {mend}"


def half_points_stand_beside_their_figure(aid: Aid) -> Iterator[Finding]:
    """ "Half a point" is written only next to a figure that is nearer to a half than to zero or one."""
    for where, text in texts(aid):
        half = _HALF_A_POINT.search(text)
        if half and not any(_near_half(aid, name) for name in _PLACEHOLDER.findall(text) if name.endswith(".value")):
            mend = "say it beside a figure that is close to it, '{id.1_month.value}', or leave it out"
            yield where, f"'{half.group()}' in words without such a figure: {mend}"


def _near_half(aid: Aid, placeholder: str) -> bool:
    try:
        value = parse_decimal(figure(aid, placeholder).replace("−", "-"), aid.words.locale)
    except UnfillableError:
        return False
    return Decimal("0.25") <= abs(value) < Decimal("0.75")


def no_word_takes_sides(aid: Aid) -> Iterator[Finding]:
    """Words about options are neutral: no option is "recommended", "best", "simple", "safe" or "minor"."""
    language = aid.words.language
    if language not in _TAKES_SIDES:
        return
    sides, harmless = (_words(words_by_language.get(language)) for words_by_language in (_TAKES_SIDES, _HARMLESS))
    for where, text in texts(aid, *_ABOUT_OPTIONS):
        for word in dict.fromkeys(match.lower() for match in sides.findall(harmless.sub("…", text))):
            yield where, f"'{word}' can take a side: say it in other words"


def nobody_is_taken_for_a_man(aid: Aid) -> Iterator[Finding]:
    """Texts that a person says, or that are about them, have the same form for women and men."""
    language = aid.words.language
    if language not in _GENDERED:
        return
    gendered, harmless = (
        _words(words_by_language.get(language)) for words_by_language in (_GENDERED, _NOT_OF_A_PERSON)
    )
    for where, text in texts(aid, *_SPOKEN_BY_THE_PERSON):
        for word in dict.fromkeys(match.lower() for match in gendered.findall(harmless.sub("…", text))):
            fault = f"'{word}' makes a man or a woman of the person"
            yield where, f"{fault}: say it in a form for both, as in 'sin compañía'"


def _words(listed: str | None) -> re.Pattern[str]:
    """A pattern for these whole words; one that never matches if there are none."""
    return re.compile(rf"\b(?:{listed})\b" if listed else r"(?!)", re.IGNORECASE)
