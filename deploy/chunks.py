"""The parts of Streamlit's program: those that its own page names, and those that it asks for later.

It asks for those once the app has told it what is on a page. Our page names them all, so that they come without a
further round trip: first what the program cannot begin without, in the order of `in_turn`, then what is on the page.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from deploy.assets import STREAMLIT

FOREMOST = ("Html", "PageLink", "Button")
"""The elements of the head of every page and of the way on."""
EVERYWHERE = ("ButtonGroup", "rehype-raw", "BidiComponent")
"""The other elements on every page."""
BESIDES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "start": ("Checkbox",),
        "weigh": ("Slider", "Checkbox"),
        "questions": ("MenuButton", "DownloadButton"),
        "chances": ("Selectbox",),
        "evidence": ("TextInput", "Selectbox", "DownloadButton"),
        "words": ("TextInput",),
        "together": ("TextArea",),
        "record": ("TextInput", "DownloadButton"),
    }
)
"""By page: what else is on it when it opens."""
NAMED = re.compile(r'<link rel="modulepreload" crossorigin href="\./static/js/([\w.\-]+\.js)">')
IMPORTED = re.compile(r'(?:import|from)\s*["`\']\./([\w.\-]+\.js)["`\']')
FOLDER = STREAMLIT / "static" / "js"
LARGE = 20_000
"""Bytes, not compressed, from which a file counts as large: at 1.6 Mbit/s as long on its way as the line is slow."""


def in_turn(sizes: Mapping[str, int]) -> list[str]:
    """The order in which files come soonest over a slow line: each large one, the largest first, is followed by its
    share of the small ones.

    A browser asks for six files at a time. A small one keeps a connection waiting for a round trip and hardly uses the
    line; a large one uses all of it.
    """
    large = sorted((name for name, size in sizes.items() if size >= LARGE), key=lambda name: -sizes[name])
    small = [name for name, size in sizes.items() if size < LARGE]
    ordered, together, so_far, placed = list[str](), sum(sizes[name] for name in large), 0, 0
    for name in large:
        so_far += sizes[name]
        share = round(len(small) * so_far / together)
        ordered += [name, *small[placed:share]]
        placed = share
    return ordered + small[placed:]


@cache
def named_first() -> tuple[str, ...]:
    """The files that Streamlit's program cannot begin without, as its own page names them, in the order to ask in."""
    named = NAMED.findall((STREAMLIT / "index.html").read_text(encoding="utf-8"))
    return tuple(in_turn({name: (FOLDER / name).stat().st_size for name in named}))


@cache
def needed_later(page: str) -> tuple[str, ...]:
    """The files of a page's elements, each with all it imports, less what comes first: the way on before the rest."""
    return _with_imports((*FOREMOST, *EVERYWHERE, *BESIDES.get(page, ())))


@cache
def _with_imports(elements: tuple[str, ...]) -> tuple[str, ...]:
    named = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    files: dict[str, None] = {}
    for element in elements:
        waiting = [next(FOLDER.glob(f"{element}.*.js")).name]
        while waiting:
            name = waiting.pop(0)
            if name not in files and name not in named:
                files[name] = None
                waiting += IMPORTED.findall((FOLDER / name).read_text(encoding="utf-8"))
    return tuple(files)
