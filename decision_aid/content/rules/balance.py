"""Options get the same space, and a page has at most one call-out."""

from collections.abc import Iterator, Mapping
from statistics import mean

from decision_aid.content.rules.finding import Finding
from decision_aid.content.tree import Where
from decision_aid.model.aid import Aid

_TOLERANCE = 0.35


def options_get_the_same_space(aid: Aid) -> Iterator[Finding]:
    """Texts of the options side by side are within 35% of their mean number of words: answers in a row of the table,
    and facts on an outcome."""
    words = ("words", aid.words.language)
    for row in aid.decision.comparison_rows:
        answers = {name: option.answers.get(row, "") for name, option in aid.words.options.items()}
        yield from _uneven({(*words, "options", name, "answers", row): text for name, text in answers.items()})
    for outcome, outcome_words in aid.words.outcomes.items():
        yield from _uneven(
            {(*words, "outcomes", outcome, "facts", name): text for name, text in outcome_words.facts.items()}
        )


def _uneven(texts: Mapping[Where, str]) -> Iterator[Finding]:
    """Findings: texts much longer or shorter than the others in the row; empty ones are left to other rules."""
    counts = {where: len(text.split()) for where, text in texts.items() if text}
    usual = mean(counts.values()) if counts else 0
    for where, count in counts.items():
        if abs(count - usual) > _TOLERANCE * usual:
            mend = "shorten" if count > usual else "lengthen"
            yield where, f"length {count} where this row has {usual:.0f} words on average: {mend} it, for balance"


def one_call_out_a_page(aid: Aid) -> Iterator[Finding]:
    """A page has at most one call-out, since a second one weakens the first."""
    for page, words in aid.words.pages.items():
        calls = [name for name, section in words.sections.items() if section.opens]
        for name in calls[1:]:
            where = ("words", aid.words.language, "pages", page, "sections", name, "opens")
            yield where, f"this page already has a call-out ('{calls[0]}'): keep one, and make the other plain text"
