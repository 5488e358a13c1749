"""How the aid stands on published lists of what a good decision aid has: the numbers, and every item."""

from functools import lru_cache

import streamlit as st
from markupsafe import Markup

from decision_aid import session
from decision_aid.content.reading import READS, measure
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.checklists import Item
from decision_aid.reasoning.items_met import counts
from decision_aid.views.comparison import stacking_table
from decision_aid.views.folded import folded
from decision_aid.views.html import show_html
from decision_aid.wording.interface_words import STATUS


def measured(aid: Aid, answers: Answers) -> None:
    """How many items of each standard are met and how many are not; below, every item. It opens by a press; nothing
    without standards.
    """
    app = aid.words.app
    if aid.standards and (part := folded(answers, "standards", app["standards.heading"])):
        with part:
            st.markdown(app["standards.intro"])
            head = [app["standards.standard"], *(aid.words.variant(STATUS, status) for status in STATUS.ids)]
            rows = [
                [aid.standards[name].name, *(str(counted[status]) for status in STATUS.ids)]
                for name, counted in counts(aid).items()
            ]
            stacking_table(app["standards.caption"], head, rows, "even")
            _reading(aid)
            show_html(Markup().join(_every_item(aid, name) for name in aid.standards))


def _reading(aid: Aid) -> None:
    """How easily each language of the aid reads, by which formula."""
    lines = (f"- {_reads(aid, language)}" for language in session.content.languages)
    st.markdown("\n".join((aid.words.app["reading.intro"], "", *lines)))


def _reads(aid: Aid, language: str) -> str:
    """The limit that each page in a language keeps, or that no formula is known."""
    app, by = aid.words.app, measure(language)
    spoken = aid.words.locale.languages.get(language, language)
    named = spoken[:1].upper() + spoken[1:]
    if by is None:
        return app["reading.none"].format(language=named)
    return aid.words.variant(READS, by.language).format(language=named, measure=by.name, limit=f"{by.limit:g}")


@lru_cache(maxsize=64)
def _every_item(aid: Aid, name: str) -> Markup:
    """All items of a standard, closed until someone wants them; print opens them. All see the same."""
    standard = aid.standards[name]
    return Markup('<details><summary>{}</summary><p>{}</p><ul class="plain">{}</ul></details>').format(
        aid.words.app["standards.every_point"].format(name=standard.name),
        _english(standard.source),
        Markup().join(_item(aid, number, item) for number, item in standard.items.items()),
    )


def _item(aid: Aid, number: str, item: Item) -> Markup:
    untested = aid.words.app["standards.no_test"] if item.status == "met" and not item.tests else ""
    told = Markup(". ").join(filter(None, (_place(aid, item), item.why and _english(item.why), untested)))
    return Markup("<li>{number}. {requirement}. <strong>{status}</strong>{told}.</li>").format(
        number=number,
        requirement=_english(item.requirement),
        status=aid.words.variant(STATUS, item.status),
        told=Markup(": {}").format(told) if told else "",
    )


def _english(text: str) -> Markup:
    """What a published list says, and what we say of it to those who check us, stands in English for every reader."""
    return Markup('<span lang="en">{}</span>').format(text)


def _place(aid: Aid, item: Item) -> str:
    """Where an item is met, in words: the file of its tests where no other place is named."""
    if item.status != "met":
        return ""
    kind, _, place = (item.where or f"file: {item.tests[0].partition('::')[0]}").partition(": ")
    if kind == "page":
        return aid.words.app["standards.on_page"].format(page=aid.words.pages[place].menu)
    return aid.words.app["standards.in_file"].format(file=place)
