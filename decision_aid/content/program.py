"""The program's source text, from which rules read which words it uses: a separate list would go out of date."""

from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[2]


@cache
def source() -> str:
    """The source text of all modules that show something to a person."""
    folders = ("decision_aid", "deploy", "pages")
    files = (path for folder in folders for path in sorted((_ROOT / folder).rglob("*.py")))
    return "\n".join(path.read_text(encoding="utf-8") for path in (_ROOT / "app.py", *files))
