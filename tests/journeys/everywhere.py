"""What all that reads the registry knows of its pages, as JSON: `python tests/journeys/everywhere.py page ...`

It looks at the program in the folder that it is run from, where a page may have been added.
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


def arrived() -> tuple[AppTest, dict[str, list[str]]]:
    """The aid just opened, and the menu that `app.py` hands to Streamlit: the addresses by name of the section."""
    handed: dict[str, list[str]] = {}
    navigation = st.navigation

    def noting(sections: dict[str, list[Any]], **options: Any) -> Any:
        handed.update({name: [page.url_path for page in pages] for name, pages in sections.items()})
        return navigation(sections, **options)

    st.navigation = noting
    at = walking.arrive()
    st.navigation = navigation
    return at, handed


def walked() -> list[str]:
    """The pages that a walk through the aid opens."""
    opened: list[str] = []
    go, walking.go = walking.go, lambda at, page, screen="": opened.append(page) or at
    walking.walk(AppTest.from_string(""), {})
    walking.go = go
    return opened


def on(at: AppTest, page: str) -> dict[str, Any]:
    walking.go(at, page)
    return {
        "title": walking.title(at),
        "opened": walking.answers(at).opened,
        "where": [said for html in at.html for said in WHERE.findall(html.value)],
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


def everywhere(*pages: str) -> dict[str, Any]:
    (at, menu), sights, checked = arrived(), Sights(session.content), report(session.CONTENT)
    sent = {page: sights.found("es", page, "") for page in pages}
    return {
        "menu": menu,
        "page": {page: on(at, page) for page in pages},
        "walked": walked(),
        "first sight": {page: HEADING.findall(html.plain.decode()) if html else [] for page, html in sent.items()},
        "faults": list(map(str, checked.faults)),
        "scores": {language: sorted(scores) for language, scores in checked.scores.items()},
        "texts": {page: [text for _, text in texts.pages(AID).get(page, ())] for page in pages},
        "browser": {page: [visiting.menu_of(AID, page), visiting.address_of("", page)] for page in pages},
        "load run": ADDRESSES,
        "without words": faults_without_words_of(pages),
    }


if __name__ == "__main__":
    print(json.dumps(everywhere(*sys.argv[1:])))
