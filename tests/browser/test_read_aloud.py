"""The page read aloud: what is said, in which order and language, how it is held, and that nothing leaves the device.

Chromium without a window has no voices, so these tests bring some of their own, which note what they are to say.
"""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, WEIGH
from harness.visiting import jump, settle, visit
from tests.browser.answering import go_on, go_to, rated_outcomes, tap
from tests.browser.conftest import OpenPage

VOICES = """voices => {
  window.said = []
  window.speaks = null
  window.mute = window.still = false
  const marked = () => [...CSS.highlights.get("read-aloud")].map(range => range.toString())
  const synth = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    get speaking() { return !!window.speaks },
    speak(one) {
      window.speaks = one
      if (!window.mute) one.onstart()
      window.said.push({ text: one.text, lang: one.lang, voice: one.voice.name, rate: one.rate, marked: marked() })
    },
    cancel() {
      const cut = window.speaks
      window.speaks = null
      if (cut) setTimeout(() => cut.onerror({ error: "interrupted" }))
    },
  })
  setInterval(() => { if (!window.still) window.speaks?.onboundary() }, 200)
  Object.defineProperty(window, "speechSynthesis", { value: synth })
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
  window.finish = () => { const done = window.speaks; window.speaks = null; done.onend() }
  window.marked = window.changed = 0
  const { set } = HighlightRegistry.prototype
  HighlightRegistry.prototype.set = function (...how) { window.marked = performance.now(); return set.apply(this, how) }
  new MutationObserver(() => { window.changed = performance.now() })
    .observe(document, { subtree: true, childList: true, characterData: true })
  window.arrive = voice => { voices.push(voice); synth.dispatchEvent(new Event("voiceschanged")) }
}"""
ENGLISH = {"name": "Ann", "lang": "en-US", "localService": True}
SPANISH = {"name": "Eva", "lang": "es_ES", "localService": True}
MEXICAN = {"name": "Ana", "lang": "es-MX", "localService": True}
REMOTE = {"name": "Far", "lang": "en-US", "localService": False, "default": True}
LATEST = 2100
"""Milliseconds after which no more is done to find a voice."""
LONGEST = 60_000
"""Milliseconds after which a sentence must be over, however slow the voice."""
NOTICED = 3000
"""Milliseconds within which it is noticed that a voice is silent: two looks, and the pause after a break."""
LOOKED = "window.marked > window.changed"
"""Whether the page was looked at since it last changed: what is read is then marked anew."""

TEXTS = """() => [...document.querySelectorAll("[data-testid=stMain] :is(h1, h2, h3, p, li)")]
  .filter(one => one.checkVisibility() && !one.closest(".st-key-foot, details"))
  .filter(one => !one.parentElement.closest("p, li"))
  .filter(one => !(one.compareDocumentPosition(document.querySelector("h1")) & Node.DOCUMENT_POSITION_FOLLOWING))
  .map(one => one.innerText)"""
"""All that there is to read on a page without tables, figures and fields, from its title on."""


def with_voices(page: Page, *voices: dict[str, object]) -> Page:
    """Give a window these voices, before anything is opened in it."""
    page.add_init_script(f"({VOICES})({list(voices)!r})".replace("True", "true").replace("False", "false"))
    return page


def button(page: Page, aid: Aid, name: str) -> Any:
    return page.locator(".reader").get_by_role("button", name=aid.words.app[f"read_aloud.{name}"], exact=True)


def said(page: Page) -> list[dict[str, Any]]:
    """All that was to be said since the page was loaded."""
    told: list[dict[str, Any]] = page.evaluate("window.said")
    return told


def speaks(page: Page) -> str | None:
    """What is being said."""
    told: str | None = page.evaluate("window.speaks?.text ?? null")
    return told


def read_to_the_end(page: Page) -> list[dict[str, Any]]:
    page.evaluate("() => { while (window.speaks) window.finish() }")
    return said(page)


def read_until(page: Page, text: str) -> None:
    page.evaluate("text => { while (window.speaks && window.speaks.text !== text) window.finish() }", text)
    assert speaks(page) == text


def why_unavailable(page: Page) -> list[str]:
    """Which reasons "My display" gives why nothing is read aloud."""
    opener = page.locator(".st-key-my-display-opener button").first
    opener.click()
    page.locator(".voiceless").first.wait_for(state="attached")
    seen = page.locator(".voiceless:visible")
    why = [str(one.get_attribute("data-why")) for one in seen.all()]
    page.keyboard.press("Escape")
    return why


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


