"""Pictures of the aid: python -m tests.browser.screenshots [folder]

Without a folder, the pictures that README and docs/screenshots.md show are made anew, with the answers of a person who
does not exist. Into a folder go pictures of every page from top to bottom, wide and as on a phone, light and dark,
and one of the gallery of views.
"""

import argparse
import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from decision_aid.exports.packing import VERSION, pack
from decision_aid.model.answers import Answers
from decision_aid.pages import FIRST, PAGES
from deploy import ROOT
from harness.serving import by_streamlit, served
from harness.visiting import KEPT, NO_BROWSER, browser_path, chromium, picture, settle, visit
from tests import gallery

SIZES = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
SCHEMES = ("light", "dark")
DOCS = ROOT / "docs" / "pictures"
SHARPNESS = 80
"""The quality of WebP: small letters stay clear, and a picture has 20 to 70 kB."""
ABOVE = 150
"""Pixels of the page to show above what a picture is of, so that it does not begin under the menu."""


@dataclass(frozen=True)
class Shot:
    """One picture in docs/pictures/: a page as one screen of it looks. `of` is what is scrolled to, else the top."""

    page: str
    language: str
    size: str
    scheme: str
    of: str | None = None

    @property
    def file(self) -> Path:
        return DOCS / f"{self.page}-{self.language}-{self.size}-{self.scheme}.webp"


FIGURES, RATING, QUESTION = ".rows:has(svg.icon-array)", "[class*=st-key-rate-]", "[class*=st-key-question]"
SHOTS = (
    Shot("start", "en", "wide", "light"),
    Shot("start", "en", "phone", "dark"),
    Shot("start", "es", "phone", "light"),
    Shot("chances", "en", "wide", "light", FIGURES),
    Shot("chances", "es", "wide", "dark", FIGURES),
    Shot("chances", "en", "phone", "dark", FIGURES),
    Shot("weigh", "en", "wide", "light", RATING),
    Shot("weigh", "es", "phone", "light", RATING),
    Shot("questions", "en", "wide", "dark", QUESTION),
    Shot("questions", "es", "phone", "light", QUESTION),
    Shot("together", "en", "wide", "light"),
    Shot("together", "es", "phone", "dark"),
)
SOMEONE = Answers(
    situation={"time_since_break": "weeks_2_to_6", "pain_now": 7, "pain_trend": "same", "daily_life": ("sleep",)},
    importance={"pain_first_month": 9, "getting_about": 8, "procedure_harm": 6, "new_fracture": "not_sure"},
    facts_seen=True,
    order_seed=1,
    gut_leaning="in_between",
    leaning="in_between",
)
"""A person who does not exist: nothing that is urgent, and something to see on every page."""


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Take pictures of the aid.")
    parser.add_argument("folder", nargs="?", type=Path, help="every page whole, into this folder, instead")
    given = parser.parse_args(arguments)
    if not browser_path():
        raise SystemExit(NO_BROWSER)
    with chromium() as browser:
        if given.folder:
            take_all(browser, given.folder)
        else:
            take_for_docs(browser)


def take_all(browser: Browser, folder: Path) -> None:
    """Every page in every size and color scheme, and the gallery."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(by_streamlit("app.py")) as site:
        page = browser.new_page(reduced_motion="reduce")
        visit(page, site, FIRST)
        for name in PAGES:
            visit(page, site, name)
            for size in SIZES:
                for scheme in SCHEMES:
                    dress(page, size, scheme)
                    picture(page, folder / f"{name}-{size}-{scheme}.png")
        page.close()
    with served(by_streamlit(gallery.APP)) as examples:
        page = browser.new_page(viewport=SIZES["wide"], reduced_motion="reduce")
        page.goto(examples)
        settle(page)
        picture(page, folder / "gallery.png")
        page.close()


def dress(page: Page, size: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(SIZES[size])
    settle(page)


def take_for_docs(browser: Browser) -> None:
    """The pictures in docs/pictures/, and no others there."""
    DOCS.mkdir(parents=True, exist_ok=True)
    with served(by_streamlit("app.py")) as site:
        first = browser.new_page()
        visit(first, site, FIRST)  # Before the front page has been seen once, Streamlit knows no other page.
        first.close()
        for shot in SHOTS:
            take(browser, site, shot)
    for file in set(DOCS.iterdir()) - {shot.file for shot in SHOTS}:
        file.unlink()


def take(browser: Browser, site: str, shot: Shot) -> None:
    """One picture, of the page as someone sees it who has answered already: their tab hands the answers over."""
    page = browser.new_page(viewport=SIZES[shot.size], color_scheme=shot.scheme, reduced_motion="reduce")
    told = pack(SOMEONE.model_copy(update={"language": shot.language}))
    kept = json.dumps({"session": "before", "answers": json.dumps({"version": VERSION, **told})})
    page.add_init_script(f"sessionStorage.getItem('{KEPT}') ?? sessionStorage.setItem('{KEPT}', {json.dumps(kept)})")
    visit(page, site, shot.page)
    page.wait_for_selector(f"html[lang^={shot.language}]", state="attached")
    settle(page)
    if shot.of:
        page.locator(shot.of).first.evaluate("part => part.scrollIntoView()")
        page.get_by_test_id("stMain").evaluate(f"main => main.scrollBy(0, -{ABOVE})")
        settle(page)
    with Image.open(BytesIO(page.screenshot(animations="disabled"))) as seen:
        seen.save(shot.file, "WEBP", quality=SHARPNESS, method=6)
    page.close()


if __name__ == "__main__":
    main()
