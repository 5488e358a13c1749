"""Where browsers find the blank booklet: as a page if our server serves it, else as a prepared PDF file."""

from pathlib import Path

from decision_aid.exports.pdf import Paper

PAGE = "/paper/"
"""The path of the page, without the language."""
FILES = Path(__file__).parents[2] / "static" / "booklet"
"""The folder that `python -m deploy.paper` fills. Streamlit serves it below `app/static/`."""


def page_address(language: str) -> str:
    """The address of the page, relative to the aid's own pages."""
    return f".{PAGE}{language}"


def file_name(language: str, paper: Paper, points: int) -> str:
    """The file name of the PDF for a language, paper and font size."""
    return f"{language}-{paper.removeprefix('us-')}{'-large' if points > 14 else ''}.pdf"


def address(language: str, paper: Paper, is_page: bool) -> str:
    """The address of the booklet, relative to the aid's pages; "" if it is neither a page nor a prepared file."""
    if is_page:
        return page_address(language)
    name = file_name(language, paper, 14)
    return f"./app/static/{FILES.name}/{name}" if (FILES / name).is_file() else ""
