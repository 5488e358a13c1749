"""The booklet, made from what the aid knows, and from what a person answered where it is theirs."""

from collections.abc import Iterator
from functools import lru_cache

from decision_aid.booklet import colophon, decide, ways, weigh
from decision_aid.booklet.options import card
from decision_aid.booklet.parts import Booklet, CallOut, Cards, Line, Listing, Paragraph, Part
from decision_aid.booklet.prose import plain
from decision_aid.booklet.sections import called_out, section
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import FIRST
from decision_aid.reasoning.safety import red_flags
from decision_aid.summary.blocks import origin
from decision_aid.summary.summary import Summary, summarize
from decision_aid.wording.dates import day


@lru_cache(maxsize=8)
def blank(aid: Aid) -> Booklet:
    """The booklet for everyone: nothing is marked, and it says of no day when it was made. Kept once made."""
    return _made(aid, Answers(), None)


def filled(aid: Aid, answers: Answers, summary: Summary) -> Booklet:
    """The booklet with what the person rated, leans to, finds unclear and wants to ask."""
    return _made(aid, answers, summary)


def _made(aid: Aid, answers: Answers, summary: Summary | None) -> Booklet:
    words = aid.words.pages[FIRST]
    listed = summary or summarize(aid, answers, aid.decision.evidence_updated)
    return Booklet(
        title=words.title,
        purpose=aid.words.booklet.purpose,
        front=(
            _urgent(aid, answers),
            Cards(tuple(card(aid, option) for option in aid.decision.options)),
            *called_out(aid, FIRST),
            *_first_of_all(aid),
        ),
        chapters=(
            ways.chapter(aid),
            weigh.chapter(aid, answers),
            ways.step_by_step(aid),
            decide.ready(aid, answers),
            decide.questions(aid, listed),
            colophon.chapter(aid),
        ),
        closing=origin(aid, summary) if summary else _imprint(aid),
    )


def _imprint(aid: Aid) -> str:
    decision = aid.decision
    told = aid.words.app["imprint"].format(version=decision.version, evidence_date=day(aid, decision.evidence_updated))
    return f"{aid.words.app['name']}. {told}"


def _urgent(aid: Aid, answers: Answers) -> CallOut:
    """The signs that must not wait; first of them those that the person told of."""
    words, told = aid.words.urgent, red_flags(aid, answers)
    signs: tuple[Line, ...] = tuple(
        plain(aid.words.situation[factor].choices[choice].label)
        for factor, asked in aid.situation.items()
        for choice, kind in asked.choices.items()
        if kind.red_flag
    )
    own: tuple[Part, ...] = ()
    if told:
        named = tuple(plain(aid.words.situation[factor].choices[choice].label) for factor, choice in told)
        own = (Paragraph(plain(words["banner"])), Listing(named))
    general = (Paragraph(plain(words["text"])), Listing(signs), Paragraph(plain(words["numbers"])))
    return CallOut(words["heading"], (*own, *general), urgent=True)


def _first_of_all(aid: Aid) -> Iterator[Part]:
    """What the decision is about, and for whom: the sections of the first page that the content names for it."""
    words = aid.words.pages[FIRST]
    for name in aid.decision.booklet_sections or tuple(words.sections):
        yield from section(aid, FIRST, name, level=2)
