"""A person's summary in print, and every text that it has to carry."""

from functools import lru_cache

from decision_aid.exports.pdf import Paper, pdf
from decision_aid.model.answers import FROM_OUTSIDE, Answers, OwnReason, QuestionEdits
from decision_aid.summary.blocks import blocks, closing
from decision_aid.summary.summary import Summary
from decision_aid.wording.key_figures import KeyFigure
from harness.aids import real_aid
from harness.people import ordinary
from tests.unit.people import summary_of

ORDINARY = ordinary(real_aid())


@lru_cache
def _made(answers_json: str, paper: Paper) -> bytes:
    return pdf(real_aid(), summary_of(Answers.model_validate_json(answers_json, context=FROM_OUTSIDE)), paper)


def pdf_of(answers: Answers, paper: Paper = "us-letter") -> bytes:
    """The PDF of these answers, made once."""
    return _made(answers.model_dump_json(), paper)


def answers_with(text: str) -> Answers:
    """Someone who typed the same text wherever one can type."""
    first = summary_of(ORDINARY).questions[0].id
    edits = QuestionEdits(answered=("own_1",), order=("own_1",)).model_copy(
        update={"own": {"own_1": text}, "notes": {first: text, "own_1": text}}
    )
    # As the widgets write: model_copy, so that nothing is stripped or refused on the way.
    return ORDINARY.model_copy(
        update={
            "situation": {**ORDINARY.situation, "anything_else": text},
            "importance": {},  # its figures would take a second sheet and a third, and hold no word of theirs
            "own_reasons": (OwnReason(text="x", importance=3).model_copy(update={"text": text}),),
            "still_unclear": text,
            "medicines": ("apixaban", text),
            "question_edits": edits,
            "visit": ORDINARY.visit.model_copy(update={"reason": text, "next_step": text, "led_by": text}),
        }
    )


def lines(summary: Summary) -> list[str]:
    """Every text that the PDF has to carry."""
    parts = blocks(real_aid(), summary)
    items = [text for block in parts for item in block.items for text in (item.text, item.under, item.note or "")]
    facts = [text for fact in summary.facts for known in fact.known for text in known]
    figures = [text for fact in summary.facts for part in (fact.main, fact.further) for text in _texts_of_part(part)]
    headings = [*(block.heading for block in parts), *(fact.name for fact in summary.facts)]
    return [*headings, *items, *facts, *figures, *cited(summary), closing(real_aid(), summary)]


def cited(summary: Summary) -> list[str]:
    """The sources as they stand in print."""
    return [source.text for source in summary.sources]


def _texts_of_part(figures: tuple[KeyFigure, ...]) -> list[str]:
    """All that has to be said of figures under each other: the smallest change that people notice once for them all."""
    noticed = dict.fromkeys(figure.noticed for figure in figures if figure.noticed)
    return [*noticed, *(text for figure in figures for text in texts_of(figure) if text not in noticed)]


def texts_of(figure: KeyFigure) -> tuple[str, ...]:
    """All that has to be said of a figure."""
    return (figure.title, figure.comparator, *figure.details, *(group.text for group in figure.groups))
