"""The summary as plain text, at most 75 columns wide, for a screen reader, an e-mail or a note.

Columns are counted as a terminal shows them: a Chinese sign or an emoji takes two, a combining mark none.
"""

from wcwidth import wcswidth, wrap

from decision_aid.exports.blocks import Block, blocks, closing, facts_told
from decision_aid.exports.summary import Summary
from decision_aid.exports.typed import printable
from decision_aid.model.aid import Aid

WIDTH = 75


def plain_text(aid: Aid, summary: Summary) -> str:
    """The whole summary as text."""
    told = (*blocks(aid, summary), *facts_told(aid, summary))
    parts = [_heading(aid.words.app["list_title"], "="), *(_block(aid, block) for block in told)]
    return "\n\n".join([*parts, _wrapped(closing(aid, summary), "")]) + "\n"


def _block(aid: Aid, block: Block) -> str:
    lines = [_heading(block.heading, "-")]
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}. " if block.numbered else "- "
        lines.append(_wrapped(item.text, mark))
        if item.under:
            lines.append(_wrapped(item.under, " " * len(mark)))
        if item.note is not None:
            told = f"{aid.words.app['note']}: {item.note or '_' * 40}"
            lines += [_wrapped(told, " " * len(mark)), ""]
    return "\n".join(lines).rstrip()


def _heading(text: str, line: str) -> str:
    return f"{_wrapped(text, '')}\n{line * min(wcswidth(printable(text)), WIDTH)}"


def _wrapped(text: str, mark: str) -> str:
    """Text broken at WIDTH; the person's own line breaks stay, and further lines stand under the first."""
    indent = " " * len(mark)
    lines = [line for part in printable(text).split("\n") for line in wrap(part, WIDTH - len(mark))] or [""]
    return "\n".join((mark if place == 0 else indent) + line for place, line in enumerate(lines))
