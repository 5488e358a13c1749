"""What tells a version, and what asks people for changes, agree with each other."""

import re
from pathlib import Path

import yaml

from decision_aid.model.aid import Aid

ROOT = Path(__file__).parents[2]
FORGE = ROOT / ".github"


def headings(text: str) -> set[str]:
    return set(re.findall(r"^### (.+)$", text, re.MULTILINE))


def test_the_citation_is_of_this_version(aid: Aid) -> None:
    """Required by the Citation File Format 1.2.0: cff-version, message, title and authors."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["cff-version"] == "1.2.0"
    assert all(isinstance(cited[key], str) and cited[key] for key in ("message", "title"))
    assert all(author["name"] for author in cited["authors"])
    assert (cited["version"], cited["date-released"]) == (aid.decision.version, aid.decision.published)


def test_readme_tells_this_version_and_how_to_cite_it(aid: Aid) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    versions = set(re.findall(r"Version (\d+\.\d+\.\d+)", readme))
    assert versions == {aid.decision.version}
    checked = set(re.findall(r"[Ee]vidence checked (\d{4}-\d\d-\d\d)", readme))
    assert checked == {aid.decision.evidence_updated.isoformat()}


def test_a_change_is_asked_for_under_the_headings_of_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    template = (FORGE / "pull_request_template.md").read_text(encoding="utf-8")
    assert headings(template) == headings(changelog)
