"""What a page says of itself: its language and title, Streamlit's own words on it, and how its figures are told."""

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
    for (const one of document.querySelectorAll(`[${name}]`))
      if (one.checkVisibility()) said.push(one.getAttribute(name))
  return said.map(one => one.trim()).filter(one => one)
}"""
FIGURES = """() => [...document.querySelectorAll("main svg[role=img], main [role=graphics-document], main img")]
  .filter(one => one.checkVisibility()).map(one => {
    const around = one.closest("figure, .drawing") || one.closest("[data-testid=stVerticalBlock]")
    const walker = document.createTreeWalker(around, NodeFilter.SHOW_TEXT), said = []
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("svg")) said.push(walker.currentNode.data)
    return [one.getAttribute("aria-label") || one.getAttribute("alt") || "", said.join(" ")]
  })"""
LONGEST_ALT = 250
ROOT = "(() => { const { lang, dir, dataset } = document.documentElement; return { lang, dir, ...dataset } })()"
DAYS = ("Sunday", "Monday", "January", "June", "November", "December", "Today,")


def root(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(ROOT)
    return found


def in_english(page: Page, aid: Aid) -> list[str]:
    """What is said on the page in Streamlit's own English, though the aid has other words for it."""
    ours = {theirs for theirs, said in streamlit_texts(aid).items() if said != theirs}
    exact = {theirs for theirs in ours if "{" not in theirs}
    starts = tuple(theirs.partition("{")[0] for theirs in ours if not theirs.startswith("{") and "{" in theirs)
    said = page.evaluate(SAID)
    return [one for one in said if one in exact or one.startswith((*starts, *DAYS))]


def figures(page: Page) -> list[tuple[str, str]]:
    """The description of each figure on the page, and the text beside it."""
    described: list[tuple[str, str]] = page.evaluate(FIGURES)
    return described


def badly_told(figures: list[tuple[str, str]]) -> list[str]:
    """The descriptions that are too long, or missing, or hold a number that does not stand in the text beside them."""
    return [
        told for told, beside in figures if not 1 <= len(told) <= LONGEST_ALT or not numbers(told) <= numbers(beside)
    ]


def numbers(text: str) -> set[str]:
    return set(re.findall(r"−?\d+(?:[.,]\d+)?", text.replace("-", "−")))


def wrongly_named(page: Page, aid: Aid, name: str, screen: str) -> Iterator[str]:
    """Language, direction and title of a screen, where one of them is another than the aid has for it."""
    titles = screens(aid, name)
    expected = (aid.words.language, "ltr", f"{titles[screen or next(iter(titles))]} – {aid.words.app['name']}")
    if (said := (root(page)["lang"], root(page)["dir"], page.title())) != expected:
        yield f"{said}, not {expected}"
