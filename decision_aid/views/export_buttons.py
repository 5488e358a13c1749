"""Buttons for exports: save as a file, copy, put into an e-mail, or print.

Each names its export (views/export_catalog.py), which is made after the press and delivered by the courier.
"""

from typing import Any, Literal

from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.wording.interface_words import LEAVE

Width = Literal["content", "stretch"]

_button = component(
    "leaving",
    html='<button type="button" class="act"></button><p role="status"></p><div class="instead" hidden>'
    '<button type="button" class="share"></button><button type="button" class="again"></button></div>',
    css=read_beside(__file__, "export_buttons.css"),
    js=read_beside(__file__, "export_buttons.js"),
)


def save_button(aid: Aid, label: str, what: str, of: Any = None, where: str = "save") -> None:
    """A button that saves the export `what` as a file. `of`: a detail for that export, such as its size of type.

    `where`: tells several buttons for the same export on one page apart.
    """
    key = f"{where}-{what}-{of}" if isinstance(of, int) else f"{where}-{what}"
    _draw(aid, {"act": "save", "label": label, "what": what, "of": of}, key)


def copy_button(
    aid: Aid, label: str, what: str, key: str, done: str, failed: str, of: Any = None, filled: bool = False
) -> None:
    """A button that copies a text and then shows `done`, or `failed` where the browser forbids it.

    `filled`: in the style of the main action.
    """
    _draw(
        aid,
        {"act": "copy", "label": label, "what": what, "of": of, "done": done, "forbidden": failed, "filled": filled},
        key,
    )


def mail_button(aid: Aid, label: str, key: str) -> None:
    """A button that opens an e-mail with the questions in the person's mail program."""
    _draw(aid, {"act": "mail", "label": label, "what": "mail"}, key)


def print_button(aid: Aid, label: str, key: str) -> None:
    """A button that opens the browser's print dialog, with sheets that are visible on paper only."""
    _draw(aid, {"act": "print", "label": label, "what": "sheets", "filled": True}, key, "stretch")


def _draw(aid: Aid, data: dict[str, Any], key: str, width: Width = "content") -> None:
    _button(data={**data, "failed": aid.words.variant(LEAVE, "failed")}, key=key, width=width, height="content")
