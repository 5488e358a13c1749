"""Read aloud: the page's text spoken by a voice of the person's device, which the text never leaves."""

from markupsafe import Markup

from decision_aid.components import component, read_beside
from decision_aid.model.aid import Aid
from decision_aid.views.html import show_html

_reader = component(
    "read_aloud",
    html="""
    <div class="reader" role="group" hidden>
      <button type="button" data-does="read"></button>
      <button type="button" data-does="stop" hidden></button>
      <button type="button" data-does="skip" hidden></button>
      <span data-does="speed" role="group" hidden>
        <button type="button" data-does="slower"></button>
        <button type="button" data-does="normal"></button>
        <button type="button" data-does="faster"></button>
      </span>
      <p data-does="unheard" role="status"></p>
    </div>
    """,
    js=read_beside(__file__, "page_text.js", "speech.js", "read_aloud.js"),
    isolate_styles=False,  # so that the page's styles apply: look, focus ring, text size
)


def reader(aid: Aid, page: str) -> None:
    """The buttons that read a page aloud, hidden where the device has no voice of its own for the language.

    "My display" then says why.
    """
    app = aid.words.app
    words = {
        "name": app["read_aloud.name"],
        "read": app["read_aloud.read"],
        "pause": app["read_aloud.pause"],
        "go_on": app["read_aloud.go_on"],
        "stop": app["read_aloud.stop"],
        "skip": app["read_aloud.skip"],
        "speed": app["read_aloud.speed"],
        "slower": app["read_aloud.slower"],
        "normal": app["read_aloud.normal"],
        "faster": app["read_aloud.faster"],
        "unheard": app["read_aloud.unheard"],
    }
    tag = str(aid.words.locale).replace("_", "-")
    data = {"page": page, "language": aid.words.language, "locale": tag, "words": words}
    _reader(data=data, key="read-aloud", width="stretch", height="content")


def why_unavailable(aid: Aid) -> None:
    """Why there is no button that reads aloud. The script marks the state; the style sheet shows the line that fits."""
    app = aid.words.app
    why = {"no_speech": app["read_aloud.no_speech"], "no_voice": app["read_aloud.no_voice"]}
    line = Markup('<p class="voiceless" data-why="{}">{}</p>')
    show_html(Markup().join(line.format(state, text) for state, text in why.items()))
