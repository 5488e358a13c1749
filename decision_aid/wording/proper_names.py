"""The names that translators leave as they are: that of the aid, and those of studies and medicines."""

from functools import lru_cache

from decision_aid.model.aid import Aid
from decision_aid.reasoning.medicines import medicine_names


@lru_cache
def proper_names(aid: Aid) -> tuple[str, ...]:
    """Every such name once, the longest first, so that a search finds the whole of a name of several words."""
    studies = (source.study for source in aid.evidence.sources.values() if source.study)
    medicines = (name for medicine in aid.medicines for name in medicine_names(aid, medicine))
    return tuple(sorted({aid.words.app["name"], *studies, *medicines}, key=lambda name: (-len(name), name)))
