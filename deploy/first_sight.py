"""The page as the server sends it: Streamlit's own, with what a person has to read first already in it.

The words come from the Aid, the look from the theme. A small script takes it away when Streamlit shows the same.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from string import Template

import streamlit as st
from markupsafe import Markup

from decision_aid.booklet.location import page_address
from decision_aid.model.aid import Aid
from decision_aid.pages import FIRST, PAGES, STEPS
from decision_aid.wording.service import service_head
from decision_aid.wording.warning_signs import warning_section
from deploy import ROOT
from deploy.assets import STREAMLIT
from deploy.chunks import NAMED, named_first, needed_later
from deploy.heads import Head
from deploy.stylesheet import own, stylesheet

HERE = Path(__file__).parent
CLOSES_DIALOG = ROOT / "decision_aid" / "session" / "connection_dialog.js"
SOURCE_SANS = re.compile(r'<link\s+rel="preload"[^>]*SourceSans[^>]*>')
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
STYLESHEET = re.compile(r'<link rel="stylesheet"[^>]*>')
SERVICE = re.compile(r'<!--(?:(?!-->).)*RFC 8631.*?-->\s*<link rel="service-desc"[^>]*>', re.DOTALL)
NAMED_FIRST = re.compile(rf"(?:{NAMED.pattern}\s*)+")
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def document(aid: Aid, page: str, head: Head) -> Markup:
    """The HTML of one page, with the head of a screen.

    Raises LookupError where Streamlit's own page is not as this module knows it.
    """
    app = aid.words.app
    name = aid.words.pages[page].menu if page in PAGES else head.title
    html = _own(STREAMLIT / "index.html")
    html = _replaced(html, STYLESHEET, Markup())
    html = _replaced(html, SOURCE_SANS, _preloads())
    html = _replaced(html, SERVICE, Markup())
    opening = Markup('<html lang="{}" dir="{}">').format(aid.words.language, aid.words.locale.text_direction)
    html = _replaced(html, re.compile(r"<html lang=\"en\">"), opening)
    title = Markup('<title translate="no">{}</title>').format(f"{name} – {app['name']}")
    html = _replaced(html, re.compile(r"<title>.*?</title>"), title + _script(HERE / "connecting.js") + _style())
    html = _replaced(html, NAMED_FIRST, _named((*named_first(), *needed_later(page))))
    link = Markup('<link rel="stylesheet" crossorigin href=".{}">')
    sheets = Markup().join(link.format(path) for path, _ in (stylesheet(), own()))
    html = _replaced(html, NOSCRIPT, _sight(aid, page, head) + sheets)
    script = _script(CLOSES_DIALOG, HERE / "first_sight.js")
    return _replaced(html, re.compile(r"</body>"), script + Markup("</body>"))


def inline_scripts(html: str) -> list[str]:
    """The scripts that stand in a page itself, for the content-security policy."""
    return SCRIPT.findall(html)


def _own(file: Path) -> Markup:
    """A file of Streamlit's or of ours, as it stands."""
    return Markup(file.read_text(encoding="utf-8"))  # noqa: S704


def _script(*files: Path) -> Markup:
    """Programs of ours that stand in the page itself."""
    return Markup("<script>{}</script>").format(Markup().join(map(_own, files)))


def _sight(aid: Aid, page: str, head: Head) -> Markup:
    """What is read first: the step and its bar, heading, purpose, and on the first page the warning signs."""
    app = aid.words.app
    number = STEPS.index(page) + 1 if page in STEPS else 0
    step = app["step"].format(number=number, total=len(STEPS), page=aid.words.pages[page].menu) if number else ""
    return Markup(
        '<div id="first-sight"><main>{service}{step}{bar}{over}{title}{purpose}{signs}'
        '<p class="wait" role="status" hidden>{wait}</p>{paper}{late}'
        "<noscript><p>{no_script}</p><style>#first-sight .late-signs[hidden]{{display:block}}</style></noscript>"
        "</main></div>"
    ).format(
        service=service_head(aid),
        step=Markup('<p class="step">{}</p>').format(step) if step else "",
        bar=_bar(aid, number),
        over=Markup('<p class="over">&nbsp;</p>') if head.under_a_line else "",
        title=Markup("<h1>{}</h1>").format(head.title) if head.title else "",
        purpose=Markup('<p class="purpose">{}</p>').format(head.purpose) if head.purpose else "",
        signs=warning_section(aid, "first-signs") if page == FIRST else "",
        wait=app["first_sight.wait"],
        paper=_paper(aid),
        late=_late(aid, page),
        no_script=app["first_sight.no_script"],
    )


