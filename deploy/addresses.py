"""The addresses that are no file, in one table: pages, the booklet, and what leads to one of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, quote

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import Scope

from decision_aid.booklet.location import PAGE
from decision_aid.content.languages import choose_language
from decision_aid.pages import FIRST, page_at
from decision_aid.saving.link import BRINGS
from deploy import health
from deploy.sending import Content
from deploy.sights import Sights

_PAPER = PAGE.rstrip("/")


class Request:
    """What a browser asks for: `path` without the path that the aid is served under, query, and headers."""

    def __init__(self, scope: Scope, sights: Sights) -> None:
        path: str = scope["path"]
        self.path = path.removeprefix(scope.get("root_path", ""))
        self.sights = sights
        self._headers = Headers(scope=scope)
        query = scope["query_string"].decode("latin-1")
        self.query_string = f"?{query}" if query else ""
        self._query: dict[str, list[str]] = parse_qs(query)

    def query(self, name: str) -> str:
        """The last value of a query parameter; "" if there is none."""
        return self._query.get(name, [""])[-1]

    @property
    def language(self) -> str:
        """The language to answer in: that of the address, or else the first of the browser's that the aid has."""
        accepted = self._headers.get("accept-language", "")
        return choose_language(self.query("lang") or None, accepted, self.sights.languages)

    @property
    def wants_page(self) -> bool:
        """Whether a browser asks for a page to show, and not a program for a file."""
        return "text/html" in self._headers.get("accept", "")


Answer = Content | Response | None


def special_answer(request: Request) -> Answer:
    """The answer of the first address in ADDRESSES that fits; None where none has one, or no language is whole."""
    if not request.sights.languages:
        return None
    fitting = ((address, address.pattern.fullmatch(request.path)) for address in ADDRESSES)
    answers = (address.answer(request, match) for address, match in fitting if match)
    return next((answer for answer in answers if answer), None)


def _older_link(request: Request, match: re.Match[str]) -> Answer:
    page = page_at(match["page"])
    return RedirectResponse(f"./{'' if page == FIRST else page}?{BRINGS}#{match['token']}")


def _booklet(request: Request, match: re.Match[str]) -> Answer:
    return request.sights.paper(match["language"])


def _to_booklet(request: Request, match: re.Match[str]) -> Answer:
    """In the language that the address names, or else in the reader's."""
    named = (match["name"] or "").lower().split("-")[0]
    language = named if named in request.sights.languages else request.language
    up = "../.." if match["end"] else ".." if match["inside"] else "."
    return RedirectResponse(f"{up}{PAGE}{language}")


def _out_of_folder(request: Request, match: re.Match[str]) -> Answer:
    """Streamlit's program does not start within a folder, nor finds a page by a space too many."""
    name = match["name"].strip()
    served_below_a_path = st.get_option("server.baseUrlPath")
    if not request.wants_page or served_below_a_path or not name or request.path == f"/{name}":
        return None
    return RedirectResponse(f"{'../' * (request.path.count('/') - 1) or './'}{quote(name)}{request.query_string}")


def _page(request: Request, match: re.Match[str]) -> Answer:
    """A page; or that there is none, where a browser asks for one."""
    page = page_at(match["name"] or FIRST)
    if not page and (not request.wants_page or request.path in health.PATHS):
        return None
    return request.sights.content(request.language, page, request.query("at"))


@dataclass(frozen=True)
class Address:
    """Paths of one form, and what is answered to them; None leaves it to the next address, and last to Streamlit."""

    pattern: re.Pattern[str]
    answer: Callable[[Request, re.Match[str]], Answer]


ADDRESSES = (
    # An older link to answers, where a program on its way wrote its "#" as %23.
    Address(re.compile(r"/(?P<page>\w*)#(?P<token>answers(=|%3D)[\w.%-]*)", re.ASCII), _older_link),
    # The booklet as a page that needs no program.
    Address(re.compile(rf"{_PAPER}/(?P<language>.+)"), _booklet),
    # Close to that: in capitals, for a country, with a slash too many, or unfinished. The program cannot start there.
    Address(
        re.compile(rf"{_PAPER}(?:(?P<inside>/)(?P<name>[\w-]*)(?P<end>/?))?", re.ASCII | re.IGNORECASE), _to_booklet
    ),
    # A page in a folder that there is not, or with a space beside its name. What has a dot in it is a file.
    Address(re.compile(r"/(?!_)(?:.*/)?(?P<name>[^/.]+)/?"), _out_of_folder),
    # A page, also by an address that it had before, or in capitals.
    Address(re.compile(r"/(?P<name>[^/.]*)"), _page),
)
"""Every address that is no file, in the order in which they are tried."""
