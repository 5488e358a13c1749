"""Our JavaScript components. Each draws its newest data, in whichever order Streamlit calls it."""

import re
import secrets
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import streamlit as st

_PROCESS = secrets.token_urlsafe(6)
_numbers = count()
COMMENT = re.compile(r"^\s*(?://[^\n]*|/\*.*?\*/)|(?<=[;{}]) +/\*.*?\*/", re.DOTALL | re.MULTILINE)

Mount = Callable[..., Any]
"""Puts a component on the page. Takes `key`, `data`, and the arguments of Streamlit's own components."""


def component(name: str, js: str, **parts: Any) -> Mount:
    """A component for the page. Its script defines `draw`, which gets the arguments of Streamlit's default export.

    `parts`: html, css and isolate_styles. See `st.components.v2.component`.
    """
    mount = st.components.v2.component(name, js=f"{js}\n{NEWEST}", **parts)

    def numbered(*, key: str, data: dict[str, Any] | None = None, **more: Any) -> Any:
        newest = {"name": key, "process": _PROCESS, "number": next(_numbers)}
        return mount(data={**(data or {}), "newest": newest}, key=key, **more)

    return numbered


def read_beside(module: str, *names: str) -> str:
    """The joined text of files next to a module, such as a component's script, as sent to browsers.

    Comments on lines of their own and indentation are removed.
    """
    return "\n".join(_without_comments((Path(module).parent / name).read_text(encoding="utf-8")) for name in names)


def _without_comments(text: str) -> str:
    lines = (line.strip() for line in COMMENT.sub("", text).splitlines())
    return "\n".join(line for line in lines if line)


NEWEST = read_beside(__file__, "newest.js")
"""The end of every script: the default export that Streamlit calls."""
