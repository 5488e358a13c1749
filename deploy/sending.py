"""Content that does not change: its compressed copies, and how it is sent.

Copies made ahead of time (`python -m deploy.compress`) are named after the content that they were made from. A copy
under the name of other content is never looked up, so none can be out of date. Content goes in the best encoding that
the browser takes, with a tag to ask again by.
"""

import gzip
import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response

BUILT = Path(__file__).parent / "built"
SUFFIX = {"br": ".br", "gzip": ".gz"}
"""By the name of an encoding, the best one first."""
QUICK = 6
"""Level of gzip where a person waits for it; the copies made ahead have 9."""
REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")


def fingerprint(content: bytes) -> str:
    """The name that tells content from any other."""
    return hashlib.sha256(content).hexdigest()[:32]


def compressed(content: bytes) -> dict[str, bytes]:
    """The copies of some content by the name of the encoding; where none were made, one is made now."""
    files = {encoding: BUILT / f"{fingerprint(content)}{suffix}" for encoding, suffix in SUFFIX.items()}
    made = {encoding: file.read_bytes() for encoding, file in files.items() if file.is_file()}
    return made or {"gzip": gzip.compress(content, QUICK, mtime=0)}


@dataclass(frozen=True)
class Content:
    """Content as it is, and its copies by the name of their encoding."""

    plain: bytes
    media_type: str
    cache: str
    copies: dict[str, bytes] = field(default_factory=dict)
    varies: str = "Accept-Encoding"

    @cached_property
    def tag(self) -> str:
        """Tells it from any other content."""
        return fingerprint(self.plain)


def answer(content: Content, headers: Headers) -> Response:
    """The answer to a request with these headers: 304 where the browser has the content already, else the content."""
    encoding = next((name for name in SUFFIX if name in content.copies and _takes(headers, name)), None)
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
