"""When a page fails, neither the page nor the log holds the person's answers.

Not covered: an error that Python reports outside `logging` (in a thread, or at exit), and a message written to the log
on purpose.
"""

from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from playwright.sync_api import Browser

from decision_aid.model.aid import Aid
from decision_aid.pages import RESULT, WEIGH
from harness.serving import ForkedServer, Server, by_streamlit, by_uvicorn, served
from harness.visiting import jump, settle, visit
from tests.browser.answering import go_to, unfold
from tests.browser.conftest import OpenPage

TYPED = "Xylophone"
BUTTON = "Fail"
"""The button of `failing.py`, which is not imported here: it would make the aid of this process fail too."""


def by_streamlit_run(log: IO[str]) -> Server:
    return by_streamlit("app.py", log, "tests.browser.failing", ForkedServer)


def behind_uvicorn(log: IO[str]) -> Server:
    return by_uvicorn("tests.browser.failing:app", log=log, kind=ForkedServer)


@pytest.mark.parametrize("serve", [by_streamlit_run, behind_uvicorn])
def test_a_page_that_fails_tells_no_answer_and_the_log_tells_where_it_failed(
    browser: Browser, page: OpenPage, aid: Aid, tmp_path: Path, serve: Callable[[IO[str]], Server]
) -> None:
    log = tmp_path / "log.txt"
    with log.open("w") as log_file, served(serve(log_file)) as address:
        window = page()
        visit(window, address, "start")
        go_to(window, aid, "readiness")
        unfold(window, aid.words.app["unclear_else"])
        window.get_by_label(aid.words.app["still_unclear"]).fill(TYPED)
        window.get_by_label(aid.words.app["still_unclear"]).blur()
        settle(window)
        jump(window, aid, WEIGH, RESULT)
        message = window.get_by_test_id("stException")
        page_messages = [message.inner_text()]
        assert TYPED not in window.content()
        go_to(window, aid, "about")
        window.get_by_role("button", name=BUTTON, exact=True).click()
        message.wait_for()
        page_messages.append(message.inner_text())
        assert TYPED not in window.content()
    assert [word for word in ("KeyError", "ValueError", "Traceback", ".py") if word in str(page_messages)] == []
    text = log.read_text()
    assert TYPED not in text
    assert "fail_at_a_tap" in text
    for kind in ("KeyError", "ValidationError", "ValueError"):
        assert f"\n{kind}" in text
