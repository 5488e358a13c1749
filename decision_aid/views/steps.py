"""Where I am: the six steps of the way as links, with the one that is open marked by name, number and bar."""

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
    """The steps as links, each to the screen that was open last. On a narrow window the bar stands for their names.

    One piece of HTML: six links of Streamlit would be drawn anew with each answer (going.js opens them in place).
    """
    where = Markup()
    if here in STEPS:
        number = STEPS.index(here) + 1
        told = aid.words.app["step"].format(number=number, total=len(STEPS), page=aid.words.pages[here].menu)
        where = Markup('<p class="where-i-am">{}</p>').format(told)
    links = Markup().join(
        _LINK.format(
            state=_state(step, here),
            address=_address(step),
            current=Markup(' aria-current="step"') if step == here else "",
            name=aid.words.pages[step].menu,
        )
        for step in STEPS
    )
    show_html(Markup('{}<ol class="step-links">{}</ol>').format(where, links))


def _state(step: str, here: str) -> str:
    """How a step looks: done, open now, or still to come; all to come on a page that is no step."""
    at = STEPS.index(here) if here in STEPS else -1
    place = STEPS.index(step)
    return "now" if place == at else "done" if place < at else "ahead"


def _address(step: str) -> str:
    """From any page of the aid, which all stand in one folder."""
    left = session.opened_item(step)
    page = "./" if step == FIRST else step
    return f"{page}?{urlencode({SCREEN: left})}" if left else page
