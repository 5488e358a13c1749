"""The standalone pages are valid HTML by the W3C's checker ("Nu"), which needs Java."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from decision_aid.booklet.assembly import personal_booklet
from decision_aid.booklet.page import blank_page, page
from decision_aid.exports.page import html_page
from decision_aid.summary.summary import summarize
from harness.aids import real_aid
from harness.people import ordinary

CHECKER = next(Path(sys.prefix).glob("vnu-jar-*/package/build/dist/vnu.jar"), None)
FAULT = "<!doctype html><html lang=en><title>-</title><ul><p>in no item</ul>"

pytestmark = pytest.mark.skipif(
    CHECKER is None or shutil.which("java") is None, reason="npm did not bring the checker, or there is no Java"
)


def test_booklet_and_summary_are_html_as_the_standard_has_it(tmp_path: Path) -> None:
    for language in ("en", "es"):
        aid = real_aid(language)
        answers = ordinary(aid)
        summary = summarize(aid, answers, date(2025, 3, 4))
        documents = {
            "booklet": blank_page(aid),
            "own_booklet": page(aid, personal_booklet(aid, answers, summary)),
            "summary": html_page(aid, summary),
        }
        for name, html in documents.items():
            (tmp_path / f"{language}-{name}.html").write_text(html, encoding="utf-8")
    (tmp_path / "fault.html").write_text(FAULT, encoding="utf-8")
    # One start of Java for all files; it prints its messages, and exits with 1 if there are any.
    run = subprocess.run(
        ["java", "-jar", str(CHECKER), "--format", "json", *map(str, tmp_path.iterdir())],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    messages = json.loads(run.stderr)["messages"]
    faults = {(message["url"].rpartition("/")[2], message["message"]) for message in messages}
    assert {file for file, _ in faults} == {"fault.html"}, faults
