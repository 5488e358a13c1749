"""The page as the server sends it: Streamlit's own, with what a person has to read first already in it.

The words come from the Aid, the look from the theme. A small script takes it away when Streamlit shows the same.
"""

import re
from functools import cache
from html import escape
from pathlib import Path
from string import Template

import streamlit as st

from decision_aid.content.warning_signs import warning_section
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, STEPS
from deploy.assets import STREAMLIT
from deploy.chunks import needed_later
from deploy.stylesheet import stylesheet

HERE = Path(__file__).parent
SOURCE_SANS = re.compile(r'<link\s+rel="preload"[^>]*SourceSans[^>]*>')
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
STYLESHEET = re.compile(r'<link rel="stylesheet"[^>]*>')
SERVICE = re.compile(r'<!--(?:(?!-->).)*RFC 8631.*?-->\s*<link rel="service-desc"[^>]*>', re.DOTALL)
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def document(aid: Aid, page: str) -> str:
    """The HTML of one page. Raises LookupError where Streamlit's own page is not as this module knows it."""
    words, app = aid.words.pages[page], aid.words.app
    html = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    html = _replaced(html, STYLESHEET, "")
    html = _replaced(html, SOURCE_SANS, _preloads())
    html = _replaced(html, SERVICE, "")
    opening = f'<html lang="{escape(aid.words.language)}" dir="{aid.words.locale.text_direction}">'
    html = _replaced(html, re.compile(r"<html lang=\"en\">"), opening)
    html = _replaced(html, re.compile(r"<title>.*?</title>"), _title(f"{words.menu} – {app['name']}") + _style())
    html = _replaced(html, re.compile(r"</head>"), f"{_chunks()}</head>")
    html = _replaced(
        html, NOSCRIPT, f'{_sight(aid, page)}<link rel="stylesheet" crossorigin href=".{stylesheet()[0]}">'
    )
    script = (HERE / "first_sight.js").read_text(encoding="utf-8")
    return _replaced(html, re.compile(r"</body>"), f"<script>{script}</script></body>")


def inline_scripts(html: str) -> list[str]:
    """The scripts that stand in a page itself, for the content-security policy."""
    return SCRIPT.findall(html)


def _sight(aid: Aid, page: str) -> str:
    """What is read first: step, heading, purpose, and on the first page the warning signs."""
    words, app = aid.words.pages[page], aid.words.app
    step = app["step"].format(number=STEPS.index(page) + 1, total=len(STEPS)) if page in STEPS else ""
    return (
        '<div id="first-sight"><main>'
        + (f'<p class="step">{escape(step)}</p>' if step else "")
        + f'<h1>{escape(words.title)}</h1><p class="purpose">{escape(words.purpose)}</p>'
        + (warning_section(aid, "first-signs") if page == FIRST else "")
        + f'<p class="wait" role="status" hidden>{escape(app["first_sight.wait"])}</p>'
        + f"<noscript><p>{escape(app['first_sight.no_script'])}</p></noscript></main></div>"
    )


def _title(text: str) -> str:
    return f"<title>{escape(text)}</title>"


@cache
def _style() -> str:
    """The faces of the font, and the look of what is read first."""
    faces = "".join(
        f"@font-face{{font-family:{face['family']};font-style:{face['style']};font-weight:{face['weight']};"
        f"font-display:swap;src:url(./{face['url']}) format('woff2');unicode-range:{face['unicodeRange']}}}"
        for face in st.get_option("theme.fontFaces")
    )
    look = Template((HERE / "first_sight.css").read_text(encoding="utf-8")).substitute(
        base=f"{st.get_option('theme.baseFontSize')}px",
        font=st.get_option("theme.font"),
        light_text=st.get_option("theme.light.textColor"),
        light_page=st.get_option("theme.light.backgroundColor"),
        dark_text=st.get_option("theme.dark.textColor"),
        dark_page=st.get_option("theme.dark.backgroundColor"),
    )
    return f'<style>{faces}</style><style id="first-sight-style">{look}</style>'


def _preloads() -> str:
    """The one font that the first words need, in place of Streamlit's."""
    url = st.get_option("theme.fontFaces")[0]["url"]
    return f'<link rel="preload" href="./{url}" as="font" type="font/woff2" crossorigin />'


@cache
def _chunks() -> str:
    """Tells the browser at once of the parts of Streamlit's program that every page here asks for later."""
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in needed_later())


def _taken(html: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(html)
    if not found:
        raise LookupError(f"Streamlit's page has nothing like {pattern.pattern!r}: see deploy/first_sight.py")
    return found[0]


def _replaced(html: str, pattern: re.Pattern[str], by: str) -> str:
    _taken(html, pattern)
    return pattern.sub(lambda _: by, html, count=1)
