"""Answers for files and first sights, before Streamlit's own routes see the request."""

import re
from urllib.parse import parse_qs

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from decision_aid.booklet.location import PAGE
from decision_aid.content.languages import choose_language
from decision_aid.pages import FIRST, MOVED
from decision_aid.saving.link import BRINGS
from deploy import health, icons
from deploy.assets import A_YEAR, Asset, assets
from deploy.sending import Content, answer
from deploy.sights import Sights
from deploy.store import compressed, fingerprint
from deploy.stylesheet import SMALL_ICONS, own, stylesheet

ESCAPED = re.compile(r"/(?P<page>\w*)#(?P<token>answers(=|%3D)[\w.%-]*)", re.ASCII)
"""The path of an older link to answers, where a program on its way wrote its "#" as %23."""
UNKNOWN = re.compile(r"/[\w-]+")


NEARLY_PAPER = re.compile(rf"{PAGE.rstrip('/')}(?:(?P<inside>/)(?P<name>[\w-]*)(?P<end>/?))?", re.ASCII | re.IGNORECASE)
"""An address close to that of the booklet's page: in capitals, for a country, with a slash too many, or unfinished."""


class FixedContent:
    """ASGI middleware. Files are read at their first request and kept in memory as compressed copies."""

    def __init__(self, app: ASGIApp, sights: Sights) -> None:
        self._app = app
        self._sights = sights
        self._assets = assets()
        small = icons.small_font()
        if small.is_file():
            self._assets[f"{SMALL_ICONS}{small.name}"] = Asset(small, A_YEAR)
        self._read = {path: _sheet(text) for path, text in (own(), stylesheet())}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is known here; hand on everything else."""
        found: Content | Response | None = None
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            found = _meant(scope) or await self._found(scope)
        if isinstance(found, Response):
            await found(scope, receive, send)
        elif found is None:
            await self._app(scope, receive, send)
        else:
            await answer(found, Headers(scope=scope))(scope, receive, send)

    async def _found(self, scope: Scope) -> Content | Response | None:
        path = _path(scope)
        if path in self._assets and path not in self._read:
            self._read[path] = await to_thread.run_sync(_read, self._assets[path])
        if path in self._read:
            return self._read[path]
        if not self._sights.languages:
            return None
        if path.startswith(PAGE) and (paper := self._sights.paper(path.removeprefix(PAGE))):
            return paper
        asked = {name: values[-1] for name, values in parse_qs(scope["query_string"].decode("latin-1")).items()}
        language = choose_language(
            asked.get("lang"),
            Headers(scope=scope).get("accept-language", ""),
            self._sights.languages,
        )
        if nearly := NEARLY_PAPER.fullmatch(path):
            return self._to_the_paper(nearly, language)
        page = path.removeprefix("/") or FIRST
        known = self._sights.found(language, page, asked.get("at", ""))
        return known or (self._sights.found(language, FIRST, "") if _is_unknown_page(path, scope) else None)

    def _to_the_paper(self, nearly: re.Match[str], language: str) -> Response:
        """The way on to the booklet's page: the program cannot start at such an address. In the language it names, or
        else in the reader's."""
        named = (nearly["name"] or "").lower().split("-")[0]
        to = named if named in self._sights.languages else language
        up = "../.." if nearly["end"] else ".." if nearly["inside"] else "."
        return RedirectResponse(f"{up}{PAGE}{to}")


def _is_unknown_page(path: str, scope: Scope) -> bool:
    """Whether a browser asks for a page that does not exist: Streamlit says so on the first page, with our style.

    Without a page of ours it would say so without any style.
    """
    wants_page = "text/html" in Headers(scope=scope).get("accept", "")
    return wants_page and path not in health.PATHS and UNKNOWN.fullmatch(path) is not None


def _meant(scope: Scope) -> Response | None:
    """The way on to the address that an older link meant."""
    escaped = ESCAPED.fullmatch(_path(scope))
    if escaped is None:
        return None
    page = MOVED.get(escaped["page"], escaped["page"])
    return RedirectResponse(f"./{'' if page == FIRST else page}?{BRINGS}#{escaped['token']}")


def _path(scope: Scope) -> str:
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


def _read(asset: Asset) -> Content:
    return _content(asset.file.read_bytes(), asset.media_type, asset.cache, asset.compressible)


def _sheet(text: str) -> Content:
    return _content(text.encode(), "text/css; charset=utf-8", A_YEAR, True)


def _content(plain: bytes, media_type: str, cache: str, compressible: bool) -> Content:
    return Content(plain, fingerprint(plain), media_type, cache, compressed(plain) if compressible else {})