def test_nothing_is_offered_until_the_device_has_a_voice_of_its_own_for_the_language(page: OpenPage, site: str) -> None:
    opened = with_voices(page())
    opened.clock.install()
    visit(opened, site, "step_by_step")
    reader = opened.locator(".reader")
    expect(reader).to_be_attached()
    opened.clock.fast_forward(LATEST)
    expect(reader).to_be_hidden()
    assert why_unavailable(opened) == ["no_voice"]
    for voice in (REMOTE, SPANISH):
        opened.evaluate("window.arrive", voice)
        expect(reader).to_be_hidden()
    opened.evaluate("window.arrive", ENGLISH)
    expect(reader).to_be_visible()
    assert why_unavailable(opened) == []


def test_a_browser_that_cannot_speak_says_so_in_my_display(page: OpenPage, site: str) -> None:
    opened = page()
    opened.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    visit(opened, site, "step_by_step")
    expect(opened.locator(".reader")).to_be_hidden()
    assert why_unavailable(opened) == ["no_speech"]


@pytest.fixture(scope="module")
def timed(lasting_page: OpenPage, site: str) -> Page:
    """A window with a voice of the device, and a clock that can be moved on."""
    page = with_voices(lasting_page(), ENGLISH)
    page.clock.install()
    visit(page, site, "step_by_step")
    return page


def read_anew(page: Page) -> str:
    """Let the page be read from its start, with a voice that begins and goes on. Returns the title."""
    page.evaluate("document.querySelector('.reader [data-does=stop]').click()")
    page.evaluate("window.said = []; window.mute = window.still = false; window.speaks = null")
    page.locator(".reader [data-does=read]").click()
    (title,) = said(page)
    return str(title["text"])


@pytest.mark.parametrize("after", ["window.speaks = null", "null"], ids=["silent", "said to be speaking"])
def test_it_goes_on_where_the_browser_loses_the_end(timed: Page, after: str) -> None:
    title = read_anew(timed)
    timed.clock.run_for(LONGEST)
    assert len(said(timed)) == 1, "a voice that goes on is not broken off, however slow"
    timed.evaluate(f"window.still = true; {after}")
    timed.clock.run_for(LONGEST)
    assert len(said(timed)) > 1
    assert title not in [one["text"] for one in said(timed)[1:]]


def test_what_was_cut_off_while_the_page_slept_is_said_again(timed: Page) -> None:
    title = read_anew(timed)
    see = "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
    see += " document.dispatchEvent(new Event('visibilitychange')) }"
    timed.evaluate(see, True)
    timed.evaluate("window.still = true; window.speaks = null")
    timed.clock.run_for(LONGEST)
    assert len(said(timed)) == 1
    timed.evaluate(see, False)
    timed.clock.run_for(NOTICED)
    assert [one["text"] for one in said(timed)] == [title, title]


def test_it_says_where_no_voice_comes_until_it_is_asked_again(timed: Page) -> None:
    unheard = timed.locator(".reader [role=status]")
    title = read_anew(timed)
    timed.evaluate("window.speaks.onerror({ error: 'interrupted' })")
    expect(timed.locator(".reader [data-does=stop]")).to_be_hidden()
    expect(unheard).to_be_empty()
    read_anew(timed)
    timed.evaluate("window.speaks.onerror({ error: 'not-allowed' })")
    expect(unheard).not_to_be_empty()
    assert len(said(timed)) == 1
    read_anew(timed)
    expect(unheard).to_be_empty()
    timed.evaluate(
        "document.querySelector('.reader [data-does=stop]').click(); window.said = [];"
        " window.mute = window.still = true"
    )
    timed.locator(".reader [data-does=read]").click()
    timed.clock.run_for(LONGEST)
    assert [one["text"] for one in said(timed)] == [title, title], "some browsers lose the first text"
    expect(unheard).to_be_visible()
    expect(unheard).not_to_be_empty()
    assert speaks(timed) is None


