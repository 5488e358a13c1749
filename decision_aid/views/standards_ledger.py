"""How the aid meets published checklists for decision aids: the counts, and every item."""

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
from decision_aid.views.expander import expander
from decision_aid.views.html import show_html
from decision_aid.wording.interface_words import STATUS


def checklists(aid: Aid, answers: Answers) -> None:
    """An expander with the counts of met and unmet items of each checklist, then every item; nothing without
    checklists.
    """
    app = aid.words.app
    if aid.standards and (part := expander(answers, "standards", app["standards.heading"])):
        with part:
            st.markdown(app["standards.intro"])
            head = [app["standards.standard"], *(aid.words.variant(STATUS, status) for status in STATUS.ids)]
            rows = [
                [aid.standards[name].name, *(str(count[status]) for status in STATUS.ids)]
                for name, count in counts(aid).items()
            ]
            stacking_table(app["standards.caption"], head, rows, "even")
            _reading_lines(aid)
            show_html(Markup().join(_every_item(aid, name) for name in aid.standards))


def _reading_lines(aid: Aid) -> None:
    """How easy each language of the aid is to read, and by which formula."""
    lines = (f"- {_reading_line(aid, language)}" for language in session.content.languages)
    st.markdown("\n".join((aid.words.app["reading.intro"], "", *lines)))


def _reading_line(aid: Aid, language: str) -> str:
    """The reading level that each page in a language keeps, or that no formula is known."""
    app, formula = aid.words.app, measure(language)
    language_name = aid.words.locale.languages.get(language, language)
    label = language_name[:1].upper() + language_name[1:]
    if formula is None:
        return app["reading.none"].format(language=label)
    return aid.words.variant(READS, formula.language).format(
        language=label, measure=formula.name, limit=f"{formula.limit:g}"
    )


@lru_cache(maxsize=64)
def _every_item(aid: Aid, name: str) -> Markup:
    """All items of a checklist, closed at first and opened in print. Cached: the same for everyone."""
    standard = aid.standards[name]
    return Markup('<details><summary>{}</summary><p>{}</p><ul class="plain">{}</ul></details>').format(
        aid.words.app["standards.every_point"].format(name=standard.name),
        _english(standard.source),
        Markup().join(_item(aid, number, item) for number, item in standard.items.items()),
    )


def _item(aid: Aid, number: str, item: Item) -> Markup:
    untested = aid.words.app["standards.no_test"] if item.status == "met" and not item.tests else ""
    remarks = Markup(". ").join(filter(None, (_location(aid, item), item.why and _english(item.why), untested)))
    return Markup("<li>{number}. {requirement}. <strong>{status}</strong>{remarks}.</li>").format(
        number=number,
        requirement=_english(item.requirement),
        status=aid.words.variant(STATUS, item.status),
        remarks=Markup(": {}").format(remarks) if remarks else "",
    )


def _english(text: str) -> Markup:
    """A text in English for every reader: of a published checklist, or our remark on it for reviewers."""
    return Markup('<span lang="en">{}</span>').format(text)


def _location(aid: Aid, item: Item) -> str:
    """Where an item is met, in words: the page or file named, or else the file of its tests."""
    if item.status != "met":
        return ""
    kind, _, target = (item.where or f"file: {item.tests[0].partition('::')[0]}").partition(": ")
    if kind == "page":
        return aid.words.app["standards.on_page"].format(page=aid.words.pages[target].menu)
    return aid.words.app["standards.in_file"].format(file=target)
