"""Options get the same space, and pages raise their voice at most once."""

from collections.abc import Iterator
from statistics import mean

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

_TOLERANCE = 0.35


def options_get_the_same_space(aid: Aid) -> Iterator[Finding]:
    """In a row of the side-by-side table, each cell is within 35 in 100 of the row's mean number of words."""
    for row in aid.decision.comparison_rows:
        answers = {name: words.answers.get(row, "") for name, words in aid.words.options.items()}
        cells = {name: len(text.split()) for name, text in answers.items() if text}
        if not cells:
            continue
        usual = mean(cells.values())
        for name, count in cells.items():
            if abs(count - usual) > _TOLERANCE * usual:
                where = ("words", aid.words.language, "options", name, "answers", row)
                mend = "shorten" if count > usual else "lengthen"
                yield (
                    where,
                    f"length {count} where this row has {usual:.0f} words on average: {mend} it, for balance",
                )


def one_call_out_a_page(aid: Aid) -> Iterator[Finding]:
    """A page has at most one call-out, since a second one takes the strength of the first."""
    for page, words in aid.words.pages.items():
        calls = [name for name, section in words.sections.items() if section.opens]
        for name in calls[1:]:
            where = ("words", aid.words.language, "pages", page, "sections", name, "opens")
            yield where, f"this page already has a call-out ('{calls[0]}'): keep one, and make the other plain text"
