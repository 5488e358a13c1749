"""The two style sheets of a page: the aid's own, and Streamlit's without the fonts that a first page does not need.

Streamlit's own names a text font (170 kB) that is asked for while the theme is still on its way, and the icon font with
all its icons (375 kB), which its program loads before anything else.
"""

import re
from functools import cache

from decision_aid.style import STYLE
from deploy import icons
from deploy.assets import STREAMLIT
from deploy.sending import fingerprint

SOURCE_SANS = re.compile(r"@font-face\{font-family:Source Sans;[^}]*\}")
ICON_FILE = re.compile(r"\.\./media/MaterialSymbols-Rounded\.[^)]*")
SMALL_ICONS = "/static/media/"
"""Where the small icon font is served: beside the one that it stands for."""


def own() -> tuple[str, str]:
    """The path of the address and the text of the aid's own sheet."""
    return f"/static/css/aid.{fingerprint(STYLE.encode())[:8]}.css", STYLE


@cache
def stylesheet() -> tuple[str, str]:
    """The path of the address and the text. Raises LookupError where Streamlit's stylesheet is of another kind."""
    file = next((STREAMLIT / "static" / "css").glob("index.*.css"))
    text, removed = SOURCE_SANS.subn("", file.read_text(encoding="utf-8"))
    icon_files = len(ICON_FILE.findall(text))
    if removed != 2 or icon_files != 1:
        raise LookupError(f"{file.name} names its fonts in another way: see deploy/stylesheet.py")
    small = icons.small_font()
    if small.is_file():
        text = ICON_FILE.sub(f"../media/{small.name}", text)
    return f"/static/css/page.{fingerprint(text.encode())[:8]}.css", text
