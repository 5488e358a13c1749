"""Make the booklets that a clinic hands out, in each language: `python -m deploy.paper`.

They stand in `static/booklet/`, which Streamlit serves below `app/static/booklet/`. The aid gives them out from there.
"""

from decision_aid import session
from decision_aid.booklet.blank_files import make_blank_files
from decision_aid.booklet.location import FILES
from decision_aid.booklet.page import blank_page


def main() -> None:
    """Fill the folder anew, and say what it came to."""
    FILES.mkdir(exist_ok=True)
    for file in FILES.iterdir():
        file.unlink()
    aids = [session.content.aid(language) for language in session.content.languages]
    for aid in aids:
        (FILES / f"{aid.words.language}.html").write_text(blank_page(aid), encoding="utf-8")
    make_blank_files(*aids)
    made = sorted(FILES.iterdir())
    print(f"{len(made)} files in {FILES.name}/: {', '.join(file.name for file in made)}")


if __name__ == "__main__":
    main()
