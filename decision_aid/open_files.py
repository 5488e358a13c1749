"""How many files and connections the process may have open at a time.

In Streamlit 1.67 each open tab takes four. Of one that was closed three stay open until another is closed after two
minutes, for 128 tabs at most. The usual limit is 1,024, which a process may raise up to its hard limit. At the limit no
connection can be accepted, and the event loop of Python 3.11 says so up to two thousand times a second.
"""

import errno
import logging
import os
import sys
import time

if sys.platform != "win32":  # where no such limit is reached
    import resource

MOST = 65_536
"""As many as any replica has a use for; some systems refuse to raise the limit to what they call unlimited."""
PAUSE = 60.0
"""Seconds from one line in the log that says that there are none left to the next."""
NONE_LEFT = "out of system resource"
"""What asyncio says where no connection can be accepted."""


def prepare() -> None:
    """Take as many as the system gives, and see to it that the log is not flooded where they are used up."""
    raise_limit()
    logging.getLogger("asyncio").addFilter(NowAndThen())


def raise_limit() -> None:
    """Raise the limit to the hard one. Where the system refuses that, it stays as it is."""
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
    """How many the process may have open."""
    if sys.platform == "win32":
        return MOST
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if soft == resource.RLIM_INFINITY else soft


def in_use() -> int:
    """How many are open. All of them where not even the list of them can be opened; 0 where a system keeps no list."""
    try:
        return len(os.listdir("/dev/fd"))
    except OSError as error:
        return limit() if error.errno in (errno.EMFILE, errno.ENFILE) else 0


class NowAndThen(logging.Filter):
    """Lets the line that there are none left pass once a minute, without the pages of detail that come with it."""

    def __init__(self) -> None:
        super().__init__()
        self._next = 0.0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to write a line down."""
        if NONE_LEFT not in record.getMessage():
            return True
        now, due = time.monotonic(), self._next
        if now < due:
            return False
        self._next = now + PAUSE
        record.msg, record.args = f"No more open files: {limit()} are in use. See docs/deploying.md.", ()
        record.exc_info = record.exc_text = None
        return True
