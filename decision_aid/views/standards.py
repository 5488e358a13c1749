"""How the aid stands on published lists of what a good decision aid has: the numbers, and every item."""

from html import escape

import streamlit as st

from decision_aid import session
from decision_aid.content.reading import READS, measure
from decision_aid.model.aid import Aid
from decision_aid.model.standards import Item, Standard
from decision_aid.reasoning.interface_words import STATUS
from decision_aid.reasoning.standards import counts
from decision_aid.views.comparison import stacking_table


def counts_table(aid: Aid) -> None:
    """How many items of each standard are met and how many are not; below, every item. Nothing without standards."""
    if not aid.standards:
        return
    app = aid.words.app
    st.header(app["standards.heading"], anchor=False)
    st.markdown(app["standards.intro"])
    head = [app["standards.standard"], *(aid.words.variant(STATUS, status) for status in STATUS.ids)]
    rows = [
        [aid.standards[name].name, *(str(counted[status]) for status in STATUS.ids)]
        for name, counted in counts(aid).items()
    ]
    stacking_table(app["standards.caption"], head, rows, "even")
    _reading(aid)
    st.html("".join(_every_item(aid, standard) for standard in aid.standards.values()))


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


def _every_item(aid: Aid, standard: Standard) -> str:
    """All items of a standard, closed until someone wants them; print opens them."""
    lines = "".join(f"<li>{_item(aid, number, item)}</li>" for number, item in standard.items.items())
    title = aid.words.app["standards.every_point"].format(name=standard.name)
    return (
        f"<details><summary>{escape(title)}</summary>"
        f"<p>{_english(standard.source)}</p><ul class='plain'>{lines}</ul></details>"
    )


def _item(aid: Aid, number: str, item: Item) -> str:
    told = ". ".join(filter(None, (escape(_place(aid, item.where)), item.why and _english(item.why))))
    status = aid.words.variant(STATUS, item.status)
    return f"{escape(number)}. {_english(item.requirement)}. <strong>{escape(status)}</strong>" + (
        f": {told}." if told else "."
    )


def _english(text: str) -> str:
    """What a published list says, and what we say of it to those who check us, stands in English for every reader."""
    return f'<span lang="en">{escape(text)}</span>'


def _place(aid: Aid, where: str | None) -> str:
    """Where an item is met, in words."""
    if where is None:
        return ""
    kind, _, place = where.partition(": ")
    if kind == "page":
        return aid.words.app["standards.on_page"].format(page=aid.words.pages[place].menu)
    return aid.words.app["standards.in_file"].format(file=place)
