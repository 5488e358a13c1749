"""The chapter for weighing: each main outcome with its figures as on screen, and a scale from 0 to 10."""

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
    Span,
    Studies,
)
from decision_aid.booklet.prose import plain
from decision_aid.booklet.sections import section
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers
from decision_aid.pages import ALL_FACTS, WEIGH
from decision_aid.reasoning import looks
from decision_aid.reasoning.things_to_weigh import main_outcomes
from decision_aid.summary.coded_answers import rating_text
from decision_aid.wording.importance import importance_question, what_is_asked
from decision_aid.wording.main_figures import further_figures, main_figures

LINES_FOR_REASONS = 2


def chapter(aid: Aid, answers: Answers) -> Chapter:
    """All main outcomes in the aid's order, with the person's ratings."""
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
    """An explanation of the comparators, if there is more than one."""
    comparators = [aid.words.comparators[comparator] for comparator in aid.decision.comparators]
    lines = tuple((Span(f"{words.name}. ", strong=True), Span(words.explain)) for words in comparators)
    if len(comparators) > 1:
        words = aid.words.pages[ALL_FACTS].sections["two_kinds"]
        yield Heading(words.heading or aid.words.booklet.how_to_read)
        text = (*(Paragraph(line) for line in lines), Paragraph(plain(aid.words.app["weigh.two_kinds"])))
        if words.picture:
            yield Picture(words.picture, aid.words.pictures[words.picture], text)
        else:
            yield from text


def _outcome(aid: Aid, answers: Answers, name: str) -> Iterator[Part]:
    words, figures = aid.words.outcomes[name], main_figures(aid, name)
    yield Heading(words.name, under=what_is_asked(aid, name))
    if figures.studies:
        yield Studies(figures.studies, tuple(filter(None, (*figures.dashed, figures.sure))))
    else:
        for option in aid.decision.options:
            if option in words.facts:
                name_of = Span(f"{aid.words.options[option].name}: ", strong=True)
                yield Paragraph((name_of, Span(words.facts[option])), looks.option_look(aid, option))
    yield _rating(aid, answers, name)
    if name in aid.decision.booklet_further and (further := further_figures(aid, name)):
        yield Heading(aid.words.app["booklet.further"].format(outcome=words.name), level=4)
        yield Paragraph(plain(words.text))
        # Figures with the same certainty are grouped, so that it is stated once.
        for sure in dict.fromkeys(study.sure for study in further):
            yield Findings(tuple(study for study in further if study.sure == sure), sure)


def _rating(aid: Aid, answers: Answers, name: str) -> Rating:
    (question, change), importance, app = importance_question(aid, name), answers.importance.get(name), aid.words.app
    ends, not_sure = app["importance_ends"], Choice(app["not_sure"], importance == NOT_SURE)
    if isinstance(importance, int):
        return Rating(question, change, ends, not_sure, importance, rating_text(aid, importance))
    return Rating(question, change, ends, not_sure)


def _own_reasons(aid: Aid, answers: Answers) -> Iterator[str]:
    form = aid.words.app["own_reason_for"]
    for reason in answers.own_reasons:
        if text := reason.text.strip():
            has_option = reason.option in aid.decision.options
            yield form.format(reason=text, option=aid.words.options[str(reason.option)].name) if has_option else text
