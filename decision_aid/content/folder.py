"""The content that the app shows: read once, and shared by all languages, both wordings and all sessions."""

import sys
import traceback
from pathlib import Path
from threading import Lock

from decision_aid.content.load import ContentFaults, languages, make
from decision_aid.content.site import offered_languages
from decision_aid.content.tree import Fault, Tree, read
from decision_aid.model.aid import Aid
from decision_aid.model.site import Site

Edition = tuple[str, bool]


class ContentFolder:
    """A content folder and the aids made from it, each made once. Thread-safe.

    A language with faults is not offered, and stderr says why; the others still are. If no language is valid, the
    folder is read again on the next call, so that a fix takes effect without a restart.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._aids: dict[Edition, Aid] = {}

    @property
    def own_names(self) -> dict[str, str]:
        """The own name of each valid language ("Español"), by code. Raises ContentFaults if none is valid."""
        aids = self._complete_aids()
        return {language: aids[language, False].words.app["language"] for language, helping in aids if not helping}

    @property
    def languages(self) -> list[str]:
        """The codes of the valid languages; clinicians keep the record in the first. Raises ContentFaults."""
        return list(self.own_names)

    def aid(self, language: str, helping: bool = False) -> Aid:
        """The aid in a valid language; `helping`: in caregiver wording. Raises ContentFaults."""
        return self._complete_aids()[language, helping]

    @property
    def site(self) -> Site:
        """The service's details in the first language; an empty Site if the content cannot be used."""
        try:
            return self.aid(self.languages[0]).site
        except ContentFaults:
            return Site()

    def _complete_aids(self) -> dict[Edition, Aid]:
        if not self._aids:
            with self._lock:  # the first caller makes them for all concurrent callers
                self._aids = self._aids or _make_all(self._path)
        return self._aids


def _make_all(path: Path) -> dict[Edition, Aid]:
    tree = read(path)
    aids: dict[Edition, Aid] = {}
    faults: list[Fault] = []
    for language in (offered := offered_languages(tree, languages(path))):
        try:
            aids |= {(language, helping): _make(tree, language, helping) for helping in (False, True)}
        except ContentFaults as error:
            faults += error.faults
    if not aids:
        raise ContentFaults(faults)
    if faults:
        left_out = sorted(set(offered) - {language for language, _ in aids})
        print(f"not offered until mended: {', '.join(left_out)}\n{ContentFaults(faults)}", file=sys.stderr)
    return aids


def _make(tree: Tree, language: str, helping: bool) -> Aid:
    """The aid. Raises ContentFaults, also for an unexpected error, so that it disables only this language."""
    try:
        return make(tree, language, helping)
    except ContentFaults:
        raise
    except Exception as error:
        traceback.print_exc()
        message = f"the program did not foresee what is written here ({error!r}): show its makers the lines above"
        raise ContentFaults([Fault(f"words/{language}", 1, message)]) from error
