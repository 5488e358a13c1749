"""What the log says of a failure: where it happened and of which kind it is, never what its message says.

A message often holds an answer: the key that was not found, the value that did not fit.
"""

import logging
import traceback
from typing import Any

import streamlit as st


class Wordless(logging.LogRecord):
    """A record of the log that keeps the places and kinds of a failure and of what led to it, and drops their words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[1]:
            self.exc_text, self.exc_info = _places(self.exc_info[1]), None


def _places(failure: BaseException) -> str:
    before = failure.__cause__ or failure.__context__
    own = "".join([*traceback.format_tb(failure.__traceback__), type(failure).__qualname__])
    return f"{_places(before)}\n\n{own}" if before else own


def keep_out_of_log() -> None:
    """From now on no message of a failure is logged, nor printed by `rich`, which Streamlit uses where it is there."""
    logging.setLogRecordFactory(Wordless)
    st.set_option("logger.enableRich", False)
