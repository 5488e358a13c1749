"""The first sight of every page and screen in every language, made once at the start."""

import gzip
import sys

from decision_aid.booklet.page import blank_page
from decision_aid.content.folder import ContentFolder
from decision_aid.content.load import ContentFaults
from decision_aid.model.aid import Aid
from decision_aid.pages import NOWHERE, PAGES
from deploy.first_sight import document, inline_scripts
from deploy.heads import heads
from deploy.sending import Content

ASK_AGAIN = "no-cache"


class Sights:
    """What the server sends for each page. Where no language is whole there are none, and Streamlit answers alone."""

    def __init__(self, content: ContentFolder) -> None:
        self.languages: list[str] = []
        self.faults = 0
        self.scripts: tuple[str, ...] = ()
        self._papers: dict[str, Content] = {}
        self._made: dict[tuple[str, str, str], Content] = {}
        try:
            self.languages = content.languages
        except ContentFaults as faults:
            print(faults, file=sys.stderr)
            self.faults = len(faults.faults)
        for language in self.languages:
            self._make(content.aid(language), language)

    def _make(self, aid: Aid, language: str) -> None:
        self._papers[language] = _content(blank_page(aid))
        for page in (*PAGES, NOWHERE):
            for screen, head in heads(aid, page).items():
                html = document(aid, page, head)
                self.scripts = tuple({*self.scripts, *inline_scripts(html)})
                self._made[language, page, screen] = _content(html)

    def paper(self, language: str) -> Content | None:
        """The booklet as a page that needs no program; None for what is none of the languages."""
        return self._papers.get(language)

    def content(self, language: str, page: str, screen: str) -> Content | None:
        """What to send for a page, or for the screen of it that the address names; None where no language is whole."""
        return self._made.get((language, page, screen)) or self._made.get((language, page, ""))


def _content(html: str) -> Content:
    plain = html.encode()
    copies = {"gzip": gzip.compress(plain, 9, mtime=0)}
    return Content(plain, "text/html; charset=utf-8", ASK_AGAIN, copies, varies="Accept-Encoding, Accept-Language")
