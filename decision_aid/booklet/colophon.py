"""Where the booklet comes from: who made the aid and who paid, how old it is, and the sources of its figures."""

from collections.abc import Iterator

from decision_aid.booklet.parts import Chapter, Heading, Paragraph, Said, Sources
from decision_aid.booklet.prose import line, plain
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, PAGES
from decision_aid.reasoning.things_to_weigh import main_outcomes
from decision_aid.wording.citations import citation
from decision_aid.wording.dates import day
from decision_aid.wording.key_figures import in_row
from decision_aid.wording.service import shown_link

ABOUT = PAGES["about"].id


def chapter(aid: Aid) -> Chapter:
    """Who made it, the dates, the list that belongs to it, and the sources."""
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
            *_answered(aid, "who_made"),
            *_answered(aid, "funding"),
            Paragraph(tuple(said for dated in dates for said in _dated(*dated))),
            *_reached(aid),
            Paragraph(plain(app["booklet.names_the_list"].format(list=app["list_title"]))),
            Heading(app["sources"]),
            Sources(tuple(citation(aid, source) for source in _sources(aid))),
        ),
    )


def _answered(aid: Aid, name: str) -> Iterator[Paragraph]:
    """A section in one paragraph, its question first."""
    if words := aid.words.pages[ABOUT].sections.get(name):
        asked = (Said(f"{words.heading} ", strong=True),) if words.heading else ()
        yield Paragraph((*asked, *line(words.text)))


def _reached(aid: Aid) -> Iterator[Paragraph]:
    """Whom to ask for an appointment, where a specialist is, and whom to write to, as far as a service has said so."""
    app, site = aid.words.app, aid.site
    for name, contact in (
        (app["next_steps.appointment"], site.appointment),
        (app["next_steps.specialist"], site.specialist),
        (site.name or app["site.heading"], site.contact),
    ):
        phone = contact.phone and app["contact.phone"].format(phone=contact.phone)
        if known := ". ".join(filter(None, (contact.name, phone, shown_link(contact.link)))):
            yield Paragraph((Said(f"{name}: ", strong=True), Said(f"{known}.")))


def _dated(name: str, value: str) -> tuple[Said, Said]:
    return Said(f"{name}: ", strong=True), Said(f"{value}. ")


def _sources(aid: Aid) -> tuple[str, ...]:
    """The sources of every figure in the booklet, each once."""
    named = (source for one in _estimates(aid) for source in aid.evidence.estimates[one].sources)
    return tuple(dict.fromkeys(named))


def _estimates(aid: Aid) -> Iterator[str]:
    """The figures that are drawn or told, and those that the words quote."""
    decision = aid.decision
    for option in decision.options:
        yield from aid.quoted_by_option.get(option, ())
    for name in (f"pages.{FIRST}", *(f"timelines.{option}" for option in decision.timelines)):
        yield from aid.quoted_elsewhere.get(name, ())
    for name in main_outcomes(aid):
        yield from aid.quoted.get(name, ())
        for row in aid.decision.outcomes[name].rows.values():
            for figure in in_row(aid, row):
                yield from figure.rests_on
