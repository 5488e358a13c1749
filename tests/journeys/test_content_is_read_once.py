"""Each content file is read once, whoever asks first and in any language; all share that reading."""

import shutil
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from copy import deepcopy
from itertools import product
from pathlib import Path
from unittest.mock import patch

import pytest

from decision_aid import session
from decision_aid.content.folder import ContentFolder
from decision_aid.content.load import ContentFaults, make
from decision_aid.content.report import report
from decision_aid.content.tree import read
from deploy.sights import Sights
from harness.walking import answer, arrive

REAL = session.CONTENT
SMALL = Path(__file__).parents[1] / "content" / "small"
EDITIONS = tuple(product(("en", "es"), (False, True)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content, read by the content loader alone."""
    return Path(shutil.copytree(REAL, tmp_path / "content"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The made-up content with a second language that repeats the English words."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "small"))
    shutil.copytree(folder / "words" / "en", folder / "words" / "de")
    return folder


def each_read_once(folder: Path) -> dict[Path, int]:
    return {path: 1 for path in folder.rglob("*") if path.suffix in (".yaml", ".svg")}


@contextmanager
def count_reads(folder: Path) -> Iterator[Counter[Path]]:
    """Count how often each file of a folder is opened within the block."""
    opened: Counter[Path] = Counter()
    real_open = Path.open

    def counting_open(path: Path, *args: object, **options: object) -> object:
        opened.update([path] if path.is_relative_to(folder) else [])
        return real_open(path, *args, **options)  # type: ignore[call-overload]

    with patch.object(Path, "open", counting_open):
        yield opened


def test_one_reading_serves_every_language_and_wording_in_every_thread(folder: Path) -> None:
    content = ContentFolder(folder)
    with count_reads(folder) as opened, ThreadPoolExecutor(8) as threads:
        aids = list(threads.map(lambda edition: content.aid(*edition), EDITIONS * 4))
        assert content.own_names.keys() == {"en", "es"}
    assert opened == each_read_once(folder)
    assert len({id(aid) for aid in aids}) == len(EDITIONS)


def test_a_server_reads_once_for_its_first_sights_and_the_pages(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "content", ContentFolder(folder))
    with count_reads(folder) as opened:
        Sights(session.content)
        for language in ("en", "es"):
            answer(arrive(language), "helping.start", True)
    assert opened == each_read_once(folder)


def test_the_check_reads_once(small: Path) -> None:
    with count_reads(small) as opened:
        report(small)
    assert opened == each_read_once(small)


def test_what_was_read_stays_as_it_is_whatever_is_made_of_it(small: Path) -> None:
    (small / "words" / "de" / "topics.yaml").write_text("options: Wege\n", encoding="utf-8")
    tree = read(small)
    before = deepcopy(tree)
    aid = make(tree, "en")
    for helping in (False, True):
        with pytest.raises(ContentFaults):
            make(tree, "de", helping)
    assert make(tree, "en", helping=True).words == make(tree, "en").words == aid.words
    assert tree == before
