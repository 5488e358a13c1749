"""Sends content that does not change: in the best encoding that the browser takes, with a tag to ask again by."""

import re
from dataclasses import dataclass, field

from starlette.datastructures import Headers
from starlette.responses import Response

PREFERRED = ("br", "gzip")
REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")


@dataclass(frozen=True)
class Content:
    """Content as it is, and its copies by the name of their encoding. `tag` tells it from any other content."""

    plain: bytes
    tag: str
    media_type: str
    cache: str
    copies: dict[str, bytes] = field(default_factory=dict)
    varies: str = "Accept-Encoding"


def answer(content: Content, headers: Headers) -> Response:
    """The answer to a request with these headers: 304 where the browser has the content already, else the content."""
    encoding = next((name for name in PREFERRED if name in content.copies and _takes(headers, name)), None)
    tag = f'"{content.tag}-{encoding}"' if encoding else f'"{content.tag}"'
    sent = {"ETag": tag, "Cache-Control": content.cache, "Vary": content.varies}
    if tag in (known.strip().removeprefix("W/") for known in headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=sent)
    if encoding:
        sent["Content-Encoding"] = encoding
    body = content.copies[encoding] if encoding else content.plain
    return Response(body, headers=sent, media_type=content.media_type)


def _takes(headers: Headers, encoding: str) -> bool:
    """Whether Accept-Encoding names an encoding without refusing it (RFC 9110, section 12.5.3)."""
    parts = (part.strip() for part in headers.get("accept-encoding", "").lower().split(","))
    return any(part.partition(";")[0].strip() == encoding and not REFUSED.search(part) for part in parts)
