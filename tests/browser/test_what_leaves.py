"""The words typed last are in whatever leaves, and files come even if the page is left or the server is lost."""

import re
from datetime import datetime, timedelta
from io import BytesIO
from itertools import count
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.views.export_catalog import EXPORTS
from decision_aid.wording.evidence_search import find_estimates
from harness.people import ordinary
from harness.serving import ForkedServer, by_uvicorn, ending
from harness.visiting import arrive, bring, jump, settle
from tests.browser.answering import pick, unfold
from tests.browser.coming_back import new_session
from tests.browser.conftest import OpenPage

ELSEWHERE = {"note", "evidence", "sums", "booklet"}
"""Files whose button is on another page than the list, or which have no answers."""
FILES = [name for name, export in EXPORTS.items() if export.file and name not in ELSEWHERE]
WITHIN = "Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 WhatsApp/2.24"
ASKS_FOR_NOTHING_OF_OURS = """() => {
  const courier = window.decisionAidCourier, { bring } = courier
  courier.bring = () => { courier.bring = bring; return bring(() => ({ what: "nothing of ours" })) }
}"""
_numbers = count(100)


@pytest.fixture(scope="module")
def answers(aid: Aid) -> Answers:
    visit = {"appointment": datetime.now() + timedelta(days=9), "appointment_lists_questions": True}
    return ordinary(aid).model_copy(update=visit)


@pytest.fixture(scope="module")
def list_page(lasting_page: OpenPage, site: str, aid: Aid, answers: Answers) -> Page:
    page = lasting_page()
    open_list(page, site, aid, answers)
    return page


def open_list(page: Page, site: str, aid: Aid, answers: Answers) -> None:
    bring(page, site, answers, "questions")
    unfold(page, aid.words.app["take.more"])


def button(page: Page, aid: Aid, label: str) -> Locator:
    return page.get_by_role("button", name=aid.words.app[label], exact=True)


def press_with_the_field_still_open(button: Locator) -> None:
    """Press as a touch does in some browsers: the field keeps the focus."""
    button.evaluate("node => node.click()")


def reword(page: Page, aid: Aid) -> str:
    """Begin to change the first question, and stay in the field; returns a word that is nowhere else."""
    word = f"Zebra{next(_numbers)}"
    field = page.get_by_label(aid.words.app["reword_label"])
    if not field.count():
        pick(page, aid, 1, "reword")
    field.fill(f"Who feeds my {word[:-1]}")
    field.press("End")
    page.keyboard.type(word[-1])
    return word


def note_of(page: Page) -> Locator:
    """A field of the doctor's, which stands on the page of the note whatever was answered."""
    return page.locator('.st-key-card-record-fields input[type="text"]').first


def text_of(download: Download) -> str:
    content = Path(download.path()).read_bytes()
    if not content.startswith(b"%PDF"):
        return content.decode().replace("\r\n ", "")
    sheets = pypdfium2.PdfDocument(BytesIO(content))
    return "".join(sheet.get_textpage().get_text_range() for sheet in sheets)


@pytest.mark.parametrize("name", FILES)
def test_the_letter_typed_last_is_in_each_file(list_page: Page, aid: Aid, name: str) -> None:
    saves = list_page.locator(f".st-key-save-{name} button.act")
    presses = (Locator.click, press_with_the_field_still_open)
    for press in presses if name == FILES[0] else presses[:1]:  # all buttons are pressed by the same program
        word = reword(list_page, aid)
        with list_page.expect_download() as download:
            press(saves)
        assert word in text_of(download.value)
        expect(saves).not_to_have_attribute("aria-busy", "true")


@pytest.mark.parametrize("label", ["record.download", "record.copy"])
def test_what_the_doctor_typed_last_is_in_the_note(list_page: Page, aid: Aid, label: str) -> None:
    jump(list_page, aid, "record")
    list_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    field = note_of(list_page)
    for press in (Locator.click, press_with_the_field_still_open):
        word = f"Yak{next(_numbers)}"
        field.fill(word[:-1])
        field.press("End")
        list_page.keyboard.type(word[-1])
        if label == "record.download":
            with list_page.expect_download() as download:
                press(button(list_page, aid, label))
            assert word in text_of(download.value)
        else:
            press(button(list_page, aid, label))
            list_page.get_by_role("status").filter(has_text=aid.words.app["record.copied"]).wait_for()
            assert word in list_page.evaluate("navigator.clipboard.readText()")
        settle(list_page)
        assert word in list_page.locator("pre.record").inner_text()


