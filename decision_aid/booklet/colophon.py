"""The colophon: who made and funded the aid, its dates, and the sources of its figures."""

from collections.abc import Iterator

from decision_aid.booklet.parts import Chapter, Heading, Paragraph, Sources, Span
from decision_aid.booklet.prose import line, plain
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, PAGES
from decision_aid.reasoning.things_to_weigh import main_outcomes
from decision_aid.wording.citations import citation
from decision_aid.wording.dates import day
from decision_aid.wording.key_figures import row_figures
from decision_aid.wording.service import link_text

ABOUT = PAGES["about"].id


def chapter(aid: Aid) -> Chapter:
    """The chapter: makers and funding, dates, contacts, a reference to the question list, and sources."""
    words, app, decision = aid.words, aid.words.app, aid.decision
    dates = (
        (app["about.version"], decision.version),
        (app["about.published"], day(aid, decision.published)),
        (app["about.evidence"], day(aid, decision.evidence_updated)),
        (app["about.review"], day(aid, decision.next_review)),
    )
    return Chapter(
        ABOUT,
        words.pages[ABOUT].title,
        (
            *_section_paragraph(aid, "who_made"),
            *_section_paragraph(aid, "funding"),
            Paragraph(tuple(span for date in dates for span in _date_line(*date))),
            *_contacts(aid),
            Paragraph(plain(app["booklet.names_the_list"].format(list=app["list_title"]))),
            Heading(app["sources"]),
            Sources(tuple(citation(aid, source) for source in _sources(aid))),
        ),
    )


def _section_paragraph(aid: Aid, name: str) -> Iterator[Paragraph]:
    """A section of the About page in one paragraph, its heading first."""
    if words := aid.words.pages[ABOUT].sections.get(name):
        heading = (Span(f"{words.heading} ", strong=True),) if words.heading else ()
        yield Paragraph((*heading, *line(words.text)))


def _contacts(aid: Aid) -> Iterator[Paragraph]:
    """The contacts for an appointment, for a specialist, and of the service, as far as the site gives them."""
    app, site = aid.words.app, aid.site
    for name, contact in (
        (app["next_steps.appointment"], site.appointment),
        (app["next_steps.specialist"], site.specialist),
        (site.name or app["site.heading"], site.contact),
    ):
        phone = contact.phone and app["contact.phone"].format(phone=contact.phone)
        if details := ". ".join(filter(None, (contact.name, phone, link_text(contact.link)))):
            yield Paragraph((Span(f"{name}: ", strong=True), Span(f"{details}.")))


def _date_line(name: str, value: str) -> tuple[Span, Span]:
    return Span(f"{name}: ", strong=True), Span(f"{value}. ")


def _sources(aid: Aid) -> tuple[str, ...]:
    """The source ids of all figures in the booklet, each once."""
    sources = (source for estimate in _estimates(aid) for source in aid.evidence.estimates[estimate].sources)
    return tuple(dict.fromkeys(sources))


def _estimates(aid: Aid) -> Iterator[str]:
    """The ids of the estimates that are shown, and of those that the words quote."""
    decision = aid.decision
    for option in decision.options:
        yield from aid.quoted_by_option.get(option, ())
    for name in (f"pages.{FIRST}", *(f"timelines.{option}" for option in decision.timelines)):
        yield from aid.quoted_elsewhere.get(name, ())
    for name in main_outcomes(aid):
        yield from aid.quoted.get(name, ())
        for row in aid.decision.outcomes[name].rows.values():
            for figure in row_figures(aid, row):
                yield from figure.rests_on
