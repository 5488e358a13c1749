"""Every view of the way has an example in the gallery."""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES, STEPS
from deploy import ROOT
from tests.gallery.examples import EXAMPLES

VIEWS = "decision_aid.views"
UNSEEN = {
    "courier": "makes a file once its button is pressed",
    "page_language": "tells the browser which language the page is in",
}
"""Views that draw nothing, and what they do."""


def views_named_in(file: Path) -> Iterator[str]:
    """The modules of decision_aid/views that a file imports, by their names."""
    for line in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(line, ast.ImportFrom) and line.module == VIEWS:
            yield from (alias.name for alias in line.names)
        elif isinstance(line, ast.ImportFrom) and (line.module or "").startswith(VIEWS):
            yield (line.module or "").removeprefix(f"{VIEWS}.")


def draws(view: str) -> bool:
    """Whether a module draws something of the aid: it has a public function that takes the aid first."""
    module = import_module(f"{VIEWS}.{view}")
    own = [each for _, each in inspect.getmembers(module, inspect.isfunction) if each.__module__ == module.__name__]
    first = [next(iter(inspect.signature(each).parameters.values()), None) for each in own if each.__name__[0] != "_"]
    return any(parameter is not None and parameter.annotation is Aid for parameter in first)


def test_every_view_that_a_page_of_the_way_or_its_frame_is_made_of_has_an_example() -> None:
    files = [ROOT / PAGES[step].file for step in STEPS] + [ROOT / "decision_aid" / "views" / "frame.py"]
    of_the_way = {view for file in files for view in views_named_in(file) if draws(view)}
    assert len(of_the_way) > len(STEPS)
    assert of_the_way - {example.of for example in EXAMPLES.values()} == set(UNSEEN)


def test_each_example_has_a_name_of_its_own_that_an_address_can_hold() -> None:
    assert all(name.replace("-", "").replace("_", "").isalnum() for name in EXAMPLES)
