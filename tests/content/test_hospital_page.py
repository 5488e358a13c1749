"""The aid states every fact of the hospital's page, where people see it."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from decision_aid.booklet.page import blank_page
from decision_aid.model.answers import Answers, Look
from decision_aid.pages import PAGES
from harness.aids import real_aid
from harness.walking import arrive, screens

FACTS: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("hospital_facts.yaml").read_text(encoding="utf-8")
)
PARTS = {"G": (1, 4), "C": (1, 5), "I": (1, 3), "R": (0, 9), "B": (1, 5), "D": (1, 3), "A": (1, 6), "N": (1, 1)}
"""The parts of the hospital's page, and the numbers of their first and last facts."""
IDS = [f"{part}{number}" for part, (first, last) in PARTS.items() for number in range(first, last + 1)]


def text_at(path: str) -> str:
    """The text at a path in the aid. Raises AttributeError or KeyError where there is none."""
    if path in real_aid().evidence.estimates:
        words = real_aid().words.estimates[path]
        return words.text if real_aid().evidence.estimates[path].measure.kind == "statement" else words.title
    value: Any = real_aid()
    for name in path.split("."):
        value = value[name] if isinstance(value, dict) else getattr(value, name)
    assert isinstance(value, str)
    return value


@cache
def pages_text() -> str:
    """The text of all pages with all details open and all parts of conservative care chosen."""
    passages: list[str] = []
    test = arrive()
    test.session_state["answers"] = Answers(parts=real_aid().decision.parts, look=Look(details=True))
    for _ in (screen for page in PAGES for screen in screens(test, page)):
        passages += [str(element.value) for kind in ("markdown", "html", "caption") for element in test.get(kind)]
        passages += [element.label for element in test.get("button_group")]
        passages += [option for element in test.get("button_group") for option in element.options]
    return unescape(re.sub(r'<a class="term"[^>]*>([^<]*)</a>', r"\1", " ".join(passages)))


def test_every_fact_of_the_page_is_listed_once_and_in_order() -> None:
    assert list(FACTS) == IDS


@pytest.mark.parametrize("fact", IDS)
def test_people_see_the_fact_on_a_page_and_in_the_booklet(fact: str) -> None:
    """At least one text of each fact is in the booklet, in full."""
    words = [text_at(path).strip() for path in FACTS[fact]["texts"]]
    assert all(words)
    assert [text for text in words if text not in pages_text()] == []
    assert [path for path in FACTS[fact]["texts"] if _without_spaces(text_at(path)) in booklet_text()] != []


@cache
def booklet_text() -> str:
    return _without_spaces(unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", blank_page(real_aid()), flags=re.DOTALL)))


def _without_spaces(text: str) -> str:
    """A text without spaces and without Markdown, which the booklet renders."""
    return "".join(re.sub(r"(?m)^- ", "", text.replace("**", "")).split()).removesuffix(".")
