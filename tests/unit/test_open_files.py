"""A process that may have few files open: it takes all that it may, refuses what it has none for, and floods no log."""

import asyncio
import errno
import logging
import os
import resource
from contextlib import ExitStack

import pytest

from benchmarks.idle_tabs import measure
from decision_aid import open_files
from deploy import capacity

FILES, TABS, SOME = 44, 10, 5
"""So many open files are enough for some tabs, and not for all; half of them are not."""


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The soft and the hard limit of a process, of no real one."""
    now = [1024, 4096]
    monkeypatch.setattr(resource, "getrlimit", lambda _: tuple(now))
    monkeypatch.setattr(resource, "setrlimit", lambda _, wanted: now.__setitem__(slice(0, 2), wanted))
    return now


@pytest.mark.parametrize(
    ("soft", "hard", "then"),
    [
        (1024, 4096, 4096),
        (1024, 1024, 1024),
        (1024, resource.RLIM_INFINITY, 65_536),
        (1024, 1_048_576, 65_536),
        (200_000, 1_048_576, 200_000),
    ],
)
def test_the_limit_is_raised_as_far_as_it_may_be_and_never_lowered(
    limits: list[int], soft: int, hard: int, then: int
) -> None:
    limits[:] = [soft, hard]
    open_files.raise_limit()
    assert limits == [then, hard]


def test_a_system_that_refuses_is_left_as_it_is(limits: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    open_files.raise_limit()
    assert limits == [1024, 4096]


@pytest.mark.parametrize(("used", "full"), [(0, False), (924, False), (925, True), (1024, True)])
def test_a_hundred_open_files_are_kept_free(
    limits: list[int], monkeypatch: pytest.MonkeyPatch, used: int, full: bool
) -> None:
    monkeypatch.setattr(open_files, "in_use", lambda: used)
    assert capacity.is_full() == full


def test_what_is_in_use_is_counted_though_a_lower_number_is_free_again() -> None:
    with ExitStack() as opened:
        first, *_ = [opened.enter_context(open(os.devnull)) for _ in range(10)]
        before = open_files.in_use()
        first.close()
        assert open_files.in_use() == before - 1
    assert open_files.in_use() == before - 10


@pytest.mark.parametrize(("error", "used"), [(errno.EMFILE, 1024), (errno.ENFILE, 1024), (errno.ENOENT, 0)])
def test_where_no_file_can_be_opened_all_are_in_use_and_where_no_list_is_kept_nobody_is_refused(
    limits: list[int], monkeypatch: pytest.MonkeyPatch, error: int, used: int
) -> None:
    def fail(_: str) -> list[str]:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "listdir", fail)
    assert open_files.in_use() == used


def test_that_none_are_left_is_written_down_once_a_minute_and_in_one_line(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop, now = asyncio.new_event_loop(), [1000.0]
    monkeypatch.setattr("decision_aid.open_files.time.monotonic", lambda: now[0])
    logger, now_and_then = logging.getLogger("asyncio"), open_files.OncePerMinute()
    logger.addFilter(now_and_then)
    try:
        for _ in range(2048):
            # As CPython's selector_events.py does.
            loop.call_exception_handler({"message": "socket.accept() out of system resource", "exception": OSError(24)})
        assert [(record.levelname, record.exc_info) for record in caplog.records] == [("ERROR", None)]
        assert "\n" not in caplog.records[0].getMessage()
        now[0] += 60
        loop.call_exception_handler({"message": "socket.accept() out of system resource", "exception": OSError(24)})
        loop.call_exception_handler({"message": "something else", "exception": ValueError("x")})
        assert [record.getMessage() == "something else" for record in caplog.records] == [False, False, True]
    finally:
        logger.removeFilter(now_and_then)
        loop.close()


def test_more_tabs_than_the_soft_limit_has_files_for_are_open_and_the_others_are_refused_in_peace() -> None:
    seen = measure(TABS, FILES, hard=True, seconds=1, patience=3)
    assert SOME <= seen.tabs < TABS
    assert seen.log < 1000
    assert seen.idle < 30, "seconds of the processor in a minute: it does not spin"
