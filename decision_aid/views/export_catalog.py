"""Catalog of exports: by name, the file and the function that makes it from the current answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from markupsafe import Markup, escape

from decision_aid import reader, session
from decision_aid.booklet.assembly import personal_booklet
from decision_aid.booklet.blank_files import blank_pdf
from decision_aid.booklet.pdf import LARGE_PRINT, Points
from decision_aid.booklet.pdf import pdf as booklet_pdf
from decision_aid.exports.calendar import Visit, appointment
from decision_aid.exports.evidence_csv import evidence_csv
from decision_aid.exports.fhir import bundle, transaction
from decision_aid.exports.mail import mail_link
from decision_aid.exports.page import STYLE, html_page, sheets
from decision_aid.exports.pdf import paper_for, pdf
from decision_aid.exports.record_note import record_note
from decision_aid.exports.sums_csv import sums_csv
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import VISIT
from decision_aid.reasoning.outlook import outlook_of
from decision_aid.saving.link import link
from decision_aid.saving.save_file import save_file
from decision_aid.summary.summary import Summary, summarize
from decision_aid.summary.sums import sums
from decision_aid.views.ledger_search import search_results
from decision_aid.wording.interface_words import FILE, File


@dataclass(frozen=True)
class Export:
    """An export. `make` takes the aid, the answers, and the detail that the button names, or None.

    `file`: the id of its name in the words; `ending`: of the name; `kind`: its media type. What is no file has none.
    """

    make: Callable[[Aid, Answers, Any], str | bytes]
    file: File | None = None
    ending: str = ""
    kind: str = ""

    def name(self, aid: Aid, of: Any, now: datetime) -> str:
        """The file name for a detail that the button names, by which a person tells files apart: size of print, and
        when it was made. `now`: the time where the person is.
        """
        if self.file is None:
            return ""
        size = f"-{aid.words.variant(FILE, 'large_print')}" if of == LARGE_PRINT else ""
        return f"{aid.words.variant(FILE, self.file)}{size}-{now:%Y-%m-%d-%H%M}.{self.ending}"


def note(answers: Answers) -> str:
    """The chart note, in the language of the record."""
    english = session.aid_for_the_record()
    return record_note(english, _summary(english, answers))


def _summary(aid: Aid, answers: Answers) -> Summary:
    return summarize(aid, answers, reader.today())


def _from_summary(export: Callable[[Aid, Summary], str | bytes]) -> Callable[[Aid, Answers, Any], str | bytes]:
    """A maker that takes the summary alone."""
    return lambda aid, answers, _: export(aid, _summary(aid, answers))


def _from_summary_and_time(export: Callable[[Aid, Summary, datetime], str]) -> Callable[[Aid, Answers, Any], str]:
    """A maker that takes the summary and the person's local time."""

    def make(aid: Aid, answers: Answers, _: Any) -> str:
        now = reader.now()
        return export(aid, summarize(aid, answers, now.date()), now)

    return make


def _pdf(aid: Aid, summary: Summary) -> bytes:
    return pdf(aid, summary, paper_for(reader.locale()))


def _points(of: Any) -> Points:
    """The size of type that a button asked for, in points; a browser may send anything."""
    return LARGE_PRINT if of == LARGE_PRINT else 14


def _booklet(aid: Aid, _: Answers, of: Any) -> bytes:
    """The booklet without answers, in the patient wording, as anyone may take one."""
    patient_wording = reader.with_local_dates(session.content.aid(aid.words.language))
    return blank_pdf(patient_wording, paper_for(reader.locale()), _points(of))


def _own_booklet(aid: Aid, answers: Answers, of: Any) -> bytes:
    booklet = personal_booklet(aid, answers, _summary(aid, answers))
    return booklet_pdf(aid, booklet, paper_for(reader.locale()), _points(of))


def _on_paper(aid: Aid, summary: Summary) -> str:
    """The sheets that the button prints instead of the page, the same as in the web page export."""
    style = Markup("<style>{}</style>").format(Markup(STYLE))  # noqa: S704 (our own file)
    return str(escape(style + sheets(aid, summary, title="p")))


def _appointment(aid: Aid, answers: Answers, _: Any) -> str | bytes:
    when = answers.appointment
    if when is None:
        raise ValueError("no time was given")
    uid, lists = answers.appointment_uid or "", answers.appointment_lists_questions
    visit = Visit(when.replace(tzinfo=None), reader.time_zone(), uid, lists)
    return appointment(aid, _summary(aid, answers), visit, datetime.now(UTC))


def _link(aid: Aid, answers: Answers, own_words: Any) -> str:
    address = reader.address_of(VISIT)
    if address is None:
        raise ValueError("this page has no address")
    shown_now = session.widget_value("shown.own_words")  # None after its page was left
    return link(address, aid, answers, own_words is True if shown_now is None else shown_now)


def _evidence(aid: Aid, _: Answers, of: Any) -> bytes:
    """The current matches of the search; after its page was left, the ids in `of`; without a search, every figure."""
    everything, matches = aid.evidence.estimates, search_results(aid)
    if matches is None:
        matches = tuple(name for name in everything if not isinstance(of, list) or name in of)
    return evidence_csv(aid, matches, reader.number_locale(aid))


def _sums(aid: Aid, answers: Answers, _: Any) -> bytes:
    return sums_csv(aid, sums(aid, outlook_of(aid, answers).fits), reader.number_locale(aid))


EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "pdf": Export(_from_summary(_pdf), "questions", "pdf", "application/pdf"),
        "text": Export(_from_summary(plain_text), "questions", "txt", "text/plain"),
        "page": Export(_from_summary(html_page), "questions", "html", "text/html"),
        "fhir": Export(_from_summary_and_time(bundle), "record", "fhir.json", "application/fhir+json"),
        "fhir_server": Export(
            _from_summary_and_time(transaction), "record", "transaction.fhir.json", "application/fhir+json"
        ),
        "answers": Export(
            lambda aid, answers, _: save_file(aid, answers, reader.now()), "answers", "json", "application/json"
        ),
        "appointment": Export(_appointment, "appointment", "ics", "text/calendar"),
        "note": Export(lambda _, answers, __: note(answers), "note", "txt", "text/plain"),
        "evidence": Export(_evidence, "evidence", "csv", "text/csv"),
        "sums": Export(_sums, "sums", "csv", "text/csv"),
        "mail": Export(_from_summary(mail_link)),
        "booklet": Export(_booklet, "booklet", "pdf", "application/pdf"),
        "own_booklet": Export(_own_booklet, "own_booklet", "pdf", "application/pdf"),
        "sheets": Export(_from_summary(_on_paper)),
        "link": Export(_link),
    }
)
