"""Make the booklets that a clinic hands out, in each language: `python -m deploy.paper`.

They stand in `static/booklet/`, which Streamlit serves below `app/static/booklet/`.
"""

from decision_aid import session
from decision_aid.booklet.page import blank_page
from decision_aid.booklet.pdf import PAPERS, SIZES, blank_pdf
from decision_aid.booklet.place import FILES, file_name


def main() -> None:
    """Fill the folder anew, and say what it came to."""
    FILES.mkdir(exist_ok=True)
    for file in FILES.iterdir():
        file.unlink()
    for language in session.content.languages:
        aid = session.content.aid(language)
        (FILES / f"{language}.html").write_text(blank_page(aid), encoding="utf-8")
        for paper in PAPERS:
            for points in SIZES:
                (FILES / file_name(language, paper, points)).write_bytes(blank_pdf(aid, paper, points))
    made = sorted(FILES.iterdir())
    print(f"{len(made)} files in {FILES.name}/: {', '.join(file.name for file in made)}")


if __name__ == "__main__":
    main()