def test_a_table_of_figures_holds_what_a_search_that_is_still_typed_finds(list_page: Page, aid: Aid) -> None:
    jump(list_page, aid, "evidence")
    list_page.get_by_label(aid.words.app["ledger.search"]).fill("vertos")
    with list_page.expect_download() as download:
        press_with_the_field_still_open(button(list_page, aid, "ledger.download"))
    names = {line.partition(",")[0] for line in text_of(download.value).splitlines()[1:]}
    assert names == {*find_estimates(aid, text="vertos")} < aid.evidence.estimates.keys()


@pytest.mark.parametrize("way", ["by a link", "by Back"])
def test_a_file_comes_though_the_page_is_left_at_once(
    page: OpenPage, site: str, aid: Aid, answers: Answers, way: str
) -> None:
    opened = page()
    bring(opened, site, answers, "readiness")
    jump(opened, aid, "questions")
    word, events = reword(opened, aid), list[str]()
    opened.on("download", lambda _: events.append("file"))
    opened.on("framenavigated", lambda _: events.append("page"))
    with opened.expect_download() as download:
        button(opened, aid, "download_pdf").click()
        if way == "by Back":
            opened.wait_for_timeout(300)
            opened.evaluate("history.back()")
        else:
            opened.locator(".st-key-back a").click()
    arrive(opened, aid.words.pages["readiness"].title)
    assert word in text_of(download.value)
    assert events[0] == ("page" if way == "by Back" else "file"), "a link waits for the file"


def test_a_file_comes_though_the_server_is_lost_at_the_press(page: OpenPage, aid: Aid, answers: Answers) -> None:
    opened, word = page(), f"Yak{next(_numbers)}"
    with ending(by_uvicorn("deploy.asgi:app", kind=ForkedServer)) as server:
        server.start()
        bring(opened, server.address, answers, "record")
        with opened.expect_download(timeout=60_000) as download, new_session(opened):
            note_of(opened).fill(word)
            server.kill()
            button(opened, aid, "record.download").click()
            opened.get_by_text(aid.words.app["leave.coming"]).wait_for()
            opened.locator("#away").wait_for(state="visible")
            server.start()
        text = text_of(download.value)
    assert word in text
    assert str(answers.importance["pain_first_month"]) in text


def test_what_cannot_be_made_is_told_kindly_and_the_field_keeps_its_words(list_page: Page, aid: Aid) -> None:
    jump(list_page, aid, "questions")
    word, pressed = reword(list_page, aid), button(list_page, aid, "download_pdf")
    list_page.evaluate(ASKS_FOR_NOTHING_OF_OURS)
    press_with_the_field_still_open(pressed)
    list_page.get_by_text(aid.words.app["leave.failed"], exact=True).wait_for()
    settle(list_page)
    assert word in list_page.get_by_label(aid.words.app["reword_label"]).input_value()


def test_where_no_mail_program_opens_and_nothing_prints_it_says_what_to_do_instead(list_page: Page, aid: Aid) -> None:
    app = aid.words.app
    jump(list_page, aid, "questions")
    unfold(list_page, app["take.more"])
    list_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    list_page.evaluate("window.print = () => {}")
    button(list_page, aid, "print").click()
    list_page.get_by_text(app["leave.no_print"], exact=True).wait_for()
    word = reword(list_page, aid)
    button(list_page, aid, "mail.link").click()
    list_page.get_by_text(app["leave.no_mail"], exact=True).wait_for()
    list_page.locator(".st-key-mail").get_by_role("button", name=app["leave.copy"], exact=True).click()
    list_page.get_by_text(app["leave.copied"], exact=True).wait_for()
    assert word in list_page.evaluate("navigator.clipboard.readText()")


def test_within_another_app_that_saves_nothing_the_file_can_be_shared_or_copied(
    browser: Browser, site: str, aid: Aid, answers: Answers
) -> None:
    app = aid.words.app
    with browser.new_context(user_agent=WITHIN, viewport={"width": 390, "height": 844}) as phone:
        opened = phone.new_page()
        opened.add_init_script(
            "navigator.canShare = () => true; navigator.share = async what => { window.shared = what.files[0].name }"
        )
        open_list(opened, site, aid, answers)
        button(opened, aid, "download_pdf").click()
        opened.get_by_text(app["leave.no_files"], exact=True).wait_for()
        button(opened, aid, "leave.share").click()
        assert re.fullmatch(r"my-questions-[\d-]+\.pdf", opened.evaluate("window.shared"))
        assert button(opened, aid, "leave.copy").count() == 0
        button(opened, aid, "download_text").click()
        expect(button(opened, aid, "leave.copy")).to_be_visible()
