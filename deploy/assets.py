"""The files that never change while the server runs, Streamlit's own and the fonts: which, and how long they keep.

Streamlit puts a hash of the content into the names of its files, so a browser may keep them for a year. The fonts have
plain names: a browser keeps them for a week, and asks by tag after that.
"""

import mimetypes
from dataclasses import dataclass
from pathlib import Path

import streamlit

from deploy import ROOT

STREAMLIT = Path(streamlit.__file__).parent / "static"
FONTS = ROOT / "static"
A_YEAR = "public, max-age=31536000, immutable"
A_WEEK = "public, max-age=604800, stale-while-revalidate=2592000"
TEXT = frozenset({".js", ".css", ".svg", ".json", ".html", ".txt", ".md"})
"""Endings of files that get smaller by compressing; fonts and pictures are compressed already."""


@dataclass(frozen=True)
class Asset:
    """A file and how it is sent."""

    file: Path
    cache: str

    @property
    def media_type(self) -> str:
        """The type that a browser is told."""
        if self.file.suffix == ".woff2":
            return "font/woff2"
        kind = mimetypes.guess_type(self.file.name)[0] or "application/octet-stream"
        return f"{kind}; charset=utf-8" if self.file.suffix in TEXT else kind

    @property
    def compressible(self) -> bool:
        """Whether sending it compressed is worth it."""
        return self.file.suffix in TEXT


def assets() -> dict[str, Asset]:
    """Every file by the path of its address."""
    return _below(STREAMLIT / "static", "/static", A_YEAR) | _below(FONTS, "/app/static", A_WEEK)


def _below(folder: Path, path: str, cache: str) -> dict[str, Asset]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {f"{path}/{file.relative_to(folder).as_posix()}": Asset(file, cache) for file in files}
