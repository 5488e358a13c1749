"""Printing and sharing the list, and a visit from the patient's link to the note for the chart."""

from io import BytesIO
from urllib.parse import unquote

import pypdfium2
import pytest
from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.question_list import question_list
from decision_aid.saving.link import fragment
from harness.people import ordinary
from harness.visiting import jump, settle, visit
from tests.browser.access import too_wide
from tests.browser.answering import go_to, pick, unfold
from tests.browser.conftest import OpenPage

NOTE = "About three weeks"


@pytest.fixture(scope="module")
def answers(aid: Aid) -> Answers:
    """The answers of a person who takes their time."""
    return ordinary(aid)


@pytest.fixture(scope="module")
def clinic(lasting_page: OpenPage, site: str, aid: Aid, answers: Answers) -> Page:
    """A window in which a patient's link is opened and accepted."""
    page = lasting_page()
    page.goto(f"{site}/together#{fragment(aid, answers, own_words=True)}")
    page.get_by_role("button", name=aid.words.app["offer.open"]).click()
    settle(page)
    page.get_by_role("button", name=aid.words.app["offer.close"]).click()
    settle(page)
    return page


NOT_ON_PAPER = ("print", "download_pdf", "copy_text", "clear", "add_one", "take.more", "menu.journey")


def press_print(page: Page, aid: Aid) -> None:
    """Press Print, with printing disabled, and wait until the page asks to print."""
    page.evaluate("() => { window.asked = 0; window.print = () => { window.asked += 1 } }")
    page.get_by_role("button", name=aid.words.app["print"], exact=True).click()
    page.wait_for_function("window.asked === 1")


def sheet_texts(document: bytes) -> list[str]:
    """The text of each sheet, without spaces."""
    pages = pypdfium2.PdfDocument(BytesIO(document))
    return ["".join(page.get_textpage().get_text_range().split()) for page in pages]


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_the_list_prints_on_three_sheets_with_nothing_of_the_screen(clinic: Page, aid: Aid, paper: str) -> None:
    jump(clinic, aid, "questions")
    press_print(clinic, aid)
    questions = clinic.locator(".paper ol > li .asked-for").all_text_contents()
    lines = clinic.locator(".paper .about li, .paper .about p, .paper .about figcaption").all_text_contents()
    sources = clinic.locator(".paper .more .sources li").all_text_contents()
    assert clinic.locator(".paper").is_hidden()
    sheets = sheet_texts(clinic.pdf(format=paper))
    assert len(sheets) == 3
    assert len(questions) == 7
    assert [question for question in questions if "".join(question.split()) not in sheets[0]] == []
    # The PDF reader takes a hyphen at the end of a line for hyphenation, and drops it.
    second, third = (sheet.replace("-", "") for sheet in sheets[1:])
    assert [line for line in lines if "".join(line.split()).replace("-", "") not in second + third] == []
    assert [source for source in sources if "".join(source.split()).replace("-", "") not in third] == []
    assert [word for word in NOT_ON_PAPER if "".join(aid.words.app[word].split()) in "".join(sheets)] == []
    assert clinic.locator(".paper").count() == 0, "an answer would make the sheets old"


def test_the_browsers_own_menu_prints_the_page_with_every_question_and_room_to_write(
    clinic: Page, aid: Aid, answers: Answers
) -> None:
    jump(clinic, aid, "questions")
    listed = [question.id for question in question_list(aid, answers).listed]
    cards = [aid.words.questions[name].text for name in listed]
    lines = clinic.locator(".note-line")
    clinic.emulate_media(media="print")
    assert [(line.bounding_box() or {}).get("height", 0) > 10 for line in lines.all()] == [True] * 7
    clinic.emulate_media(media="null")
    printed = "".join(sheet_texts(clinic.pdf(format="Letter")))
    assert [card for card in cards if "".join(card.split()) not in printed] == []
    assert "".join(aid.words.pages["questions"].sections["medicines"].text.split()) in printed
    assert [word for word in NOT_ON_PAPER if "".join(aid.words.app[word].split()) in printed] == []


def test_what_is_copied_mailed_and_printed_is_made_on_the_press_with_the_words_typed_last(
    clinic: Page, aid: Aid
) -> None:
    app, opened = aid.words.app, list[str]()
    jump(clinic, aid, "questions")
    unfold(clinic, app["take.more"])
    clinic.context.grant_permissions(["clipboard-read", "clipboard-write"])
    browser = clinic.context.new_cdp_session(clinic)
    browser.send("Page.enable")
    browser.on("Page.frameRequestedNavigation", lambda event: opened.append(event["url"]))
    for number, words in enumerate(("Who drives me?", "Who stays?", "Who cooks?"), start=1):
        pick(clinic, aid, number, "reword")
        clinic.get_by_label(app["reword_label"]).fill(words)
        match number:
            case 1:
                clinic.get_by_role("button", name=app["copy_text"], exact=True).click()
                clinic.get_by_text(app["hand.copied"]).wait_for()
                assert words in clinic.evaluate("navigator.clipboard.readText()")
            case 2:
                clinic.get_by_role("button", name=app["mail.link"], exact=True).click()
            case 3:
                press_print(clinic, aid)
                assert words in clinic.locator(".paper ol > li .asked-for").nth(2).inner_text()
        settle(clinic)
    clinic.wait_for_timeout(500)
    (link,) = (unquote(address) for address in opened)
    assert link.startswith("mailto:?subject=")
    assert "Who drives me?" in link
    assert "Who stays?" in link


@pytest.mark.parametrize(
    ("name", "labels"), [("readiness", ("unclear_else", "knowledge_heading")), ("questions", ("take.more",))]
)
def test_on_a_phone_nothing_that_opens_makes_the_page_scroll_sideways(
    page: OpenPage, site: str, aid: Aid, name: str, labels: tuple[str, ...]
) -> None:
    phone = page(width=390, height=844)
    visit(phone, site, name)
    for label in labels:
        unfold(phone, aid.words.app[label])
    assert too_wide(phone) == []


def test_a_visit_leads_from_the_patients_link_to_the_note_for_the_chart(
    clinic: Page, aid: Aid, answers: Answers
) -> None:
    app = aid.words.app
    jump(clinic, aid, "together")
    heading = clinic.locator(".st-key-together h2").first
    for _ in range(2):
        heading.press("ArrowRight")
        settle(clinic)
    clinic.get_by_role("checkbox").first.check(force=True)
    settle(clinic)
    note = clinic.locator('[class*="st-key-answer-together-note"] input').first
    note.fill(NOTE)
    note.press("Enter")
    settle(clinic)
    clinic.get_by_text(app["visit.left_open"], exact=True).click()
    settle(clinic)
    go_to(clinic, aid, "record")
    record = clinic.locator("pre").inner_text()
    assert NOTE in record
    assert app["record.deferred"] in record
    assert len(record) <= 1200
    assert str(answers.importance["pain_first_month"]) in record
