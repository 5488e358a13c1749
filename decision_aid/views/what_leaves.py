"""All that leaves the aid, by name: as which file, and how it is made from what was answered up to this moment."""

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
from decision_aid.saving.save_file import NAME, save_file
from decision_aid.summary.summary import Summary, summarize
from decision_aid.summary.sums import sums
from decision_aid.views.ledger_search import found_now


@dataclass(frozen=True)
class Leaving:
    """One thing that leaves. `make` is given the aid, the answers, and of what: what the button names besides.

    `file` is its name as a file, `large` that in large print, `kind` its media type. What is no file has none.
    """

    make: Callable[[Aid, Answers, Any], str | bytes]
    file: str = ""
    kind: str = ""
    large: str = ""

    def name(self, of: Any) -> str:
        """Its name as a file, of what the button names besides: who saves both sizes can tell them apart."""
        return self.large if self.large and of == LARGE_PRINT else self.file


def note(answers: Answers) -> str:
    """The note for the chart, in the language of the record."""
    english = session.aid_for_the_record()
    return record_note(english, _summary(english, answers))


def _summary(aid: Aid, answers: Answers) -> Summary:
    return summarize(aid, answers, reader.today())


def _told(export: Callable[[Aid, Summary], str | bytes]) -> Callable[[Aid, Answers, Any], str | bytes]:
    """What is made from the summary alone."""
    return lambda aid, answers, _: export(aid, _summary(aid, answers))


def _timed(export: Callable[[Aid, Summary, datetime], str]) -> Callable[[Aid, Answers, Any], str]:
    """What is made from the summary and the time where the person is."""

    def made(aid: Aid, answers: Answers, _: Any) -> str:
        now = reader.now()
        return export(aid, summarize(aid, answers, now.date()), now)

    return made


def _pdf(aid: Aid, summary: Summary) -> bytes:
    return pdf(aid, summary, paper_for(reader.locale()))


def _points(of: Any) -> Points:
    """The size of type that a button asked for; a browser may have said anything."""
    return LARGE_PRINT if of == LARGE_PRINT else 14


def _booklet(aid: Aid, _: Answers, of: Any) -> bytes:
    """The booklet without answers, in the usual words: it is for whoever takes one."""
    usual = reader.with_local_dates(session.content.aid(aid.words.language))
    return blank_pdf(usual, paper_for(reader.locale()), _points(of))


def _own_booklet(aid: Aid, answers: Answers, of: Any) -> bytes:
    own = personal_booklet(aid, answers, _summary(aid, answers))
    return booklet_pdf(aid, own, paper_for(reader.locale()), _points(of))


def _on_paper(aid: Aid, summary: Summary) -> str:
    """What the button prints in place of the page: the same sheets as the web page."""
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
    now = session.widget_value("shown.own_words")  # None once its page was left
    return link(address, aid, answers, own_words is True if now is None else now)


def _evidence(aid: Aid, _: Answers, of: Any) -> bytes:
    """What the search finds now; where its page was left, what it had found: ids. Without a search, every figure."""
    everything, found = aid.evidence.estimates, found_now(aid)
    if found is None:
        found = tuple(name for name in everything if not isinstance(of, list) or name in of)
    return evidence_csv(aid, found, reader.number_locale(aid))


def _sums(aid: Aid, answers: Answers, _: Any) -> bytes:
    return sums_csv(aid, sums(aid, outlook_of(aid, answers).fits), reader.number_locale(aid))


WHAT_LEAVES: Mapping[str, Leaving] = MappingProxyType(
    {
        "pdf": Leaving(_told(_pdf), "my-questions.pdf", "application/pdf"),
        "text": Leaving(_told(plain_text), "my-questions.txt", "text/plain"),
        "page": Leaving(_told(html_page), "my-questions.html", "text/html"),
        "fhir": Leaving(_timed(bundle), "my-answers.fhir.json", "application/fhir+json"),
        "fhir_server": Leaving(_timed(transaction), "my-answers.transaction.fhir.json", "application/fhir+json"),
        "answers": Leaving(lambda aid, own, _: save_file(aid, own, reader.now()), NAME, "application/json"),
        "appointment": Leaving(_appointment, "appointment.ics", "text/calendar"),
        "note": Leaving(lambda _, own, __: note(own), "visit-note.txt", "text/plain"),
        "evidence": Leaving(_evidence, "evidence.csv", "text/csv"),
        "sums": Leaving(_sums, "my-sums.csv", "text/csv"),
        "mail": Leaving(_told(mail_link)),
        "booklet": Leaving(_booklet, "booklet.pdf", "application/pdf", "booklet-large-print.pdf"),
        "own_booklet": Leaving(_own_booklet, "my-booklet.pdf", "application/pdf", "my-booklet-large-print.pdf"),
        "sheets": Leaving(_told(_on_paper)),
        "link": Leaving(_link),
    }
)
