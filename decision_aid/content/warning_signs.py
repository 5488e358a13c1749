"""The warning signs as HTML: one text for the page, and for what the server sends before any page is drawn.

It stands with the content, since what goes round the server may know the content but no page.
"""

from html import escape

from decision_aid.model.aid import Aid


def warning_section(aid: Aid, heading_id: str) -> str:
    """The signs that must not wait, and the numbers to call. For a moment both stand in one page: each has its id."""
    words = {name: escape(text) for name, text in aid.words.urgent.items()}
    signs = "".join(
        f"<li>{escape(aid.words.situation[name].choices[choice].label)}</li>"
        for name, factor in aid.situation.items()
        for choice, kind in factor.choices.items()
        if kind.red_flag
    )
    return (
        f'<section class="urgent" aria-labelledby="{heading_id}"><h2 id="{heading_id}">{words["heading"]}</h2>'
        f"<p>{words['text']}</p><ul>{signs}</ul><p><strong>{words['numbers']}</strong></p>"
        f"<p>{words['after']}</p></section>"
    )
