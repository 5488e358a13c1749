"""Where a browser finds the booklet by itself: as a page where a server of one's own gives it, or else as a file."""

from pathlib import Path

from decision_aid.exports.pdf import Paper

PAGE = "/paper/"
"""The address of the page, before the language."""
FILES = Path(__file__).parents[2] / "static" / "booklet"
"""What `python -m deploy.paper` makes. Streamlit serves it below `app/static/`."""

_given_as_a_page = False


def give_as_a_page() -> None:
    """Say that a server gives the page from here on."""
    global _given_as_a_page
    _given_as_a_page = True


def page_address(language: str) -> str:
    """The address of the page, relative to the aid's own pages."""
    return f".{PAGE}{language}"


def file_name(language: str, paper: Paper, points: int) -> str:
    """The name of the PDF of a language, for one paper and size of type."""
    return f"{language}-{paper.removeprefix('us-')}{'-large' if points > 14 else ''}.pdf"


def address(language: str, paper: Paper) -> str:
    """Where the booklet is, relative to the aid's pages; "" where nobody serves it."""
    if _given_as_a_page:
        return page_address(language)
    name = file_name(language, paper, 14)
    return f"./app/static/{FILES.name}/{name}" if (FILES / name).is_file() else ""
