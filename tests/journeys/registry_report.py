"""What each reader of the page registry reports, as JSON: `python tests/journeys/registry_report.py page ...`

It reads the program in the current folder, to which a page may have been added.
"""

import json
import re
import sys
from typing import Any

import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks.journey import ADDRESSES
from decision_aid import session
from decision_aid.content.load import ContentFaults, load
from decision_aid.content.report import report
from decision_aid.content.rules import texts
from deploy.sights import Sights
from harness import visiting, walking

WHERE = re.compile(r'<p class="where-i-am">(.*?)</p>')
HEADING = re.compile(r"<h1>(.*?)</h1>")
AID = walking.AIDS["en"]


def open_with_menu() -> tuple[AppTest, dict[str, list[str]]]:
    """The aid just opened, and the menu that `app.py` hands to Streamlit: addresses by section name."""
    addresses: dict[str, list[str]] = {}
    navigation = st.navigation

    def record_menu(sections: dict[str, list[Any]], **options: Any) -> Any:
        addresses.update({name: [page.url_path for page in pages] for name, pages in sections.items()})
        return navigation(sections, **options)

    st.navigation = record_menu
    at = walking.arrive()
    st.navigation = navigation
    return at, addresses


def walked_pages() -> list[str]:
    """The pages that a walk through the aid opens."""
    opened: list[str] = []
    go, walking.go = walking.go, lambda at, page, screen="": opened.append(page) or at
    walking.walk(AppTest.from_string(""), {})
    walking.go = go
    return opened


def page_facts(at: AppTest, page: str) -> dict[str, Any]:
    walking.go(at, page)
    return {
        "title": walking.title(at),
        "opened": walking.answers(at).opened,
        "where": [label for block in at.html for label in WHERE.findall(block.value)],
        "links": [link.proto.page for link in at.get_by_key("foot").get("page_link")],
    }


def faults_without_words_of(pages: tuple[str, ...]) -> list[str]:
    for page in pages:
        (session.CONTENT / "words" / "en" / "pages" / f"{page}.yaml").unlink()
    try:
        load(session.CONTENT, "en")
    except ContentFaults as faults:
        return list(map(str, faults.faults))
    return []


def registry_report(*pages: str) -> dict[str, Any]:
    (at, menu), sights, checked = open_with_menu(), Sights(session.content), report(session.CONTENT)
    responses = {page: sights.content("es", page, "") for page in pages}
    return {
        "menu": menu,
        "page": {page: page_facts(at, page) for page in pages},
        "walked": walked_pages(),
        "first sight": {page: HEADING.findall(html.plain.decode()) if html else [] for page, html in responses.items()},
        "faults": list(map(str, checked.faults)),
        "scores": {language: sorted(scores) for language, scores in checked.scores.items()},
        "texts": {page: [text for _, text in texts.pages(AID).get(page, ())] for page in pages},
        "browser": {page: [visiting.menu_of(AID, page), visiting.address_of("", page)] for page in pages},
        "load run": ADDRESSES,
        "without words": faults_without_words_of(pages),
    }


if __name__ == "__main__":
    print(json.dumps(registry_report(*sys.argv[1:])))
