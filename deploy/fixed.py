"""Answers for files and first sights, before Streamlit's own routes see the request."""

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from deploy import icons
from deploy.addresses import Request, special_answer
from deploy.assets import A_YEAR, Asset, assets
from deploy.sending import Content, answer, compressed
from deploy.sights import Sights
from deploy.stylesheet import SMALL_ICONS, own, stylesheet


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
        content: Content | Response | None = None
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            request = Request(scope, self._sights)
            content = await self._file(request.path) or special_answer(request)
        if isinstance(content, Response):
            await content(scope, receive, send)
        elif content is None:
            await self._app(scope, receive, send)
        else:
            await answer(content, Headers(scope=scope))(scope, receive, send)

    async def _file(self, path: str) -> Content | None:
        if path in self._assets and path not in self._read:
            self._read[path] = await to_thread.run_sync(_read, self._assets[path])
        return self._read.get(path)


def _read(asset: Asset) -> Content:
    plain = asset.file.read_bytes()
    return Content(plain, asset.media_type, asset.cache, compressed(plain) if asset.compressible else {})


def _sheet(text: str) -> Content:
    plain = text.encode()
    return Content(plain, "text/css; charset=utf-8", A_YEAR, compressed(plain))
