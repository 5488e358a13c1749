"""Whatever signs a translator writes, all that leaves and all that the server sends first shows them as text."""

import json
from datetime import UTC, date, datetime
from urllib.parse import unquote

import icalendar
import pypdfium2
import pytest

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.exports.calendar import Visit, appointment
from decision_aid.exports.fhir import bundle
from decision_aid.exports.mail import mail_link
from decision_aid.exports.page import html_page
from decision_aid.exports.pdf import pdf
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.summary.summary import Summary, summarize
from deploy import first_sight
from deploy.heads import heads
from harness.people import ordinary
from tests.markup import ParsedHtml
from tests.pseudo import signed, with_signs

NOW = datetime(2025, 3, 4, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def aid(tmp_path_factory: pytest.TempPathFactory) -> Aid:
    folder, _ = with_signs(session.CONTENT, tmp_path_factory.mktemp("signs"))
    return load(folder, "en")


@pytest.fixture(scope="module")
def summary(aid: Aid) -> Summary:
    urgent = {"urgent_signs": ("fever",)}
    person = ordinary(aid)
    return summarize(aid, person.model_copy(update={"situation": person.situation | urgent}), date(2025, 3, 4))


def html(text: str) -> str:
    """What a piece of HTML says, its descriptions and titles included."""
    read = ParsedHtml(text)
    assert read.unmatched == []
    return " ".join([read.text, *read.values])


def holds(text: str, least: int) -> None:
    """See that so many texts kept all their signs, and that none lost one."""
    whole, broken = signed(text)
    assert broken == []
    assert len(whole) >= least


def test_the_web_page_shows_every_sign(aid: Aid, summary: Summary) -> None:
    holds(html(html_page(aid, summary)), 100)


def test_the_plain_text_shows_every_sign(aid: Aid, summary: Summary) -> None:
    holds(plain_text(aid, summary), 100)


def test_the_pdf_shows_every_sign(aid: Aid, summary: Summary) -> None:
    pages = pypdfium2.PdfDocument(pdf(aid, summary, "a4"))
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    ends = text.count("@@")  # lines of two columns may come mixed, and a text in pieces
    assert ends > 200
    assert [text.count(sign) * 2 for sign in "<\\"] == [ends * 3, ends]
    assert "&amp;" not in text


def test_the_record_reads_every_sign(aid: Aid, summary: Summary) -> None:
    record = json.loads(bundle(aid, summary))
    holds(html(record["entry"][1]["resource"]["text"]["div"]), 50)


def test_mail_and_calendar_show_every_sign(aid: Aid, summary: Summary) -> None:
    entry = icalendar.Calendar.from_ical(
        appointment(aid, summary, Visit(NOW, "", "uid", lists_questions=True), NOW)
    ).events[0]
    holds(entry["SUMMARY"] + entry["DESCRIPTION"], 8)
    subject, _, body = unquote(mail_link(aid, summary)).partition("&body=")
    assert signed(subject)[1] == []
    assert all(line.endswith("…") for line in body.split("\r\n") if signed(line)[1])


def test_what_the_server_sends_first_shows_every_sign(aid: Aid) -> None:
    for page in PAGES:
        document = first_sight.document(aid, page, next(iter(heads(aid, page).values())))
        sight = document[document.index('<div id="first-sight">') : document.index('<link rel="stylesheet"')]
        holds(html(sight), 4)
        title = ParsedHtml(document[: document.index("<style")])
        holds(title.text, 2)
