"""The content that is shown: read once, for every language, both wordings, and whoever asks."""

from functools import cached_property
from pathlib import Path
from threading import Lock

from decision_aid.content.languages import own_names
from decision_aid.content.load import ContentFaults, languages, make
from decision_aid.content.tree import Tree, read
from decision_aid.model.aid import Aid


class ContentFolder:
    """A folder of content and the aids made of it, each made once. Any thread may ask at any time.

    Where the content has faults it is read again for who asks next: what was mended shows without a restart.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._tree: Tree | None = None
        self._aids: dict[tuple[str, bool], Aid] = {}

    @cached_property
    def languages(self) -> list[str]:
        """The languages that the aid has; the first is the one in which clinicians keep the record."""
        return languages(self._path)

    @cached_property
    def own_names(self) -> dict[str, str]:
        """What each language calls itself, by its code."""
        with self._lock:
            return own_names(self._read().values.get("words", {}), self.languages)

    def aid(self, language: str, helping: bool = False) -> Aid:
        """The aid in one language, `helping`: worded for someone who helps. Raises ContentFaults."""
        if (language, helping) not in self._aids:
            with self._lock:  # who comes first makes it for all who come at the same time
                if (language, helping) not in self._aids:
                    self._aids[language, helping] = self._make(language, helping)
        return self._aids[language, helping]

    def _make(self, language: str, helping: bool) -> Aid:
        try:
            return make(self._read(), language, helping)
        except ContentFaults:
            self._tree = None
            raise

    def _read(self) -> Tree:
        self._tree = self._tree or read(self._path)
        return self._tree
