"""The warning signs as HTML: the same for the page and for what the server sends before any page is drawn.

It is here and not in views, since the server's middleware may import no page.
"""

from markupsafe import Markup

from decision_aid.model.aid import Aid


def warning_section(aid: Aid, heading_id: str) -> Markup:
    """The warning signs, and the numbers to call. For a moment both can be in one page, hence `heading_id`."""
    words = aid.words.urgent
    signs = Markup().join(
        Markup("<li>{}</li>").format(aid.words.situation[name].choices[choice].label)
        for name, factor in aid.situation.items()
        for choice, kind in factor.choices.items()
        if kind.red_flag
    )
    return Markup(
        '<section class="urgent" aria-labelledby="{id}"><h2 id="{id}">{heading}</h2>'
        "<p>{text}</p><ul>{signs}</ul><p><strong>{numbers}</strong></p></section>"
    ).format(
        id=heading_id,
        heading=words["heading"],
        text=words["text"],
        signs=signs,
        numbers=words["numbers"],
    )
