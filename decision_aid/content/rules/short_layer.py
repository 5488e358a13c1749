"""Short texts are short, and what must be seen is never shortened."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid


def short_texts_are_shorter(aid: Aid) -> Iterator[Finding]:
    """A section's short text has fewer words than its text."""
    for page, words in aid.words.pages.items():
        for name, section in words.sections.items():
            short, whole = len((section.short or "").split()), len(section.text.split())
            if section.short and short >= whole:
                where = ("words", aid.words.language, "pages", page, "sections", name, "short")
                yield where, f"{short} words here and {whole} in 'text': shorten it, or leave it out"


def call_outs_stay_whole(aid: Aid) -> Iterator[Finding]:
    """A call-out has no short text: it is always seen whole."""
    for page, words in aid.words.pages.items():
        for name, section in words.sections.items():
            if section.short and section.opens:
                where = ("words", aid.words.language, "pages", page, "sections", name, "short")
                yield where, "this is a call-out, which is always seen whole: leave 'short' out"
