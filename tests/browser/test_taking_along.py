"""What leaves the browser on paper, and a visit from the patient's home to the note for the chart."""

from io import BytesIO
from urllib.parse import unquote

import pypdfium2
import pytest
from playwright.sync_api import Page

from decision_aid.exports.link import fragment
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from harness.people import ordinary
from harness.visiting import jump, settle
from tests.browser.answering import go_to
from tests.browser.conftest import OpenPage

NOTE = "About three weeks"


@pytest.fixture(scope="module")
def answers(aid: Aid) -> Answers:
    """A person with as many answers as someone gives who takes their time."""
    return ordinary(aid)


@pytest.fixture(scope="module")
def clinic(lasting_page: OpenPage, site: str, aid: Aid, answers: Answers) -> Page:
    """Someone has followed a patient's link, and opened what it holds."""
    page = lasting_page()
    page.goto(f"{site}/together#{fragment(aid, answers, own_words=True)}")
    page.get_by_role("button", name=aid.words.app["offer.open"]).click()
    settle(page)
    page.get_by_role("button", name=aid.words.app["offer.close"]).click()
    settle(page)
    return page


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_the_question_page_prints_on_three_sheets_with_nothing_of_the_screen(
    clinic: Page, aid: Aid, paper: str
) -> None:
    jump(clinic, aid, "questions")
    document = pypdfium2.PdfDocument(BytesIO(clinic.pdf(format=paper)))
    sheets = ["".join(sheet.get_textpage().get_text_range().split()) for sheet in document]
    assert len(sheets) == 3
    for question in clinic.locator(".paper ol > li .asked-for").all():
        assert "".join((question.text_content() or "").split()) in sheets[0]
    assert clinic.locator(".paper ol > li").count() == 7
    told = clinic.locator(".paper .about li, .paper .about p, .paper .about figcaption").all_text_contents()
    # A reader takes a hyphen at the end of a line for a sign of hyphenation, and leaves it out.
    second, third = (sheet.replace("-", "") for sheet in sheets[1:])
    assert [line for line in told if "".join(line.split()).replace("-", "") not in second + third] == []
    assert all(
        "".join(source.split()).replace("-", "") in third
        for source in clinic.locator(".paper .more .sources li").all_text_contents()
    )
    for control in ("print", "download_pdf", "clear", "add_question", "menu.journey"):
        assert "".join(aid.words.app[control].split()) not in "".join(sheets)


def test_the_print_button_asks_the_browser_to_print(clinic: Page, aid: Aid) -> None:
    jump(clinic, aid, "questions")
    clinic.evaluate("() => { window.print = () => { window.asked = true } }")
    clinic.get_by_role("button", name=aid.words.app["print"], exact=True).click()
    assert clinic.evaluate("window.asked")


def test_what_is_copied_and_what_is_mailed_is_made_on_the_press_with_the_words_typed_last(
    clinic: Page, aid: Aid
) -> None:
    app, opened = aid.words.app, list[str]()
    jump(clinic, aid, "questions")
    clinic.context.grant_permissions(["clipboard-read", "clipboard-write"])
    browser = clinic.context.new_cdp_session(clinic)
    browser.send("Page.enable")
    browser.on("Page.frameRequestedNavigation", lambda asked: opened.append(asked["url"]))
    for number, (button, words) in enumerate((("copy_text", "Who drives me?"), ("mail.link", "Who stays?")), start=1):
        clinic.get_by_text(app["reword"].format(number=number), exact=True).click()
        settle(clinic)
        clinic.get_by_label(app["reword_label"]).fill(words)
        clinic.get_by_role("button", name=app[button], exact=True).click()
        if button == "copy_text":
            clinic.get_by_text(app["hand.copied"]).wait_for()
            assert words in clinic.evaluate("navigator.clipboard.readText()")
        settle(clinic)
    clinic.wait_for_timeout(500)
    (link,) = (unquote(address) for address in opened)
    assert link.startswith("mailto:?subject=")
    assert "Who drives me?" in link
    assert "Who stays?" in link


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
    told = clinic.locator("pre").inner_text()
    assert NOTE in told
    assert app["record.deferred"] in told
    assert len(told) <= 1200
    assert str(answers.importance["pain_first_month"]) in told
