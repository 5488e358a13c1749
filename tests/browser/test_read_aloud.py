"""The page read aloud: what is said, in which order and language, and that nothing leaves the device."""

import re

import pytest
from playwright.sync_api import Page, expect

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, WEIGH
from harness.visiting import jump, settle, visit
from tests.browser.answering import go_on, go_to, rated_outcomes, tap
from tests.browser.conftest import OpenPage
from tests.browser.voices import (
    ENGLISH,
    MEXICAN,
    REMOTE,
    SPANISH,
    button,
    read_to_the_end,
    read_until,
    said,
    speaks,
    with_voices,
)

LOOKED = "window.marked > window.changed"
"""Whether the page was looked at since it last changed: what is read is then marked anew."""

TEXTS = """() => [...document.querySelectorAll("[data-testid=stMain] :is(h1, h2, h3, p, li)")]
  .filter(node => node.checkVisibility() && !node.closest(".st-key-foot, details"))
  .filter(node => !node.parentElement.closest("p, li"))
  .filter(node => !(node.compareDocumentPosition(document.querySelector("h1")) & Node.DOCUMENT_POSITION_FOLLOWING))
  .map(node => node.innerText)"""
"""All that there is to read on a page without tables, figures and fields, from its title on."""


def clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.fixture(scope="module")
def window(lasting_page: OpenPage, site: str) -> Page:
    """A window with a voice of the device."""
    page = with_voices(lasting_page(), REMOTE, ENGLISH)
    visit(page, site, FIRST)
    return page


def turn_to(page: Page, aid: Aid, name: str, screen: str = "") -> None:
    """Show another screen, with the reader as it is at first, and forget what was said before."""
    page.evaluate("for (const one of ['stop', 'normal']) document.querySelector(`.reader [data-does=${one}]`).click()")
    jump(page, aid, name, screen)
    page.evaluate("window.said = []")


def test_all_text_is_read_once_in_order_from_the_title_on_and_marked_while_it_is_read(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "start")
    requests: list[str] = []
    window.on("request", lambda request: requests.append(request.url))
    button(window, aid, "read").click()
    sentences = read_to_the_end(window)
    texts = window.evaluate(TEXTS)
    assert [sentence["text"] for sentence in sentences][:2] == [aid.words.pages["start"].title, texts[1]]
    assert clean(" ".join(sentence["text"] for sentence in sentences)) == clean(" ".join(texts))
    assert len(sentences) > len(texts), "paragraphs are read sentence by sentence"
    assert [[sentence["text"]] for sentence in sentences] == [
        [clean(text) for text in sentence["marked"]] for sentence in sentences
    ]
    assert {(sentence["voice"], sentence["lang"], sentence["rate"]) for sentence in sentences} == {
        (ENGLISH["name"], ENGLISH["lang"], 1)
    }
    assert requests == []
    assert not window.evaluate("CSS.highlights.has('read-aloud')")
    expect(button(window, aid, "read")).to_be_focused()


def test_a_table_is_read_row_by_row_with_the_head_of_each_column(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "two_ways")
    rows = window.locator(".ways table").first.evaluate(
        "table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent.trim()))"
    )
    button(window, aid, "read").click()
    sentences = read_to_the_end(window)
    texts = [sentence["text"] for sentence in sentences]
    heads, *body = rows
    index = texts.index(body[0][0])
    for row in body:
        index = texts.index(row[0], index)
        for head, cell in zip(heads[1:], row[1:], strict=True):
            index = next(at for at in range(index, len(texts)) if texts[at].startswith(f"{head}: "))
            first = texts[index].removeprefix(f"{head}: ")
            assert clean(cell).startswith(first)
            assert [clean(text) for text in sentences[index]["marked"]] == [head, first]


def test_what_is_folded_is_read_once_it_is_opened(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "about")
    folded = window.locator("[data-testid=stMain] details:not(.terms)").first
    line = clean(folded.locator("summary p").inner_text())
    button(window, aid, "read").click()
    before = {sentence["text"] for sentence in read_to_the_end(window)}
    folded.locator("summary").click()
    folded.locator("p, li").nth(1).wait_for()
    settle(window)
    inside = clean(folded.locator("[data-testid=stExpanderDetails] :is(p, li)").first.inner_text())
    button(window, aid, "read").click()
    read_until(window, line)
    window.evaluate("window.finish()")
    assert inside.startswith(speaks(window) or "nothing")
    assert speaks(window) not in before


