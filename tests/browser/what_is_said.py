"""Texts of a page: its language and title, Streamlit's own words, and the descriptions of its figures."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from decision_aid.model.aid import Aid
from decision_aid.views.page_language import streamlit_texts
from harness.visiting import screens

SAID = """() => {
  const content = "[data-testid=stMarkdownContainer], .stHtml, [data-testid=stIconMaterial], svg, script, style"
  const said = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(content)) said.push(walker.currentNode.data)
  for (const name of ["aria-label", "aria-valuetext", "title", "placeholder"])
    for (const node of document.querySelectorAll(`[${name}]`))
      if (node.checkVisibility()) said.push(node.getAttribute(name))
  return said.map(node => node.trim()).filter(node => node)
}"""
FIGURES = """() => [...document.querySelectorAll("main svg[role=img], main [role=graphics-document], main img")]
  .filter(node => node.checkVisibility()).map(node => {
    const around = node.closest("figure, .drawing") || node.closest("[data-testid=stVerticalBlock]")
    const walker = document.createTreeWalker(around, NodeFilter.SHOW_TEXT), said = []
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("svg")) said.push(walker.currentNode.data)
    return [node.getAttribute("aria-label") || node.getAttribute("alt") || "", said.join(" ")]
  })"""
LONGEST_ALT = 250
ROOT = "(() => { const { lang, dir, dataset } = document.documentElement; return { lang, dir, ...dataset } })()"
DAYS = ("Sunday", "Monday", "January", "June", "November", "December", "Today,")


def root(page: Page) -> dict[str, str]:
    attributes: dict[str, str] = page.evaluate(ROOT)
    return attributes


def in_english(page: Page, aid: Aid) -> list[str]:
    """Texts on the page in Streamlit's own English for which the aid has other words."""
    ours = {original for original, replacement in streamlit_texts(aid).items() if replacement != original}
    exact = {original for original in ours if "{" not in original}
    starts = tuple(original.partition("{")[0] for original in ours if not original.startswith("{") and "{" in original)
    texts = page.evaluate(SAID)
    return [text for text in texts if text in exact or text.startswith((*starts, *DAYS))]


def figures(page: Page) -> list[tuple[str, str]]:
    """The description of each figure on the page, and the text beside it."""
    described: list[tuple[str, str]] = page.evaluate(FIGURES)
    return described


def badly_told(figures: list[tuple[str, str]]) -> list[str]:
    """The descriptions that are too long or missing, or hold a number that the text beside them lacks."""
    return [alt for alt, text in figures if not 1 <= len(alt) <= LONGEST_ALT or not numbers(alt) <= numbers(text)]


def numbers(text: str) -> set[str]:
    return set(re.findall(r"−?\d+(?:[.,]\d+)?", text.replace("-", "−")))


def wrongly_named(page: Page, aid: Aid, name: str, screen: str) -> Iterator[str]:
    """A line if language, direction or title of a screen differ from the aid's."""
    titles = screens(aid, name)
    expected = (aid.words.language, "ltr", f"{titles[screen or next(iter(titles))]} – {aid.words.app['name']}")
    if (actual := (root(page)["lang"], root(page)["dir"], page.title())) != expected:
        yield f"{actual}, not {expected}"
