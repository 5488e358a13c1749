"""Characters that would be interpreted instead of shown: braces in interface words, and Markdown."""

import re
from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.content.rules.texts import texts
from decision_aid.model.aid import Aid

_PLACEHOLDER = re.compile(r"\{[a-z_]\w*(?:\.\w+)*\}")
_BRACE = re.compile(r"[{}]")
_MARK = re.compile(
    r"""[*`~$\[]                       # emphasis, code, what is struck out, sums; links and Streamlit's colors
    |(?<!\w)_|_(?!\w)                 # emphasis round a word; inside a word it is a letter like others
    |\\(?=[!-/:-@\[-`{-~])            # a backslash that would vanish
    |&(?:\w+|\#\w+);                  # a letter by its name
    |:(?=[\d_+/-]*[a-z])[\w+/-]+:     # Streamlit's small pictures
    |<(?=[\w.+-]+[:@])                # an address
    |^\s*(?:\#+(?:\s|$)|>|[+-](?:\s|$)|-{3}|\d+[.)](?:\s|$))    # a heading, a quotation, a list, a line
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


def mark_in(text: str) -> str | None:
    """The first character or mark in a text that Streamlit's Markdown could interpret; None if there is none."""
    mark = _MARK.search(_PLACEHOLDER.sub("…", text))
    return mark[0].strip() if mark else None


def braces_hold_what_is_filled_in(aid: Aid) -> Iterator[Finding]:
    """In app.yaml, braces are used only for placeholders."""
    for name, text in aid.words.app.items():
        if bracket := _BRACE.search(_PLACEHOLDER.sub("", text)):
            where = ("words", aid.words.language, "app", name)
            yield (
                where,
                f"'{bracket[0]}' here holds nothing that the aid fills in: write a round bracket, or take it out",
            )


def markdown_stands_in_sections_alone(aid: Aid) -> Iterator[Finding]:
    """Only the text of a section may be Markdown; all others are plain, since some views would interpret it."""
    for where, text in texts(aid):
        in_a_section = "sections" in where and where[-1] in ("text", "short")
        if not in_a_section and (mark := mark_in(text)):
            yield where, f"'{mark}' can be taken for a mark of Markdown here: say it in words, or take it out"
