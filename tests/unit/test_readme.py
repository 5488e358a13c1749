"""What README and CONTRIBUTING say is there, is there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.screenshots import DOCS, SHOTS

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *(ROOT / "docs").rglob("*.md")])
MOST_BYTES = 1_500_000
HIDDEN_BUT_NAMED = (".streamlit", ".ci", ".github")
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def tree() -> list[str]:
    """The paths that CONTRIBUTING's tree names, each from the top of the repository."""
    return _named_by("CONTRIBUTING.md")


def _named_by(page: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    block = next(block for block in BLOCK.findall(text) if re.search(r"^app\.py\b", block, re.MULTILINE))
    return [line.split()[0] for line in block.splitlines() if line.strip()]


def targets() -> dict[str, str]:
    """The Makefile's targets that `make help` lists, with their line of help."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z-]+):.*## (.+)$", makefile, re.MULTILINE))


def in_code(page: Path) -> str:
    """The parts of a page that are set as code."""
    text = page.read_text(encoding="utf-8")
    return "\n".join([*BLOCK.findall(text), *re.findall(r"`([^`\n]+)`", BLOCK.sub("", text))])


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", BLOCK.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_every_path_in_the_tree_exists() -> None:
    assert len(tree()) > 5
    assert len(_named_by("README.md")) == 8
    assert set(_named_by("README.md")) <= {*tree(), "docs/"}
    assert [path for path in tree() if not (ROOT / path).exists()] == []
    assert [path for path in tree() if path.endswith("/") != (ROOT / path).is_dir()] == [], "folders end in a slash"


@pytest.mark.skipif(
    not shutil.which("git") or not (ROOT / ".git").exists(), reason="not a git checkout, such as an unpacked archive"
)
def test_everything_at_the_top_of_the_repository_is_in_the_tree() -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    top = {path.split("/")[0] for path in tracked.split("\0") if path}
    named = {"README.md", *(path.rstrip("/").split("/")[0] for path in tree())}
    assert {name for name in top - named if not name.startswith(".") or name in HIDDEN_BUT_NAMED} == set()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_make_command_that_is_named_can_be_given_and_has_a_line_of_help(name: str) -> None:
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)", in_code(ROOT / name)))
    assert named
    assert named - set(targets()) == set()


def shown(page: Path) -> list[Path]:
    """The pictures that a page shows."""
    links = re.findall(r'(?:!\[[^\]]+\]\(|<img src=")([^)"\s]+)', page.read_text(encoding="utf-8"))
    return [page.parent / link for link in links]


def test_pages_show_every_picture_that_the_command_takes_and_no_other() -> None:
    pictures = {picture.resolve() for page in PAGES for picture in shown(page)}
    assert pictures == {shot.file for shot in SHOTS}
    assert pictures == set(DOCS.iterdir())
    assert 10 <= len(pictures) <= 14


def test_all_pictures_together_stay_small() -> None:
    assert sum(picture.stat().st_size for picture in DOCS.iterdir()) < MOST_BYTES


def test_every_picture_is_told_in_words() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert "![](" not in text, page
        assert all(re.search(r'alt="[^"]+"', tag) for tag in re.findall(r"<img [^>]*>", text)), page


def test_the_first_screen_of_readme_has_two_pictures_and_the_two_commands() -> None:
    first = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## ")[0]
    assert len(re.findall(r"<img src=", first)) == 2
    assert all(command in first for command in ("make run", "make test"))


def test_every_page_of_the_docs_is_in_the_tree() -> None:
    named = {(ROOT / path).resolve() for path in tree()}
    assert set((ROOT / "docs").glob("*.md")) <= named


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_within_the_repository_leads_somewhere(page: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", BLOCK.sub("", page.read_text(encoding="utf-8")))
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:", link)]
    broken = []
    for link in links:
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []
