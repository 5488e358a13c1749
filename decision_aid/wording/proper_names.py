"""The names that translators leave as they are: that of the aid, and those of studies and medicines."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from decision_aid.model.aid import Aid
from decision_aid.reasoning.medicines import medicine_names


@lru_cache
def proper_names(aid: Aid) -> tuple[str, ...]:
    """Every such name once, the longest first, so that a search finds the whole of a name of several words."""
    studies = (source.study for source in aid.evidence.sources.values() if source.study)
    medicines = (name for medicine in aid.medicines for name in medicine_names(aid, medicine))
    return tuple(sorted({aid.words.app["name"], *studies, *medicines}, key=lambda name: (-len(name), name)))


def as_is(name: str) -> Markup:
    """A name that translators must not change: some look for the attribute, others for the class."""
    return Markup('<span translate="no" class="notranslate">{}</span>').format(name)


def with_names_as_is(aid: Aid, text: str) -> Markup:
    """A text in which translators must not change such names. proper_names.js does the same on every page, but a
    translator may come before it.
    """
    parts = _any_of(proper_names(aid)).split(text)  # names are every second part
    return Markup().join(as_is(part) if index % 2 else escape(part) for index, part in enumerate(parts))


@lru_cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, names))})(?!\w)")
