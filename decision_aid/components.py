"""Programs of ours that run in the browser. Each draws its newest data, in whichever order Streamlit calls it."""

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
"""Puts a component on the page. It takes its `key` and `data`, and what Streamlit's own components take."""


def component(name: str, js: str, **parts: Any) -> Mount:
    """A component of the page; its program has a function `draw`, which is given what Streamlit gives a default export.

    `parts` are its html, css and isolate_styles. See `st.components.v2.component`.
    """
    mount = st.components.v2.component(name, js=f"{js}\n{NEWEST}", **parts)

    def numbered(*, key: str, data: dict[str, Any] | None = None, **more: Any) -> Any:
        newest = {"name": key, "process": _PROCESS, "number": next(_numbers)}
        return mount(data={**(data or {}), "newest": newest}, key=key, **more)

    return numbered


def beside(module: str, *names: str) -> str:
    """The text of files that stand beside a module, such as a component's program, as browsers get it.

    Comments that stand on lines of their own, and what indents a line, are for those who read the file here.
    """
    return "\n".join(_lean((Path(module).parent / name).read_text(encoding="utf-8")) for name in names)


def _lean(text: str) -> str:
    lines = (line.strip() for line in COMMENT.sub("", text).splitlines())
    return "\n".join(line for line in lines if line)


NEWEST = beside(__file__, "newest.js")
"""The end of every program, through which Streamlit calls it."""
