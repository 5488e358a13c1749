"""The parts of Streamlit's program that it asks for only after the app has told it what is on a page.

Every page of the aid needs the same few, so the first page names them, and they come without a further round trip.
"""

import re
from functools import cache

from deploy.assets import STREAMLIT

ELEMENTS = ("Html", "BidiComponent", "ButtonGroup", "PageLink", "rehype-raw")
IMPORTED = re.compile(r'(?:import|from)\s*["`\']\./([\w.\-]+\.js)["`\']')


@cache
def needed_later() -> tuple[str, ...]:
    """File names of the elements' parts and all they import, less what Streamlit's page names itself."""
    named = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    folder = STREAMLIT / "static" / "js"
    found: dict[str, None] = {}
    waiting = [next(folder.glob(f"{element}.*.js")).name for element in ELEMENTS]
    while waiting:
        name = waiting.pop(0)
        if name not in found and name not in named:
            found[name] = None
            waiting += IMPORTED.findall((folder / name).read_text(encoding="utf-8"))
    return tuple(found)
