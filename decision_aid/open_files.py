"""The limit of files and connections that the process may have open.

In Streamlit 1.67 each open tab takes four. Three of a closed tab's stay open until another tab is closed after two
minutes, for 128 tabs at most. The usual limit is 1,024, which a process may raise up to its hard limit. At the limit no
connection can be accepted, and the event loop of Python 3.11 logs that up to two thousand times a second.
"""

import errno
import logging
import os
import sys
import time

if sys.platform != "win32":  # Windows has no such limit
    import resource

MOST = 65_536
"""More than a replica needs; some systems refuse to raise the limit to "unlimited"."""
PAUSE = 60.0
"""Seconds between two log lines that say that no files are left."""
NONE_LEFT = "out of system resource"
"""Part of asyncio's message when no connection can be accepted."""


def prepare() -> None:
    """Raise the limit, and keep the log from being flooded when it is reached."""
    raise_limit()
    logging.getLogger("asyncio").addFilter(OncePerMinute())


def raise_limit() -> None:
    """Raise the limit to the hard limit. If the system refuses, log a warning and keep it."""
    if sys.platform == "win32":
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST if hard == resource.RLIM_INFINITY else min(hard, MOST)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (OSError, ValueError):
            logging.getLogger(__name__).warning("open files stay limited to %s", soft)


def limit() -> int:
    """The number of files that the process may have open."""
    if sys.platform == "win32":
        return MOST
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if soft == resource.RLIM_INFINITY else soft


def in_use() -> int:
    """The number of open files; the limit if not even their list can be opened, 0 if the system has no list."""
    try:
        return len(os.listdir("/dev/fd"))
    except OSError as error:
        return limit() if error.errno in (errno.EMFILE, errno.ENFILE) else 0


class OncePerMinute(logging.Filter):
    """Passes the message that no files are left once a minute, without its traceback."""

    def __init__(self) -> None:
        super().__init__()
        self._next = 0.0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to log a record. Rewrites the message that no files are left."""
        if NONE_LEFT not in record.getMessage():
            return True
        now, due = time.monotonic(), self._next
        if now < due:
            return False
        self._next = now + PAUSE
        record.msg, record.args = f"No more open files: {limit()} are in use. See docs/deploying.md.", ()
        record.exc_info = record.exc_text = None
        return True
