"""The medicines that a person takes: those in the aid's list, and others as typed.

The words of a medicine are its generic name, with other generic names in brackets: "one name (another)".
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_NAME, MOST_MEDICINES, Answers

OTHER = "other"
"""The group of medicines that are not in the aid's list."""

_LABEL = re.compile(r"(?P<name>[^(]+?)\s*(?:\((?P<others>[^)]*)\))?")


def labels(aid: Aid) -> dict[str, str]:
    """By medicine, the label to show and search: its generic name, then its other names: "apixaban (Eliquis)"."""
    labels_by_medicine = {}
    for medicine in aid.medicines:
        name, *others = medicine_names(aid, medicine)
        labels_by_medicine[medicine] = f"{name} ({', '.join(others)})" if others else name
    return labels_by_medicine


def recognize(aid: Aid, names: Iterable[str]) -> tuple[str, ...]:
    """The typed names as ids where the aid knows them: each once, at most 40 of at most 200 characters, in order.

    A generic or brand name becomes the medicine's id, whatever its language, case, accents, spaces and punctuation;
    others stay as typed.
    """
    if not (typed := [tidy for name in names if (tidy := " ".join(name.split())[:LONGEST_NAME].strip())]):
        return ()
    names_or_ids = (name if name in aid.medicines else _by_name(aid).get(_search_key(name), name) for name in typed)
    return tuple(dict.fromkeys(names_or_ids))[:MOST_MEDICINES]


def known_medicines(aid: Aid, answers: Answers) -> tuple[str, ...]:
    """The medicines on the person's list that stand in the aid's list, in the person's order."""
    return tuple(name for name in recognize(aid, answers.medicines) if name in aid.medicines)


def group_medicines(aid: Aid, answers: Answers) -> dict[str, tuple[str, ...]]:
    """What the person takes, by group in the order of the aid; unknown names come last, under "other"."""
    groups: dict[str, list[str]] = {group: [] for group in (*(entry.group for entry in aid.medicines.values()), OTHER)}
    for name in recognize(aid, answers.medicines):
        if name in aid.medicines:
            groups[aid.medicines[name].group].append(aid.words.medicines[name])
        else:
            groups[OTHER].append(name)
    return {group: tuple(names) for group, names in groups.items() if names}


def group_label(aid: Aid, group: str) -> str:
    """The heading of a group of `group_medicines`."""
    return aid.words.app["medicines.other"] if group == OTHER else aid.words.medicine_groups[group].label


@lru_cache(maxsize=8)
def _by_name(aid: Aid) -> dict[str, str]:
    """The medicine ids by the search key of every name, in all languages of the aid."""
    return {
        _search_key(name): medicine
        for medicine in aid.medicines
        for label in (aid.words.medicines[medicine], *aid.medicines_elsewhere.get(medicine, ()))
        for name in (*_generic(label), *_brands(aid, medicine))
    }


def medicine_names(aid: Aid, medicine: str) -> tuple[str, ...]:
    """The generic name, other generic names, and each brand of any country once."""
    return tuple(dict.fromkeys((*_generic(aid.words.medicines[medicine]), *_brands(aid, medicine))))


def _generic(label: str) -> tuple[str, ...]:
    match = _LABEL.fullmatch(label)
    names = [match["name"], *(match["others"] or "").split(",")] if match else [label]
    return tuple(name.strip() for name in names if name.strip())


def _brands(aid: Aid, medicine: str) -> tuple[str, ...]:
    return tuple(brand for country in aid.medicines[medicine].brands.values() for brand in country)


def _search_key(name: str) -> str:
    """The letters and digits of a name without accents or case: "Nu-Seals" equals "nu seals", "codeina" "codeína".

    A name without letters and digits stays as it is.
    """
    # Once decomposed, an accent is a separate character that is neither letter nor digit.
    return "".join(character for character in normalize("NFKD", name.casefold()) if character.isalnum()) or name
