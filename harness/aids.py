"""The aids that tests read, each made once: the real one by language and wording, and the small made-up one."""

from pathlib import Path
from typing import Any

from decision_aid.content.folder import ContentFolder
from decision_aid.model.aid import Aid

REAL = Path(__file__).parents[1] / "content"
SMALL = Path(__file__).parents[1] / "tests" / "content" / "small"

_real, _small = ContentFolder(REAL), ContentFolder(SMALL)


def real_aid(language: str = "en", helping: bool = False) -> Aid:
    """The aid that patients see, or its wording for those who help them."""
    return _real.aid(language, helping)


def small_aid() -> Aid:
    """The aid of a made-up decision, with made-up numbers."""
    return _small.aid("en")


def changed(whole: Any, path: str, value: Any) -> Any:
    """An aid with one part changed: `path` has the fields and keys that lead to it, as "words.app"."""
    name, _, inner = path.partition(".")
    if isinstance(whole, dict):
        return {**whole, name: changed(whole[name], inner, value) if inner else value}
    return whole.model_copy(update={name: changed(getattr(whole, name), inner, value) if inner else value})
