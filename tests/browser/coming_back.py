"""A tab that gets a new session, which takes the answers that the tab has stored."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from harness.visiting import settle

SESSION = "window.decisionAidAnswers?.answering ?? ''"
"""The session whose answers the tab keeps."""
HAS_NEW_SESSION = "before => window.decisionAidAnswers && decisionAidAnswers.answering !== before"
RESTORED = f"before => ({HAS_NEW_SESSION})(before) && decisionAidAnswers.restored && !decisionAidAnswers.next"
"""Whether a new session has the tab's stored answers, and knows that they are shown."""


@contextmanager
def new_session(page: Page) -> Iterator[str]:
    """Within the block, make the tab get a new session; at its end, wait until that has restored the stored answers."""
    before: str = page.evaluate(SESSION)
    yield before
    page.bring_to_front()
    page.wait_for_function(RESTORED, arg=before, timeout=60_000)
    settle(page)


def reload(page: Page) -> None:
    """Reload the page, and wait until the new session has restored the stored answers."""
    with new_session(page):
        page.reload()
