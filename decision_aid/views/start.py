"""The first screen: warning signs, the options as cards, how long it takes, and expanders."""

import streamlit as st
from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.words import SectionWords
from decision_aid.pages import FIRST, PAGES
from decision_aid.views import answer_import, booklet, my_display, prose, understanding, urgent
from decision_aid.views.expander import expander
from decision_aid.views.html import show_figure, show_html
from decision_aid.views.identity import option_class, option_name

PRIVACY = "privacy"
"""The section on what happens to the answers. It is shown with the chooser for saved ones."""


def start(aid: Aid, answers: Answers) -> None:
    """When to call now, the options, who reads this; and in expanders, what to know before."""
    with st.container(key="start"):
        urgent.warning_signs(aid)
        option_cards(aid)
        my_display.caregiver_box(aid, answers, "start")
        _what_to_expect(aid)
        with st.container(key="folds-start"):
            _more(aid, answers)


def option_cards(aid: Aid) -> None:
    """Each option with its drawing, name and short description, all of the same size."""
    cards = Markup().join(_card(aid, option) for option in aid.decision.options)
    show_figure(Markup('<ul class="option-cards">{}</ul>').format(cards))


def _card(aid: Aid, option: str) -> Markup:
    picture, words = aid.decision.options[option].picture, aid.words.options[option]
    return Markup('<li class="option-card {}">{}<p>{}</p><p>{}</p></li>').format(
        option_class(aid, option),
        prose.drawing(aid, picture) if picture else "",
        option_name(aid, option),
        words.short,
    )


def _what_to_expect(aid: Aid) -> None:
    """How long it takes, where the answers stay, and the call-outs, such as that nobody has checked the aid."""
    app = aid.words.app
    lines = (app["start.minutes"].format(minutes=aid.decision.minutes), app["start.answers"])
    show_html(Markup('<p class="expect">{}</p>').format(" ".join(lines)))
    prose.sections(aid, FIRST, *(name for name, section in _sections(aid).items() if section.opens))


def _more(aid: Aid, answers: Answers) -> None:
    app = aid.words.app
    if part := expander(answers, "start-about", app["start.about"]):
        with part:
            prose.sections(aid, FIRST, *_about(aid))
            booklet.heading(aid)
            booklet.blank(aid, aid.words.booklet.what)
    if part := expander(answers, "start-signs", app["start.after_procedure"]):
        with part:
            st.markdown(aid.words.urgent["after"])
    if part := expander(answers, "start-answers", app["start.my_answers"]):
        with part:
            prose.sections(aid, FIRST, *(name for name in _sections(aid) if name == PRIVACY))
            answer_import.file_chooser(aid)
            understanding.stage(aid, answers, "stage_at_start")
    st.page_link(PAGES["clinicians"].file, label=app["start.clinicians"])


def _sections(aid: Aid) -> dict[str, SectionWords]:
    return aid.words.pages[FIRST].sections


def _about(aid: Aid) -> list[str]:
    """The sections that are not shown elsewhere on the screen."""
    return [name for name, section in _sections(aid).items() if name != PRIVACY and not section.opens]
