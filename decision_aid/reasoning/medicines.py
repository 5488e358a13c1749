"""The medicines a person takes: those the aid knows, and those kept as typed.

The words of a medicine are its generic name, with other generic names in brackets: "one name (another)".
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_NAME, MOST_MEDICINES, Answers

OTHER = "other"
"""The group of what the aid does not know."""

_NAMED = re.compile(r"(?P<name>[^(]+?)\s*(?:\((?P<others>[^)]*)\))?")


def labels(aid: Aid) -> dict[str, str]:
    """What to show and search for each medicine: its generic name, then its other names: "apixaban (Eliquis)"."""
    found = {}
    for medicine in aid.medicines:
        name, *others = _names(aid, medicine)
        found[medicine] = f"{name} ({', '.join(others)})" if others else name
    return found


def recognized(aid: Aid, names: Iterable[str]) -> tuple[str, ...]:
    """The names as a list to keep: each once, at most 40 of at most 200 characters, in the person's order.

    A generic or brand name becomes the medicine's id, whatever its language, capitals, accents, spaces and signs;
    others stay as typed.
    """
    if not (typed := [tidy for name in names if (tidy := " ".join(name.split())[:LONGEST_NAME].strip())]):
        return ()
    kept = (name if name in aid.medicines else _by_name(aid).get(_bare(name), name) for name in typed)
    return tuple(dict.fromkeys(kept))[:MOST_MEDICINES]


def known_medicines(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """The medicines on the person's list that stand in the aid's list, in the person's order."""
    return tuple(name for name in recognized(aid, answers.medicines) if name in aid.medicines)


def grouped(aid: Aid, answers: Answers) -> dict[str, tuple[str, ...]]:
    """What the person takes, by group in the order of the aid; names it does not know stand last, under "other"."""
    groups = (*(medicine.group for medicine in aid.medicines.values()), OTHER)
    found: dict[str, list[str]] = {group: [] for group in groups}
    for name in recognized(aid, answers.medicines):
        if name in aid.medicines:
            found[aid.medicines[name].group].append(aid.words.medicines[name])
        else:
            found[OTHER].append(name)
    return {group: tuple(names) for group, names in found.items() if names}


def group_label(aid: Aid, group: str) -> str:
    """The heading of a group of `grouped`."""
    return aid.words.app["medicines.other"] if group == OTHER else aid.words.medicine_groups[group].label


@lru_cache(maxsize=8)
def _by_name(aid: Aid) -> dict[str, str]:
    """Each medicine by every name it has, bare: in the aid's own language, and in every other one that it speaks."""
    return {
        _bare(name): medicine
        for medicine in aid.medicines
        for said in (aid.words.medicines[medicine], *aid.medicines_elsewhere.get(medicine, ()))
        for name in (*_generic(said), *_brands(aid, medicine))
    }


def _names(aid: Aid, medicine: str) -> tuple[str, ...]:
    """The generic name, other generic names, and each brand of any country once."""
    return tuple(dict.fromkeys((*_generic(aid.words.medicines[medicine]), *_brands(aid, medicine))))


def _generic(said: str) -> tuple[str, ...]:
    match = _NAMED.fullmatch(said)
    names = [match["name"], *(match["others"] or "").split(",")] if match else [said]
    return tuple(name.strip() for name in names if name.strip())


def _brands(aid: Aid, medicine: str) -> tuple[str, ...]:
    return tuple(brand for country in aid.medicines[medicine].brands.values() for brand in country)


def _bare(name: str) -> str:
    """A name by its letters and digits alone, without accents: "Nu-Seals" is "nu seals", and "codeina" is "codeína".

    A name without letters and digits stays as it is.
    """
    # Decomposed, an accent is a sign of its own, and neither letter nor digit.
    return "".join(sign for sign in normalize("NFKD", name.casefold()) if sign.isalnum()) or name
