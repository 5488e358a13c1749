"""What matters most: each main outcome with its figures as on screen, and a line from 0 to 10 to mark."""

from collections.abc import Iterator

from decision_aid.booklet.parts import (
    Chapter,
    Choice,
    Findings,
    Heading,
    Listing,
    Paragraph,
    Part,
    Picture,
    Rating,
    Room,
    Said,
    Studies,
)
from decision_aid.booklet.prose import plain
from decision_aid.booklet.sections import section
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.pages import ALL_FACTS, WEIGH
from decision_aid.reasoning import looks
from decision_aid.reasoning.things_to_weigh import main_outcomes
from decision_aid.summary.coded_answers import rated
from decision_aid.wording.importance import importance_question, what_is_asked
from decision_aid.wording.main_figures import further_figures, main_figures

LINES_FOR_REASONS = 2


def chapter(aid: Aid, answers: Answers) -> Chapter:
    """All main outcomes in the aid's order, with the marks that were given."""
    words, app = aid.words.pages[WEIGH], aid.words.app
    how_to_read = [app["weigh.read_people"], app["weigh.read_points"]]
    return Chapter(
        WEIGH,
        words.title,
        (
            *section(aid, WEIGH, "intro"),
            Heading(aid.words.booklet.how_to_read),
            Listing(tuple(map(plain, (*how_to_read, aid.words.booklet.cross)))),
            *_kinds_of_study(aid),
            *(part for name in main_outcomes(aid) for part in _outcome(aid, answers, name)),
            Room(app["own_reasons"], LINES_FOR_REASONS, "\n".join(_own_reasons(aid, answers))),
        ),
    )


def _kinds_of_study(aid: Aid) -> Iterator[Part]:
    """What the figures compare with, where there is more than one kind of it."""
    comparators = [aid.words.comparators[comparator] for comparator in aid.decision.comparators]
    told = tuple((Said(f"{one.name}. ", strong=True), Said(one.explain)) for one in comparators)
    if len(comparators) > 1:
        words = aid.words.pages[ALL_FACTS].sections["two_kinds"]
        yield Heading(words.heading or aid.words.booklet.how_to_read)
        text = (*(Paragraph(one) for one in told), Paragraph(plain(aid.words.app["weigh.two_kinds"])))
        if words.picture:
            yield Picture(words.picture, aid.words.pictures[words.picture], text)
        else:
            yield from text


def _outcome(aid: Aid, answers: Answers, name: str) -> Iterator[Part]:
    words, shown = aid.words.outcomes[name], main_figures(aid, name)
    yield Heading(words.name, under=what_is_asked(aid, name))
    if shown.studies:
        yield Studies(shown.studies, tuple(filter(None, (*shown.dashed, shown.sure))))
    else:
        for option in aid.decision.options:
            if option in words.facts:
                name_of = Said(f"{aid.words.options[option].name}: ", strong=True)
                yield Paragraph((name_of, Said(words.facts[option])), looks.place(aid, option))
    yield _rating(aid, answers, name)
    if name in aid.decision.booklet_further and (further := further_figures(aid, name)):
        yield Heading(aid.words.app["booklet.further"].format(outcome=words.name), level=4)
        yield Paragraph(plain(words.text))
        # Those of one rating stand together, so that it is said once.
        for sure in dict.fromkeys(one.sure for one in further):
            yield Findings(tuple(one for one in further if one.sure == sure), sure)


def _rating(aid: Aid, answers: Answers, name: str) -> Rating:
    (question, change), given, app = importance_question(aid, name), answers.importance.get(name), aid.words.app
    ends, not_sure = app["importance_ends"], Choice(app["not_sure"], given == NOT_SURE)
    if isinstance(given, int):
        return Rating(question, change, ends, not_sure, given, rated(aid, given))
    return Rating(question, change, ends, not_sure)


def _own_reasons(aid: Aid, answers: Answers) -> Iterator[str]:
    form = aid.words.app["own_reason_for"]
    for reason in answers.own_reasons:
        if text := reason.text.strip():
            known = reason.option in aid.decision.options
            yield form.format(reason=text, option=aid.words.options[str(reason.option)].name) if known else text
