"""Compressed copies made ahead of time (`python -m deploy.compress`), each named after the content it was made from.

A copy under the name of other content is never looked up, so nothing here can be out of date.
"""

import gzip
import hashlib
from pathlib import Path

BUILT = Path(__file__).parent / "built"
SUFFIX = {"br": ".br", "gzip": ".gz"}
QUICK = 6
"""Level of gzip where a person waits for it; the copies made ahead have 9."""


def fingerprint(content: bytes) -> str:
    """The name that content has in the store."""
    return hashlib.sha256(content).hexdigest()[:32]


def copies(name: str) -> dict[str, bytes]:
    """The copies of some content, by the name of the encoding; empty where none were made."""
    files = {encoding: BUILT / f"{name}{suffix}" for encoding, suffix in SUFFIX.items()}
    return {encoding: file.read_bytes() for encoding, file in files.items() if file.is_file()}


def compressed(content: bytes) -> dict[str, bytes]:
    """The copies of some content; where none were made, one is made now."""
    return copies(fingerprint(content)) or {"gzip": gzip.compress(content, QUICK, mtime=0)}
