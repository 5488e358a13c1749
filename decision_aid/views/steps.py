"""The steps as links; the current one is marked by name, number and bar."""

from urllib.parse import urlencode

from markupsafe import Markup

from decision_aid import session
from decision_aid.address import SCREEN
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, STEPS
from decision_aid.views.html import show_html

_LINK = Markup(
    '<li class="step-{state}"><a class="goes" href="{address}" target="_self"{current}><span>{name}</span></a></li>'
)


def steps(aid: Aid, here: str) -> None:
    """The steps as links, each to its last open screen. In a narrow window the bar replaces their names.

    One piece of HTML: six links of Streamlit would be redrawn with each answer. page_links.js opens them in place.
    """
    position = Markup()
    if here in STEPS:
        number = STEPS.index(here) + 1
        text = aid.words.app["step"].format(number=number, total=len(STEPS), page=aid.words.pages[here].menu)
        position = Markup('<p class="where-i-am">{}</p>').format(text)
    links = Markup().join(
        _LINK.format(
            state=_state(step, here),
            address=_address(step),
            current=Markup(' aria-current="step"') if step == here else "",
            name=aid.words.pages[step].menu,
        )
        for step in STEPS
    )
    show_html(Markup('{}<ol class="step-links">{}</ol>').format(position, links))


def _state(step: str, here: str) -> str:
    """The state of a step: "done", "now" or "ahead"; "ahead" for all on a page that is no step."""
    current = STEPS.index(here) if here in STEPS else -1
    index = STEPS.index(step)
    return "now" if index == current else "done" if index < current else "ahead"


def _address(step: str) -> str:
    """The relative address of a step, with its last open screen; all pages are in one folder."""
    screen = session.opened_item(step)
    page = "./" if step == FIRST else step
    return f"{page}?{urlencode({SCREEN: screen})}" if screen else page
