"""The options side by side as cards, question by question; a table to screen readers, on phones too."""

from collections.abc import Sequence

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.views.html import show_figure
from decision_aid.views.identity import option_class, option_name
from decision_aid.views.prose import drawing


def side_by_side(aid: Aid, rows: Sequence[str], with_drawings: bool = False) -> None:
    """The options' answers in these rows of the comparison, in the options' colors.

    `with_drawings`: show each option's drawing at the head of its column. Roles are explicit because a browser drops a
    table's own roles once CSS changes its layout.
    """
    options = aid.decision.options
    heads = Markup().join(_head(aid, option, with_drawings) for option in options)
    body = Markup().join(_row(aid, row) for row in rows)
    show_figure(
        Markup(
            '<div class="ways"><table role="table"><caption>{caption}</caption><thead role="rowgroup"><tr role="row">'
            '<th scope="col" role="columnheader" class="question">{question}</th>{heads}</tr></thead>'
            '<tbody role="rowgroup">{body}</tbody></table></div>'
        ).format(
            caption=aid.words.app["table_caption"], question=aid.words.app["table_question"], heads=heads, body=body
        )
    )


def _head(aid: Aid, option: str, with_drawings: bool) -> Markup:
    picture = aid.decision.options[option].picture
    return Markup('<th scope="col" role="columnheader" class="{}">{}{}</th>').format(
        option_class(aid, option), drawing(aid, picture) if with_drawings and picture else "", option_name(aid, option)
    )


def _row(aid: Aid, row: str) -> Markup:
    """A question and its answers. Each answer names its option, for screens where they are stacked."""
    cell = Markup('<td role="cell" class="{}" data-label="{}">{}</td>')
    answers = Markup().join(
        cell.format(option_class(aid, option), aid.words.options[option].name, aid.words.options[option].answers[row])
        for option in aid.decision.options
    )
    return Markup('<tr role="row"><th scope="row" role="rowheader">{}</th>{}</tr>').format(
        aid.words.comparison_rows[row], answers
    )
