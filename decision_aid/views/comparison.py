"""Options and their parts in a table with header cells, which restacks by question on a narrow screen."""

from collections.abc import Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views import inputs
from decision_aid.views.html import show_html

MOST_PARTS = 2


def with_parts(aid: Aid, answers: Answers) -> None:
    """A table of the options and the picked parts, on all questions; no table before a part is picked."""
    _pick_parts(aid, answers)
    if picked := [part for part in answers.parts or () if part in aid.decision.parts]:
        _table(aid, (*aid.decision.options, *picked))


def by_option(aid: Aid, texts: Mapping[str, str]) -> None:
    """A short text on each option, side by side in the same form. `texts`: by option."""
    items = Markup().join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(aid.words.options[name].name, texts[name])
        for name in aid.decision.options
        if name in texts
    )
    show_html(Markup('<dl class="known">{}</dl>').format(items))


def _pick_parts(aid: Aid, answers: Answers) -> None:
    """Choose parts to put beside the options. Two fit; a third replaces the oldest."""
    app = aid.words.app
    names = {part: aid.words.options[part].name for part in aid.decision.parts}
    chosen = answers.parts or ()
    inputs.multiple_choice(
        app["pick_parts"],
        "parts",
        names,
        chosen,
        lambda before, new: before.model_copy(update={"parts": tuple(new)[-MOST_PARTS:]}),
    )
    st.caption(app["pick_parts_why"].format(most=MOST_PARTS))


def _table(aid: Aid, columns: Sequence[str]) -> None:
    """Options and parts as columns, the patient's questions as rows."""
    stacking_table(
        aid.words.app["table_caption"],
        [aid.words.app["table_question"], *(aid.words.options[name].name for name in columns)],
        [
            [aid.words.comparison_rows[row], *(aid.words.options[name].answers[row] for name in columns)]
            for row in aid.decision.comparison_rows
        ],
    )


def stacking_table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Markup | str]], style: str = "") -> None:
    """A table whose first column holds row headers. Cells hold Markup or plain text.

    Roles are explicit because a browser drops a table's own roles once CSS restacks it.
    """
    heads = Markup().join(Markup('<th scope="col" role="columnheader">{}</th>').format(cell) for cell in head)
    body = Markup().join(_table_row(head[1:], first, cells) for first, *cells in rows)
    show_html(
        Markup(
            '<table class="stacking {}" role="table"><caption>{}</caption><thead role="rowgroup">'
            '<tr role="row">{}</tr></thead><tbody role="rowgroup">{}</tbody></table>'
        ).format(style, caption, heads, body)
    )


def _table_row(labels: Sequence[str], first: Markup | str, cells: Sequence[Markup | str]) -> Markup:
    cell = Markup('<td role="cell" data-label="{}">{}</td>')
    data_cells = Markup().join(cell.format(*label_and_cell) for label_and_cell in zip(labels, cells, strict=True))
    return Markup('<tr role="row"><th scope="row" role="rowheader">{}</th>{}</tr>').format(first, data_cells)


def short_options(aid: Aid, names: tuple[str, ...]) -> None:
    """Options in brief: name and summary."""
    for name in names:
        st.markdown(f"**{aid.words.options[name].name}.** {aid.words.options[name].summary}")
