"""The buttons by which something leaves: saved as a file, copied, put into an e-mail, or printed.

Each names what it wants (views/what_leaves.py). That is made after the press, and the courier brings it.
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
    css=read_beside(__file__, "leaving.css"),
    js=read_beside(__file__, "leaving.js"),
)


def save_button(aid: Aid, label: str, what: str, key: str, of: Any = None) -> None:
    """A button that saves a file; `of` is what the file is to be made of, where its name does not say that."""
    _draw(aid, {"act": "save", "label": label, "what": what, "of": of}, key)


def copy_button(
    aid: Aid, label: str, what: str, key: str, done: str, failed: str, of: Any = None, filled: bool = False
) -> None:
    """A button that puts a text on the clipboard and then says `done`, or `failed` where the browser forbids it.

    `filled`: it is what most people press here.
    """
    _draw(
        aid,
        {"act": "copy", "label": label, "what": what, "of": of, "done": done, "forbidden": failed, "filled": filled},
        key,
    )


def mail_button(aid: Aid, label: str, key: str) -> None:
    """A button that opens an e-mail with the questions, in the person's own program."""
    _draw(aid, {"act": "mail", "label": label, "what": "mail"}, key)


def print_button(aid: Aid, label: str, key: str) -> None:
    """A button that opens the browser's window for printing, with sheets that are seen on paper alone."""
    _draw(aid, {"act": "print", "label": label, "what": "sheets", "filled": True}, key, "stretch")


def _draw(aid: Aid, data: dict[str, Any], key: str, width: Width = "content") -> None:
    _button(data={**data, "failed": aid.words.variant(LEAVE, "failed")}, key=key, width=width, height="content")
