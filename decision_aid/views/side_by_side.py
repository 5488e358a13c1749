"""The options beside each other as cards, question by question: a table to a screen reader, and on a phone as well."""

from collections.abc import Sequence

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.views.html import show_figure
from decision_aid.views.identity import option_class, option_name
from decision_aid.views.prose import drawing


def side_by_side(aid: Aid, rows: Sequence[str], drawn: bool = False) -> None:
    """What each option answers to these rows of the comparison, in the options' own colors.

    `drawn`: the heads of the columns show what the options are. Roles are spelt out because a browser drops a table's
    own roles once CSS lays it out in another way.
    """
    options = aid.decision.options
    heads = Markup().join(_head(aid, option, drawn) for option in options)
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


def _head(aid: Aid, option: str, drawn: bool) -> Markup:
    picture = aid.decision.options[option].picture
    return Markup('<th scope="col" role="columnheader" class="{}">{}{}</th>').format(
        option_class(aid, option), drawing(aid, picture) if drawn and picture else "", option_name(aid, option)
    )


def _row(aid: Aid, row: str) -> Markup:
    """A question over the answers. Each names its option, for where they stand under each other."""
    cell = Markup('<td role="cell" class="{}" data-label="{}">{}</td>')
    told = Markup().join(
        cell.format(option_class(aid, option), aid.words.options[option].name, aid.words.options[option].answers[row])
        for option in aid.decision.options
    )
    return Markup('<tr role="row"><th scope="row" role="rowheader">{}</th>{}</tr>').format(
        aid.words.comparison_rows[row], told
    )
