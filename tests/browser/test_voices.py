"""The page read aloud: what happens where the device has no voice, or a voice falls silent or loses its way."""

import pytest
from playwright.sync_api import Page, expect

from harness.visiting import visit
from tests.browser.conftest import OpenPage
from tests.browser.voices import ENGLISH, REMOTE, SPANISH, said, speaks, with_voices

LATEST = 2100
"""Milliseconds after which no more is done to find a voice."""
LONGEST = 60_000
"""Milliseconds after which a sentence must be over, however slow the voice."""
NOTICED = 3000
"""Milliseconds within which it is noticed that a voice is silent: two looks, and the pause after a break."""


def why_unavailable(page: Page) -> list[str]:
    """Which reasons "My display" gives why nothing is read aloud."""
    opener = page.locator(".st-key-my-display-opener button").first
    opener.click()
    page.locator(".voiceless").first.wait_for(state="attached")
    notices = page.locator(".voiceless:visible")
    why = [str(reason.get_attribute("data-why")) for reason in notices.all()]
    page.keyboard.press("Escape")
    return why


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
    assert title not in [sentence["text"] for sentence in said(timed)[1:]]


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
    assert [sentence["text"] for sentence in said(timed)] == [title, title]


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
    assert [sentence["text"] for sentence in said(timed)] == [title, title], "some browsers lose the first text"
    expect(unheard).to_be_visible()
    expect(unheard).not_to_be_empty()
    assert speaks(timed) is None
