"""Voices for a browser that has none: they note what they are to say, and say it once they are told to."""

from typing import Any

from playwright.sync_api import Page

from decision_aid.model.aid import Aid

VOICES = """voices => {
  window.said = []
  window.speaks = null
  window.mute = window.still = false
  const marked = () => [...CSS.highlights.get("read-aloud")].map(range => range.toString())
  const synth = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    get speaking() { return !!window.speaks },
    speak(utterance) {
      window.speaks = utterance
      if (!window.mute) utterance.onstart()
      const { text, lang, rate, voice } = utterance
      window.said.push({ text, lang, rate, voice: voice.name, marked: marked() })
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


def with_voices(page: Page, *voices: dict[str, object]) -> Page:
    """Give a window these voices, before anything is opened in it."""
    page.add_init_script(f"({VOICES})({list(voices)!r})".replace("True", "true").replace("False", "false"))
    return page


def button(page: Page, aid: Aid, name: str) -> Any:
    """A button of the reader."""
    return page.locator(".reader").get_by_role("button", name=aid.words.app[f"read_aloud.{name}"], exact=True)


def said(page: Page) -> list[dict[str, Any]]:
    """All that was to be said since the page was loaded."""
    sentences: list[dict[str, Any]] = page.evaluate("window.said")
    return sentences


def speaks(page: Page) -> str | None:
    """What is being said."""
    text: str | None = page.evaluate("window.speaks?.text ?? null")
    return text


def read_to_the_end(page: Page) -> list[dict[str, Any]]:
    """Let all be said; all that was."""
    page.evaluate("() => { while (window.speaks) window.finish() }")
    return said(page)


def read_until(page: Page, text: str) -> None:
    """Let all be said up to this text."""
    page.evaluate("text => { while (window.speaks && window.speaks.text !== text) window.finish() }", text)
    assert speaks(page) == text
