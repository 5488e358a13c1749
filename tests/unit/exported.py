"""Every export as the text that is read in it, by the name of the export."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import unquote

import icalendar

from decision_aid.exports.calendar import Visit, appointment
from decision_aid.exports.fhir import bundle
from decision_aid.exports.mail import mail_link
from decision_aid.exports.page import html_page
from decision_aid.exports.pdf import pdf
from decision_aid.exports.record_note import record_note
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.summary.summary import Summary
from tests.markup import ParsedHtml
from tests.unit.pdf_reader import text_of

NOW = datetime(2025, 3, 4, 12, 0, tzinfo=UTC)


def text_of_html(html: str) -> str:
    """What a piece of HTML says, and then its attributes: descriptions and titles."""
    read = ParsedHtml(html)
    assert read.unmatched == []
    return " ".join([read.text, *read.values])


def _calendar(aid: Aid, summary: Summary) -> str:
    made = appointment(aid, summary, Visit(NOW, "", "uid", lists_questions=True), NOW)
    (entry,) = icalendar.Calendar.from_ical(made).events
    return f"{entry['SUMMARY']} {entry['DESCRIPTION']}"


EXPORTED: dict[str, Callable[[Aid, Summary], str]] = {
    "text": plain_text,
    "page": lambda aid, summary: text_of_html(html_page(aid, summary)),
    "pdf": lambda aid, summary: text_of(pdf(aid, summary, "us-letter")),
    "mail": lambda aid, summary: unquote(mail_link(aid, summary).partition("?subject=")[2].replace("&body=", " ")),
    "calendar": _calendar,
    "record note": record_note,
    "FHIR narrative": lambda aid, summary: text_of_html(
        json.loads(bundle(aid, summary))["entry"][1]["resource"]["text"]["div"]
    ),
}
