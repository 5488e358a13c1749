"""Assembles the booklet from the aid, and from a person's answers if it is theirs."""

from collections.abc import Iterator
from functools import lru_cache

from decision_aid.booklet import colophon, comparison, decision_chapters, outcomes
from decision_aid.booklet.options import card
from decision_aid.booklet.parts import Booklet, CallOut, Cards, Line, Listing, Paragraph, Part
from decision_aid.booklet.prose import plain
from decision_aid.booklet.sections import call_outs, section
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import FIRST, READING_ORDER
from decision_aid.reasoning.safety import red_flags
from decision_aid.summary.blocks import origin
from decision_aid.summary.summary import Summary, summarize
from decision_aid.wording.dates import day


@lru_cache(maxsize=8)
def blank_booklet(aid: Aid) -> Booklet:
    """The blank booklet: nothing is marked, and it has no date of creation. Cached."""
    return _assemble(aid, Answers(), None)


def personal_booklet(aid: Aid, answers: Answers, summary: Summary) -> Booklet:
    """The booklet with the person's ratings, leaning, unclear items and questions."""
    return _assemble(aid, answers, summary)


def _assemble(aid: Aid, answers: Answers, summary: Summary | None) -> Booklet:
    words = aid.words.pages[FIRST]
    listed_summary = summary or summarize(aid, answers, aid.decision.evidence_updated)
    chapters = (
        comparison.chapter(aid),
        comparison.step_by_step(aid),
        outcomes.chapter(aid, answers),
        decision_chapters.readiness(aid, answers),
        decision_chapters.questions(aid, listed_summary),
        colophon.chapter(aid),
    )
    return Booklet(
        title=words.title,
        purpose=aid.words.booklet.purpose,
        front=(
            _warning_signs(aid, answers),
            Cards(tuple(card(aid, option) for option in aid.decision.options)),
            *call_outs(aid, FIRST),
            *_first_sections(aid),
        ),
        chapters=tuple(sorted(chapters, key=lambda chapter: READING_ORDER.index(chapter.id))),
        closing=origin(aid, summary) if summary else _imprint(aid),
    )


def _imprint(aid: Aid) -> str:
    decision = aid.decision
    imprint = aid.words.app["imprint"].format(
        version=decision.version, evidence_date=day(aid, decision.evidence_updated)
    )
    return f"{aid.words.app['name']}. {imprint}"


def _warning_signs(aid: Aid, answers: Answers) -> CallOut:
    """The call-out with warning signs; those that the person reported come first."""
    words, reported = aid.words.urgent, red_flags(aid, answers)
    signs: tuple[Line, ...] = tuple(
        plain(aid.words.situation[factor].choices[choice].label)
        for factor, record in aid.situation.items()
        for choice, kind in record.choices.items()
        if kind.red_flag
    )
    own_parts: tuple[Part, ...] = ()
    if reported:
        own_signs = tuple(plain(aid.words.situation[factor].choices[choice].label) for factor, choice in reported)
        own_parts = (Paragraph(plain(words["banner"])), Listing(own_signs))
    general = (Paragraph(plain(words["text"])), Listing(signs), Paragraph(plain(words["numbers"])))
    return CallOut(words["heading"], (*own_parts, *general), urgent=True)


def _first_sections(aid: Aid) -> Iterator[Part]:
    """What the decision is about, and for whom: the sections of the first page that the content selects."""
    words = aid.words.pages[FIRST]
    for name in aid.decision.booklet_sections or tuple(words.sections):
        yield from section(aid, FIRST, name, level=2)
