"""The box about answers that come from another browser, by a link or in a file."""

from pathlib import Path

from playwright.sync_api import Locator, Page

from decision_aid.model.aid import Aid
from harness.visiting import CHOSEN, settle, visit
from tests.browser.answering import ANSWERS, to_question, unfold

TOKEN = "answers="
"""What precedes the answers in a link; no server may see it."""
TARGETS = ".st-key-offer button, .st-key-handing-over button, .st-key-handing-over label"


def box(page: Page) -> Locator:
    return page.locator(".st-key-offer")


def heading(page: Page) -> str:
    """The heading of the box."""
    return box(page).get_by_role("heading").inner_text()


def wait_for_box(page: Page) -> None:
    box(page).wait_for()
    settle(page)


def follow(page: Page, link: str) -> None:
    """Open a link and wait for the box about it."""
    page.goto(link)
    wait_for_box(page)


def to_the_chooser(page: Page, site: str, aid: Aid) -> None:
    """Open the first page, and on it what stands about one's answers."""
    visit(page, site, "start")
    unfold(page, aid.words.app["start.my_answers"])


def hand_in(page: Page, aid: Aid, file: Path) -> None:
    """Choose a file on the first page and wait for the box about it."""
    page.get_by_label(aid.words.app["open.choose"]).set_input_files(file)
    wait_for_box(page)


def press(page: Page, aid: Aid, word: str) -> None:
    page.get_by_role("button", name=aid.words.app[word], exact=True).click()
    settle(page)


def answers_picked(page: Page, aid: Aid) -> list[str]:
    """What is chosen about the situation, from screen to screen."""
    labels = list[str]()
    for factor, _ in ANSWERS:
        to_question(page, aid, factor)
        labels += [text.strip() for text in page.locator(CHOSEN).all_inner_texts()]
    return labels
