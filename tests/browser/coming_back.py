"""A tab that comes back: to a new session, which takes the answers that the tab has kept."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from harness.visiting import settle

SESSION = "window.decisionAidAnswers?.answering ?? ''"
"""The session whose answers the tab keeps."""
NEW_TO_THE_TAB = "before => window.decisionAidAnswers && decisionAidAnswers.answering !== before"
TAKEN_BACK = f"before => ({NEW_TO_THE_TAB})(before) && decisionAidAnswers.restored && !decisionAidAnswers.next"
"""Whether a session other than the one before has the answers that the tab has kept, and knows that they are shown."""


@contextmanager
def new_session(page: Page) -> Iterator[str]:
    """Within the block the tab gets a new session. At its end that has what the tab kept, and the page stands still."""
    before: str = page.evaluate(SESSION)
    yield before
    page.bring_to_front()
    page.wait_for_function(TAKEN_BACK, arg=before, timeout=60_000)
    settle(page)


def load_again(page: Page) -> None:
    """Reload the page, and wait until the new session has what the tab kept."""
    with new_session(page):
        page.reload()
