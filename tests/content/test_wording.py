"""Words that push are found, and words that only look like them are left alone."""

import pytest

from decision_aid.content.rules.wording import no_word_takes_sides, numbers_stand_in_estimates
from decision_aid.model.aid import Aid
from harness.aids import real_aid


@pytest.fixture(scope="module")
def spanish() -> Aid:
    return real_aid("es")


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_word_of_the_aid_takes_sides(language: str) -> None:
    assert list(no_word_takes_sides(real_aid(language))) == []


def saying(aid: Aid, text: str) -> Aid:
    """The aid with one text of its options changed."""
    option = aid.words.options["vertebroplasty"].model_copy(update={"summary": text})
    words = aid.words.model_copy(update={"options": {**aid.words.options, "vertebroplasty": option}})
    return aid.model_copy(update={"words": words})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Es el mejor camino.", ["el mejor"]),
        ("Es mejor opción que esperar.", ["mejor opción"]),
        ("Los tratamientos recomendados.", ["recomendados"]),
        ("Solo toma una hora.", ["solo"]),
        ("Sólo usted decide, solamente usted.", ["sólo", "solamente"]),
        ("Unas molestias leves.", ["leves"]),
        ("Un procedimiento sencillo y más seguro.", ["sencillo", "seguro"]),
        ("Es una cirugía menor.", ["cirugía menor"]),
        ("Así baja su riesgo.", ["su riesgo"]),
        ("Se siente mejor. El número más bajo es mejor.", []),
        ("Pregunte qué paga su seguro médico. El seguro social no paga.", []),
        ("Dice qué tan seguros estamos. ¿Está segura?", []),
        ("Si vive solo, diga quién ayuda. Un solo hueso.", []),
        ("Hay un dolor menor.", []),
    ],
)
def test_spanish_words_that_push_are_told_from_those_that_do_not(spanish: Aid, text: str, found: list[str]) -> None:
    told = [message for _, message in no_word_takes_sides(saying(spanish, text))]
    assert told == [f"'{word}' can take a side: say it in other words" for word in found]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A 1 de cada 5 le duele.", "1 de cada 5"),
        ("A uno de cada cinco le duele.", "uno de cada cinco"),
        ("A 20 de cada 100 personas.", "20 de cada 100"),
        ("A 3 de 1.000 personas.", "3 de 1.000"),
        ("Al veinte por ciento.", "por ciento"),
        ("Lo malo de cada opción, y cada cuánto pasa. Un dolor de 4 de 10.", None),
    ],
)
def test_spanish_numbers_of_people_do_not_stand_in_words(spanish: Aid, text: str, number: str | None) -> None:
    changed = ("words", "es", "options", "vertebroplasty", "summary")
    told = [message for where, message in numbers_stand_in_estimates(saying(spanish, text)) if where == changed]
    assert [message.split("'")[1] for message in told] == ([number] if number else [])
