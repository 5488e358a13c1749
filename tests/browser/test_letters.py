"""On each of our pages the font size follows the browser's setting; My display makes it larger."""

from datetime import date
from pathlib import Path

import pytest

from decision_aid.booklet.page import blank_page
from decision_aid.exports.page import html_page
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Look
from decision_aid.summary.summary import summarize
from harness.visiting import bring, jump
from tests.browser.access import covered, cut_off, misfit, resize, set_letters, too_wide
from tests.browser.answering import answered
from tests.browser.conftest import OpenPage

ROOT = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
FACTORS = {"normal": 1.125, "larger": 1.5625}
"""Root font size, as a multiple of the browser's setting."""
READ = """() => [...document.querySelectorAll("main :is(p, li, td, dd)")]
  .filter(element => element.innerText?.trim() && !element.closest(".st-key-my-display-opener"))
  .map(element => parseFloat(getComputedStyle(element).fontSize))"""


@pytest.mark.parametrize("letters", [16, 32])
def test_letters_are_a_part_of_what_the_browser_is_set_to(
    page: OpenPage, site: str, aid: Aid, tmp_path: Path, letters: int
) -> None:
    window = page()
    set_letters(window, letters)
    for text, factor in FACTORS.items():
        bring(window, site, answered(aid).model_copy(update={"look": Look(text=text)}), "two_ways")
        window.locator(f"html[data-text={text}]").wait_for(state="attached")
        assert window.evaluate(ROOT) == letters * factor
        assert min(window.evaluate(READ)) >= letters * factor * 0.8
    summary = summarize(aid, answered(aid), date(2026, 11, 29))
    for name, html in {"booklet": blank_page(aid), "kept": html_page(aid, summary)}.items():
        file = tmp_path / f"{name}.html"
        file.write_text(html, encoding="utf-8")
        window.goto(file.as_uri())
        assert window.evaluate(ROOT) == letters * FACTORS["normal"]
        assert min(window.evaluate(READ)) >= letters * FACTORS["normal"] * 0.8, name


def test_letters_of_twice_the_size_fit_on_a_wide_window(page: OpenPage, site: str, aid: Aid) -> None:
    window, faults = page(), []
    set_letters(window, 32)
    bring(window, site, answered(aid))
    resize(window, 1280)
    for name, screen in (("start", ""), ("two_ways", ""), ("weigh", "new_fracture"), ("questions", ""), ("record", "")):
        jump(window, aid, name, screen)
        faults += [
            f"{name}: {fault}" for fault in (*too_wide(window), *cut_off(window), *misfit(window), *covered(window))
        ]
    assert faults == []
