"""Streamlit's icon font with the icons that can appear here, and no others.

The font that Streamlit loads before its first page holds some 4000 icons (375 kB, a third of all bytes of a first
visit). Its program names the icons it draws as `material/<name>`, and so do we; those are kept. The page's own style
names the small font for the same family (see first_sight.py); where none was made, Streamlit's own serves.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from deploy import ROOT
from deploy.assets import STREAMLIT
from deploy.sending import BUILT, fingerprint

NAMED = re.compile(r"material/([a-z0-9_]+)")
OURS = ("app.py", "decision_aid/**/*.py", "pages/**/*.py", "content/words/**/*.yaml", ".streamlit/config.toml")


def font() -> Path:
    """Streamlit's icon font."""
    return next((STREAMLIT / "static" / "media").glob("MaterialSymbols-Rounded.*.woff2"))


def shown_by_us() -> set[str]:
    """The icons that this project names."""
    return _named(file for pattern in OURS for file in ROOT.glob(pattern))


def shown_by_streamlit() -> set[str]:
    """The icons that Streamlit names, in the browser or on the server."""
    package = STREAMLIT.parent
    return _named([*(STREAMLIT / "static" / "js").glob("*.js"), *package.glob("elements/**/*.py")])


def _named(files: Iterable[Path]) -> set[str]:
    return {name for file in files for name in NAMED.findall(file.read_text(encoding="utf-8", errors="ignore"))}


def small_font() -> Path:
    """Where the small font is, or would be: its name says which font and which icons of ours it was made for."""
    made_for = font().read_bytes() + "\n".join(sorted(shown_by_us())).encode()
    return BUILT / f"icons-{fingerprint(made_for)}.woff2"
