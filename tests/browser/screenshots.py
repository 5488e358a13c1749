"""Pictures of the aid: python -m tests.browser.screenshots [folder]

Without a folder, it takes the pictures of README and docs/screenshots.md anew, with a made-up person's answers. With
a folder, it takes pictures of every screen in full length, on a wide window and a phone, light and dark, and of every
example of the gallery of views.
"""

import argparse
import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from decision_aid.model.answers import Answers
from decision_aid.pages import FIRST, RESULT
from decision_aid.saving.packing import VERSION, pack
from deploy import ROOT
from harness.aids import real_aid
from harness.serving import by_streamlit, served
from harness.visiting import KEPT, NO_BROWSER, browser_path, chromium, everywhere, picture, settle, visit
from tests import gallery
from tests.gallery.examples import EXAMPLES

SIZES = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
SCHEMES = ("light", "dark")
DOCS = ROOT / "docs" / "pictures"
SHARPNESS = 80
"""Quality of WebP, in percent: small letters stay clear, and a picture has 20 to 70 kB."""


@dataclass(frozen=True)
class Shot:
    """One picture in docs/pictures/: a screen of the aid as it opens."""

    page: str
    language: str
    size: str
    scheme: str
    screen: str = ""

    @property
    def file(self) -> Path:
        named = filter(None, (self.page, self.screen, self.language, self.size, self.scheme))
        return DOCS / f"{'-'.join(named)}.webp"


SHOTS = (
    Shot("start", "en", "wide", "light"),
    Shot("start", "es", "phone", "light"),
    Shot("situation", "en", "phone", "light", "break"),
    Shot("situation", "en", "wide", "dark", "safety"),
    Shot("two_ways", "en", "wide", "light"),
    Shot("two_ways", "en", "phone", "dark"),
    Shot("weigh", "en", "wide", "light", "new_fracture"),
    Shot("weigh", "en", "phone", "light", "procedure_harm"),
    Shot("weigh", "es", "wide", "dark", RESULT),
    Shot("weigh", "es", "phone", "light", RESULT),
    Shot("questions", "en", "wide", "light"),
    Shot("questions", "en", "phone", "light"),
    Shot("together", "en", "wide", "light"),
)
SOMEONE = Answers(
    situation={"time_since_break": "weeks_2_to_6", "pain_now": 7, "pain_trend": "same", "daily_life": ("sleep",)},
    importance={"pain_first_month": 9, "getting_about": 8, "procedure_harm": 6, "new_fracture": "not_sure"},
    facts_seen=True,
    order_seed=1,
    gut_leaning="in_between",
    leaning="in_between",
)
"""A made-up person: nothing urgent, and something to see on every page."""


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Take pictures of the aid.")
    parser.add_argument("folder", nargs="?", type=Path, help="every screen whole, into this folder, instead")
    options = parser.parse_args(arguments)
    if not browser_path():
        raise SystemExit(NO_BROWSER)
    with chromium() as browser:
        if options.folder:
            take_all(browser, options.folder)
        else:
            take_for_docs(browser)


def take_all(browser: Browser, folder: Path) -> None:
    """Take every screen and every example of the gallery in every size and color scheme."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(by_streamlit("app.py")) as site:
        page = browser.new_page(reduced_motion="reduce")
        visit(page, site, FIRST)
        for name, screen in everywhere(real_aid()):
            visit(page, site, name, screen)
            for size in SIZES:
                for scheme in SCHEMES:
                    set_look(page, size, scheme)
                    picture(page, folder / f"{'-'.join(filter(None, (name, screen)))}-{size}-{scheme}.png")
        page.close()
    with served(by_streamlit(gallery.APP)) as examples:
        page = browser.new_page(reduced_motion="reduce")
        page.goto(examples)
        settle(page)
        picture(page, folder / "gallery.png")
        for name in EXAMPLES:
            page.goto(gallery.address_of(examples, name))
            for size in SIZES:
                for scheme in SCHEMES:
                    set_look(page, size, scheme)
                    picture(page, folder / f"gallery-{name}-{size}-{scheme}.png")
        page.close()


def set_look(page: Page, size: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(SIZES[size])
    settle(page)


def take_for_docs(browser: Browser) -> None:
    """Take the pictures in docs/pictures/, and delete all others there."""
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
    """Take one picture of a page with answers, which the tab's storage brings."""
    page = browser.new_page(viewport=SIZES[shot.size], color_scheme=shot.scheme, reduced_motion="reduce")
    packed = pack(SOMEONE.model_copy(update={"language": shot.language}))
    stored = json.dumps({"session": "before", "answers": json.dumps({"version": VERSION, **packed})})
    page.add_init_script(f"sessionStorage.getItem('{KEPT}') ?? sessionStorage.setItem('{KEPT}', {json.dumps(stored)})")
    visit(page, site, shot.page, shot.screen)
    page.wait_for_selector(f"html[lang^={shot.language}]", state="attached")
    settle(page)
    with Image.open(BytesIO(page.screenshot(animations="disabled"))) as image:
        image.save(shot.file, "WEBP", quality=SHARPNESS, method=6)
    page.close()


if __name__ == "__main__":
    main()