def test_it_waits_goes_on_stops_and_changes_speed_by_keyboard(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "step_by_step")
    main = button(window, aid, "read")
    main.focus()
    window.keyboard.press("Enter")
    for _ in range(3):
        window.evaluate("window.finish()")
    fourth = speaks(window)
    button(window, aid, "pause").press("Enter")
    assert speaks(window) is None
    expect(button(window, aid, "go_on")).to_be_focused()
    window.keyboard.press("Space")
    assert speaks(window) == fourth, "a sentence that was cut off is said again from its start"
    expect(button(window, aid, "normal")).to_have_attribute("aria-pressed", "true")
    button(window, aid, "slower").press("Enter")
    window.wait_for_function("window.speaks")
    assert speaks(window) == fourth
    assert [sentence["rate"] < 1 for sentence in said(window)[-3:]] == [False, False, True]
    expect(button(window, aid, "slower")).to_have_attribute("aria-pressed", "true")
    expect(button(window, aid, "normal")).to_have_attribute("aria-pressed", "false")
    button(window, aid, "stop").press("Enter")
    assert speaks(window) is None
    expect(main).to_be_focused()
    expect(button(window, aid, "stop")).to_be_hidden()
    before = len(said(window))
    window.keyboard.press("Enter")
    assert [sentence["text"] for sentence in said(window)[before:]] == [aid.words.pages["step_by_step"].title]


def test_one_can_go_on_to_the_next_heading(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "step_by_step")
    headings = [clean(text) for text in window.locator("[data-testid=stMain] :is(h2, h3)").all_inner_texts()]
    button(window, aid, "read").click()
    for heading in headings[:2]:
        button(window, aid, "skip").click()
        window.wait_for_function("window.speaks")
        assert speaks(window) == heading


def test_spanish_is_read_by_a_spanish_voice_of_the_persons_country(page: OpenPage, site: str) -> None:
    aid = load(session.CONTENT, "es")
    opened = with_voices(page(), ENGLISH, SPANISH, MEXICAN)
    opened.add_init_script("Object.defineProperty(navigator, 'languages', { value: ['es-MX', 'en'] })")
    opened.goto(f"{site}/step_by_step?lang=es")
    settle(opened)
    button(opened, aid, "read").click()
    sentences = read_to_the_end(opened)
    assert sentences[0]["text"] == aid.words.pages["step_by_step"].title
    assert {(sentence["voice"], sentence["lang"]) for sentence in sentences} == {(MEXICAN["name"], MEXICAN["lang"])}


def test_it_stops_on_another_page(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "step_by_step")
    button(window, aid, "read").click()
    go_to(window, aid, "two_ways")
    assert speaks(window) is None
    expect(button(window, aid, "read")).to_be_visible()
    assert len(said(window)) == 1


def test_it_stops_on_another_screen_of_a_step_though_the_same_words_stand_there(window: Page, aid: Aid) -> None:
    turn_to(window, aid, WEIGH, rated_outcomes(aid)[0])
    button(window, aid, "read").click()
    read_until(window, clean(window.locator(".note").first.inner_text()))
    go_on(window)
    assert speaks(window) is None
    button(window, aid, "read").click()
    assert speaks(window) == clean(window.locator("h1").inner_text())


def test_an_answer_does_not_break_it_off_unless_what_is_read_goes(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "situation")
    signs = aid.words.situation["urgent_signs"]
    button(window, aid, "read").click()
    window.evaluate("window.finish()")
    reads = speaks(window)
    tap(window, signs.question, signs.choices["fever"].label)
    window.wait_for_function(LOOKED)
    assert speaks(window) == reads
    advice = re.split(r"(?<=\.) (?=[A-Z])", clean(window.locator(".urgent[role=alert] p").last.inner_text()))[-1]
    read_until(window, advice)
    tap(window, signs.question, signs.choices["chest_or_breath"].label)
    expect(window.locator(".urgent[role=alert] li")).to_have_count(2)
    window.wait_for_function(LOOKED)
    assert speaks(window) == advice, "the advice was drawn anew, and says the same"
    assert window.evaluate("[...CSS.highlights.get('read-aloud')].map(range => range.toString())") == [advice]
    tap(window, signs.question, signs.choices["fever"].label)
    tap(window, signs.question, signs.choices["chest_or_breath"].label)
    expect(window.locator(".urgent[role=alert]")).to_have_count(0)
    expect(button(window, aid, "stop")).to_be_hidden()
    assert speaks(window) is None


def test_what_to_do_at_once_is_read_before_the_rest_of_the_page(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "situation")
    signs = aid.words.situation["urgent_signs"]
    tap(window, signs.question, signs.choices["fever"].label)
    go_to(window, aid, "step_by_step")
    button(window, aid, "read").click()
    for _ in range(2):
        window.evaluate("window.finish()")
    advice = clean(window.locator(".urgent[role=alert]").inner_text())
    assert advice.startswith(speaks(window) or "nothing")
