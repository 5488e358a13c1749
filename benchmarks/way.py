"""How long the way is: words, height and controls of each screen, for a new visitor who opens nothing."""

import sys

from benchmarks import serving
from benchmarks.__main__ import run
from benchmarks.table import head, row
from decision_aid.pages import FIRST
from harness.aids import real_aid
from harness.visiting import chromium, visit
from harness.way import walk


def main(language: str = "en", width: int = 390, height: int = 844) -> None:
    """Print a line for each screen, then the sums."""
    aid = real_aid(language)
    with chromium() as browser, serving.aid_app(False) as server:
        page = browser.new_page(viewport={"width": width, "height": height}, locale=aid.words.locale.language)
        visit(page, f"{server.address}?lang={language}", FIRST)
        way = walk(page)
        visit(page, server.address, FIRST)
        skipping = walk(page, skip=True)
    print(head("words", f"screens of {height} px", "controls"))
    for screen in way.screens:
        print(row(screen.title, str(screen.words), f"{screen.height / height:.2f}", str(screen.controls)))
    print(row("steps and foot, once", str(way.frame_words), "", str(way.frame_controls)))
    print(row("together", str(way.words), f"{way.height / height:.1f}", str(way.controls)))
    print(row("tallest", "", f"{max(screen.height for screen in way.screens) / height:.2f}", ""))
    people = next(index for index, screen in enumerate(skipping.screens) if screen.people)
    print(f"\n{way.presses} presses, {skipping.presses} with skip; {people} to the first picture of people.")
    print(f"{way.minutes} minutes to read and answer all.")


if __name__ == "__main__":  # `python -m benchmarks.way`, as it was called before there was one runner
    run("way", sys.argv[1:])