def test_all_text_is_read_once_in_order_from_the_title_on_and_marked_while_it_is_read(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "start")
    requests: list[str] = []
    window.on("request", lambda request: requests.append(request.url))
    button(window, aid, "read").click()
    told = read_to_the_end(window)
    texts = window.evaluate(TEXTS)
    assert [one["text"] for one in told][:2] == [aid.words.pages["start"].title, texts[1]]
    assert clean(" ".join(one["text"] for one in told)) == clean(" ".join(texts))
    assert len(told) > len(texts), "paragraphs are read sentence by sentence"
    assert [[one["text"]] for one in told] == [[clean(text) for text in one["marked"]] for one in told]
    assert {(one["voice"], one["lang"], one["rate"]) for one in told} == {(ENGLISH["name"], ENGLISH["lang"], 1)}
    assert requests == []
    assert not window.evaluate("CSS.highlights.has('read-aloud')")
    expect(button(window, aid, "read")).to_be_focused()


def test_a_table_is_read_row_by_row_with_the_head_of_each_column(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "two_ways")
    rows = window.locator(".ways table").first.evaluate(
        "table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent.trim()))"
    )
    button(window, aid, "read").click()
    told = read_to_the_end(window)
    texts = [one["text"] for one in told]
    heads, *body = rows
    place = texts.index(body[0][0])
    for row in body:
        place = texts.index(row[0], place)
        for head, cell in zip(heads[1:], row[1:], strict=True):
            place = next(at for at in range(place, len(texts)) if texts[at].startswith(f"{head}: "))
            first = texts[place].removeprefix(f"{head}: ")
            assert clean(cell).startswith(first)
            assert [clean(text) for text in told[place]["marked"]] == [head, first]


def test_what_is_folded_is_read_once_it_is_opened(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "about")
    folded = window.locator("[data-testid=stMain] details:not(.terms)").first
    line = clean(folded.locator("summary p").inner_text())
    button(window, aid, "read").click()
    before = {one["text"] for one in read_to_the_end(window)}
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
    assert [one["rate"] < 1 for one in said(window)[-3:]] == [False, False, True]
    expect(button(window, aid, "slower")).to_have_attribute("aria-pressed", "true")
    expect(button(window, aid, "normal")).to_have_attribute("aria-pressed", "false")
    button(window, aid, "stop").press("Enter")
    assert speaks(window) is None
    expect(main).to_be_focused()
    expect(button(window, aid, "stop")).to_be_hidden()
    before = len(said(window))
    window.keyboard.press("Enter")
    assert [one["text"] for one in said(window)[before:]] == [aid.words.pages["step_by_step"].title]


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
    told = read_to_the_end(opened)
    assert told[0]["text"] == aid.words.pages["step_by_step"].title
    assert {(one["voice"], one["lang"]) for one in told} == {(MEXICAN["name"], MEXICAN["lang"])}


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
    asked = aid.words.situation["urgent_signs"]
    button(window, aid, "read").click()
    window.evaluate("window.finish()")
    reads = speaks(window)
    tap(window, asked.question, asked.choices["fever"].label)
    window.wait_for_function(LOOKED)
    assert speaks(window) == reads
    advice = re.split(r"(?<=\.) (?=[A-Z])", clean(window.locator(".urgent[role=alert] p").last.inner_text()))[-1]
    read_until(window, advice)
    tap(window, asked.question, asked.choices["chest_or_breath"].label)
    expect(window.locator(".urgent[role=alert] li")).to_have_count(2)
    window.wait_for_function(LOOKED)
    assert speaks(window) == advice, "the advice was drawn anew, and says the same"
    assert window.evaluate("[...CSS.highlights.get('read-aloud')].map(range => range.toString())") == [advice]
    tap(window, asked.question, asked.choices["fever"].label)
    tap(window, asked.question, asked.choices["chest_or_breath"].label)
    expect(window.locator(".urgent[role=alert]")).to_have_count(0)
    expect(button(window, aid, "stop")).to_be_hidden()
    assert speaks(window) is None


def test_what_to_do_at_once_is_read_before_the_rest_of_the_page(window: Page, aid: Aid) -> None:
    turn_to(window, aid, "situation")
    asked = aid.words.situation["urgent_signs"]
    tap(window, asked.question, asked.choices["fever"].label)
    go_to(window, aid, "step_by_step")
    button(window, aid, "read").click()
    for _ in range(2):
        window.evaluate("window.finish()")
    advice = clean(window.locator(".urgent[role=alert]").inner_text())
    assert advice.startswith(speaks(window) or "nothing")