def _paper(aid: Aid) -> Markup:
    """The way to the same content without the program, for whoever cannot start it or does not want to wait."""
    link = Markup('<p class="paper"><a href="{}">{}</a></p>')
    return link.format(page_address(aid.words.language), aid.words.booklet.on_one_page)


def _late(aid: Aid, page: str) -> Markup:
    """What is said once the aid has not come for a while: why, and whom to call. On the first page that is there."""
    app = aid.words.app
    return Markup(
        '<div class="late" role="status"><p class="no-program" hidden>{no_program}</p>'
        '<p class="no-connection" hidden>{no_connection}</p></div><div class="late-signs" hidden>{signs}</div>'
    ).format(
        no_program=app["first_sight.no_program"],
        no_connection=app["first_sight.no_connection"],
        signs="" if page == FIRST else warning_section(aid, "first-signs"),
    )


def _bar(aid: Aid, number: int) -> Markup:
    """The steps as they look before they are links; 0 on a page that is none. What it says is said in words above."""
    segment, bar = Markup('<span class="{}">{}</span>'), Markup()
    for index, step in enumerate(STEPS, start=1):
        look = "done" if index < number else "now" if index == number else "ahead"
        bar += segment.format(look, aid.words.pages[step].menu)
    return Markup('<div class="steps-bar" aria-hidden="true">{}</div>').format(bar)


@cache
def _style() -> Markup:
    """The faces of the font, and the look of what is read first."""
    face = Markup(
        "@font-face{{font-family:{family};font-style:{style};font-weight:{weight};"
        "font-display:swap;src:url(./{url}) format('woff2');unicode-range:{unicodeRange}}}"
    )
    faces = Markup().join(face.format(**known) for known in st.get_option("theme.fontFaces"))
    look = Template((HERE / "first_sight.css").read_text(encoding="utf-8")).substitute(
        base=f"{st.get_option('theme.baseFontSize') / 16:.1%}",
        font=st.get_option("theme.font"),
        light_text=st.get_option("theme.light.textColor"),
        light_page=st.get_option("theme.light.backgroundColor"),
        dark_text=st.get_option("theme.dark.textColor"),
        dark_page=st.get_option("theme.dark.backgroundColor"),
        light_accent=st.get_option("theme.light.primaryColor"),
        dark_accent=st.get_option("theme.dark.primaryColor"),
    )
    own_look = Markup(look)  # noqa: S704 (our own file, filled from our own settings)
    return Markup('<style>{}</style><style id="first-sight-style">{}</style>').format(faces, own_look)


def _preloads() -> Markup:
    """The one font that the first words need, in place of Streamlit's; and our own style sheet."""
    font = Markup('<link rel="preload" href="./{}" as="font" type="font/woff2" crossorigin />')
    sheet = Markup('<link rel="preload" href=".{}" as="style" crossorigin />')
    return font.format(st.get_option("theme.fontFaces")[0]["url"]) + sheet.format(own()[0])


def _named(files: Iterable[str]) -> Markup:
    """Tells the browser at once of parts of Streamlit's program, in the order in which it shall ask for them."""
    link = Markup('<link rel="modulepreload" crossorigin href="./static/js/{}">')
    return Markup().join(link.format(name) for name in files)


def _replaced(html: Markup, pattern: re.Pattern[str], by: Markup) -> Markup:
    match = pattern.search(html)
    if not match:
        raise LookupError(f"Streamlit's page has nothing like {pattern.pattern!r}: see deploy/first_sight.py")
    return html[: match.start()] + by + html[match.end() :]
