"""What each thing to take away costs: milliseconds and bytes, beside the summary that all are made from."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from statistics import median
from timeit import repeat
from uuid import uuid4

from benchmarks.table import head, row
from decision_aid.booklet.assembly import personal_booklet
from decision_aid.booklet.pdf import pdf as booklet_pdf
from decision_aid.exports.calendar import Visit, appointment
from decision_aid.exports.fhir import bundle
from decision_aid.exports.mail import mail_link
from decision_aid.exports.page import html_page
from decision_aid.exports.pdf import pdf
from decision_aid.exports.qr import qr_svg
from decision_aid.exports.record_note import record_note
from decision_aid.exports.text import plain_text
from decision_aid.saving.link import fragment
from decision_aid.saving.save_file import save_file
from decision_aid.summary.summary import summarize
from harness.aids import real_aid
from harness.people import ordinary

TIMES = 30
TODAY = date(2026, 11, 22)
VISIT = datetime(2026, 12, 1, 14, 0)


def main() -> None:
    """Print the table."""
    aid = real_aid()
    answers = ordinary(aid)
    summary = summarize(aid, answers, TODAY)
    link = "https://clinic.example/together#" + fragment(aid, answers, own_words=False)
    made: dict[str, Callable[[], str | bytes]] = {
        "plain text": lambda: plain_text(aid, summary),
        "web page, print": lambda: html_page(aid, summary),
        "PDF (Letter)": lambda: pdf(aid, summary, "us-letter"),
        "PDF (A4)": lambda: pdf(aid, summary, "a4"),
        "booklet with answers": lambda: booklet_pdf(aid, personal_booklet(aid, answers, summary), "us-letter"),
        "e-mail link": lambda: mail_link(aid, summary),
        "calendar entry": lambda: appointment(
            aid, summary, Visit(VISIT, "America/Bogota", str(uuid4()), True), VISIT.replace(tzinfo=UTC)
        ),
        "FHIR bundle": lambda: bundle(aid, summary),
        "save file": lambda: save_file(aid, answers, datetime.now(UTC)),
        "link": lambda: fragment(aid, answers, own_words=False),
        "code (QR)": lambda: qr_svg(link) or "",
        "note for the chart": lambda: record_note(aid, summary),
    }
    print(head("first ms", "median ms", "times the summary", "bytes"))
    base = 0.0
    for name, make in {"summary (all need it)": lambda: str(summarize(aid, answers, TODAY)), **made}.items():
        first, *later = (seconds * 1000 for seconds in repeat(make, number=1, repeat=TIMES + 1))
        usual, thing = median(later), make()
        base, size = base or usual, len(thing if isinstance(thing, bytes) else thing.encode())
        print(row(name, f"{first:.1f}", f"{usual:.2f}", f"{usual / base:.2f}", f"{size:,}"), flush=True)
