"""Logging of failures: where one happened and its type, never its message.

A message often holds an answer: the key that was not found, the value that did not fit.
"""

import logging
import traceback
from typing import Any

import streamlit as st


class RecordWithoutMessage(logging.LogRecord):
    """A log record with the traceback and types of a failure and its causes, without their messages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[1]:
            self.exc_text, self.exc_info = _traceback(self.exc_info[1]), None


def _traceback(failure: BaseException) -> str:
    cause = failure.__cause__ or failure.__context__
    text = "".join([*traceback.format_tb(failure.__traceback__), type(failure).__qualname__])
    return f"{_traceback(cause)}\n\n{text}" if cause else text


def keep_messages_out_of_log() -> None:
    """From now on keep messages of failures out of the log, and of `rich`, which Streamlit uses if it is installed."""
    logging.setLogRecordFactory(RecordWithoutMessage)
    st.set_option("logger.enableRich", False)
