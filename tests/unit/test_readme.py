"""What README and CONTRIBUTING say is there, is there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
HIDDEN_BUT_NAMED = (".streamlit", ".ci")
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def tree() -> list[str]:
    """The paths that README's tree names, each from the top of the repository."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = next(block for block in BLOCK.findall(readme) if re.search(r"^app\.py\b", block, re.MULTILINE))
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


def test_readme_shows_the_two_commands_that_everyone_needs() -> None:
    commands = in_code(ROOT / "README.md")
    assert "make run" in commands
    assert "make test" in commands


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
