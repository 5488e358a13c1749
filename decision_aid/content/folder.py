"""The content that is shown: read once, for every language, both wordings, and whoever asks."""

import sys
import traceback
from pathlib import Path
from threading import Lock

from decision_aid.content.load import ContentFaults, languages, make
from decision_aid.content.site import offered
from decision_aid.content.tree import Fault, Tree, read
from decision_aid.model.aid import Aid
from decision_aid.model.site import Site

Edition = tuple[str, bool]


class ContentFolder:
    """A folder of content and the aids made of it, each made once. Any thread may ask at any time.

    A language with a fault is not offered, and stderr says why; the others go on. Where none is whole, the folder is
    read again for who asks next: what was mended shows without a restart.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._aids: dict[Edition, Aid] = {}

    @property
    def own_names(self) -> dict[str, str]:
        """What each language that is whole calls itself, by its code. Raises ContentFaults where none is whole."""
        aids = self._whole()
        return {language: aids[language, False].words.app["language"] for language, helping in aids if not helping}

    @property
    def languages(self) -> list[str]:
        """The languages that are whole; in the first, clinicians keep the record. Raises ContentFaults."""
        return list(self.own_names)

    def aid(self, language: str, helping: bool = False) -> Aid:
        """The aid in one language that is whole, `helping`: worded for someone who helps. Raises ContentFaults."""
        return self._whole()[language, helping]

    @property
    def site(self) -> Site:
        """What is said of the service in the first language; nothing where the content cannot be used."""
        try:
            return self.aid(self.languages[0]).site
        except ContentFaults:
            return Site()

    def _whole(self) -> dict[Edition, Aid]:
        if not self._aids:
            with self._lock:  # who comes first makes them for all who come at the same time
                self._aids = self._aids or _made(self._path)
        return self._aids


def _made(path: Path) -> dict[Edition, Aid]:
    tree = read(path)
    aids: dict[Edition, Aid] = {}
    faults: list[Fault] = []
    for language in (wanted := offered(tree, languages(path))):
        try:
            aids |= {(language, helping): _make(tree, language, helping) for helping in (False, True)}
        except ContentFaults as found:
            faults += found.faults
    if not aids:
        raise ContentFaults(faults)
    if faults:
        left_out = sorted(set(wanted) - {language for language, _ in aids})
        print(f"not offered until mended: {', '.join(left_out)}\n{ContentFaults(faults)}", file=sys.stderr)
    return aids


def _make(tree: Tree, language: str, helping: bool) -> Aid:
    """The aid, or its faults; what nobody foresaw is one of them, so that it costs this language and no other."""
    try:
        return make(tree, language, helping)
    except ContentFaults:
        raise
    except Exception as error:
        traceback.print_exc()
        message = f"the program did not foresee what is written here ({error!r}): show its makers the lines above"
        raise ContentFaults([Fault(f"words/{language}", 1, message)]) from error
