"""Pictures of every page: python -m tests.browser.screenshots [folder] [--docs]

Into the folder (screenshots/ unless said otherwise) go pictures of whole pages, wide and as on a phone, light and
dark, and one of the gallery of views. With --docs, the pictures that README and docs/ show are made anew instead.
"""

import argparse
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.visiting import (
    GALLERY,
    NO_BROWSER,
    PAGES,
    ROOT,
    browser_path,
    chromium,
    picture,
    served,
    settle,
    visit,
)

SIZES = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
SCHEMES = ("light", "dark")
IN_DOCS = ("welcome", "chances", "questions")
DOCS = ROOT / "docs" / "pictures"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Take a picture of every page.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--docs", action="store_true", help="only the pictures for README and docs/")
    given = parser.parse_args(arguments)
    if not browser_path():
        raise SystemExit(NO_BROWSER)
    with chromium() as browser:
        if given.docs:
            take_for_docs(browser)
        else:
            take_all(browser, given.folder)


def take_all(browser: Browser, folder: Path) -> None:
    """Every page in every size and color scheme, and the gallery."""
    folder.mkdir(parents=True, exist_ok=True)
    with served("app.py") as site:
        page = browser.new_page(reduced_motion="reduce")
        visit(page, site, PAGES[0])
        for name in PAGES:
            visit(page, site, name)
            for size in SIZES:
                for scheme in SCHEMES:
                    dress(page, size, scheme)
                    picture(page, folder / f"{name}-{size}-{scheme}.png")
        page.close()
    with served(GALLERY) as gallery:
        page = browser.new_page(viewport=SIZES["wide"], reduced_motion="reduce")
        page.goto(gallery)
        settle(page)
        picture(page, folder / "gallery.png")
        page.close()


def dress(page: Page, size: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(SIZES[size])
    settle(page)


def take_for_docs(browser: Browser) -> None:
    """The pictures in docs/pictures/: what is seen on opening a page; of the chances, the first rows of people."""
    DOCS.mkdir(parents=True, exist_ok=True)
    with served("app.py") as site:
        page = browser.new_page(viewport=SIZES["wide"], reduced_motion="reduce")
        visit(page, site, PAGES[0])
        for name in IN_DOCS:
            visit(page, site, name)
            if name == "chances":
                page.locator("svg.icon-array").first.evaluate("svg => svg.closest('.rows').scrollIntoView()")
                page.get_by_test_id("stMain").evaluate("main => main.scrollBy(0, -150)")
                settle(page)
            page.screenshot(path=DOCS / f"{name}.png")


if __name__ == "__main__":
    main()
