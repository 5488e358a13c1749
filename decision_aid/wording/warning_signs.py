"""The warning signs as HTML: one text for the page, and for what the server sends before any page is drawn.

It stands with the content, since what goes round the server may know the content but no page.
"""

from markupsafe import Markup

from decision_aid.model.aid import Aid


def warning_section(aid: Aid, heading_id: str) -> Markup:
    """The signs that must not wait, and the numbers to call. For a moment both stand in one page: each has its id."""
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
