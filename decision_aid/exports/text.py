"""The summary as plain text, for a screen reader, an e-mail or a note. Lines are not wrapped."""

from decision_aid.exports.printable_text import printable
from decision_aid.model.aid import Aid
from decision_aid.summary.blocks import Block, blocks, closing, fact_blocks
from decision_aid.summary.summary import Summary
from decision_aid.wording.service import service_line

LONGEST_UNDERLINE = 75


def plain_text(aid: Aid, summary: Summary) -> str:
    """The whole summary as text: each paragraph is one line; typed line breaks are kept."""
    all_blocks = (*blocks(aid, summary), *fact_blocks(aid, summary))
    head = [printable(service)] if (service := service_line(aid)) else []
    parts = [*head, _heading(aid.words.app["list_title"], "="), *(_block(aid, block) for block in all_blocks)]
    return "\n\n".join([*parts, printable(closing(aid, summary))]) + "\n"


def _block(aid: Aid, block: Block) -> str:
    lines = [_heading(block.heading, "-")]
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}. " if block.numbered else "- "
        indent = " " * len(mark)
        lines.append(_indented(item.text, mark))
        if item.under:
            lines.append(_indented(item.under, indent))
        if item.note is not None:
            lines += [_indented(f"{aid.words.app['note']}: {item.note or '_' * 40}", indent), ""]
    return "\n".join(lines).rstrip()


def _heading(text: str, line: str) -> str:
    return f"{printable(text)}\n{line * min(len(text), LONGEST_UNDERLINE)}"


def _indented(text: str, mark: str) -> str:
    """The text after its mark, with further lines under the first."""
    return mark + printable(text).replace("\n", "\n" + " " * len(mark))
