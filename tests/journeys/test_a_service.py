"""A clinic with a site.yaml as in docs/your-clinic.md: where its entries appear, and what stays unchanged."""

import re
import shutil
import zlib
from base64 import b64decode
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from markupsafe import escape
from streamlit import config

from decision_aid import session, style
from decision_aid.booklet.blank_files import blank_pdf
from decision_aid.booklet.page import blank_page
from decision_aid.content.folder import ContentFolder
from decision_aid.content.load import ContentFaults, load
from decision_aid.exports.page import html_page
from decision_aid.exports.pdf import pdf
from decision_aid.exports.record_note import record_note
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.model.site import Site
from decision_aid.summary.summary import summarize
from deploy.first_sight import document
from deploy.heads import Head
from harness.aids import REAL, SMALL, real_aid
from harness.walking import arrive, go, opened, texts
from tests.made_up_service import LOGO, content_of_a_service

NUMBERS = ("911", "999", "111")
"""The delivered emergency numbers, which this clinic has replaced."""
TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return content_of_a_service(tmp_path_factory.mktemp("clinic"))


@pytest.fixture(scope="module")
def clinic(folder: Path) -> ContentFolder:
    return ContentFolder(folder)


@pytest.fixture
def english(clinic: ContentFolder) -> Aid:
    return clinic.aid("en")


def logos(html: str) -> list[str]:
    """The SVG drawings embedded in a page as data."""
    return [b64decode(data).decode() for data in re.findall(r'src="data:image/svg\+xml;base64,([^"]*)"', html)]


def pdf_text(file: bytes) -> str:
    """The text of a PDF."""
    reader = pypdfium2.PdfDocument(file)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in reader)


def alternative_texts(file: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(file)) as reader:
        yield from (
            str(part["/Alt"]) for part in reader.objects if isinstance(part, pikepdf.Dictionary) and "/Alt" in part
        )


def test_as_delivered_no_service_is_named_and_all_languages_are_offered() -> None:
    site = real_aid().site
    assert site.model_copy(update={"emergency": ()}) == Site()
    assert ContentFolder(REAL).languages == ["en", "es"]
    assert 'class="service"' not in blank_page(real_aid()) + document(real_aid(), "start", Head())
    assert style.page_style("start", site.accent) == style.page_style("start")


def test_on_screen(clinic: ContentFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "content", clinic)
    site, at = clinic.aid("en").site, arrive("en")
    for page in ("start", "weigh", "about"):
        (head,) = [html for html in texts(go(at, page)) if 'class="service"' in html]
        assert site.name in head
        assert logos(head) == [LOGO]
        assert 'alt="Northfield: a hill and the sun"' in head
    assert site.hosting in "".join(texts(at))
    assert 'href="tel:+15550100199"' in "".join(texts(at))
    warned = "".join(html for html in texts(go(at, "start")) if 'class="urgent"' in html)
    assert "112" in warned
    assert not [number for number in NUMBERS if number in warned]
    next_steps = "".join(texts(opened(go(at, "questions"), "shown.more-questions-next")))
    assert all(str(escape(name)) in next_steps for name in (site.appointment.name, site.specialist.name))
    assert site.accent
    assert site.accent.light in "".join(texts(at))
    assert clinic.languages == ["es", "en"]


def test_before_the_program_has_come(english: Aid) -> None:
    html = document(english, "start", Head())
    assert html.count('class="service"') == 1
    assert logos(html) == [LOGO]
    assert html.index(english.site.name) < html.index(english.words.urgent["numbers"])


def test_streamlits_own_controls_have_the_accent(english: Aid, monkeypatch: pytest.MonkeyPatch) -> None:
    options: dict[str, object] = {}
    monkeypatch.setattr(config, "set_option", options.__setitem__)
    style.apply_accent(english.site.accent)
    accent = english.site.accent
    assert accent
    for scheme, color in (("light", accent.light), ("dark", accent.dark)):
        assert options[f"theme.{scheme}.primaryColor"] == options[f"theme.{scheme}.linkColor"] == color


def test_in_what_leaves(english: Aid) -> None:
    summary = summarize(english, Answers(situation={"urgent_signs": ("fever",)}), TODAY)
    line = f"{english.site.name} · {english.words.app['contact.phone'].format(phone=english.site.contact.phone)}"
    file = pdf(english, summary, "a4")
    assert pdf_text(file).startswith(line)
    assert english.site.logo
    assert english.site.logo.text in alternative_texts(file)
    page = html_page(english, summary)
    assert line in page
    assert logos(page) == [LOGO]
    assert plain_text(english, summary).startswith(line)
    for text in (pdf_text(file), page, plain_text(english, summary)):
        assert english.words.urgent["numbers"] in text
    note = record_note(english, summary).splitlines()
    assert english.site.name in note[-2]
    assert english.words.app["name"] in note[-1]


def test_in_the_booklet(english: Aid) -> None:
    file, page = blank_pdf(english, "a4"), blank_page(english)
    for text in (pdf_text(file), page):
        for entry in (english.site.name, english.site.appointment.name, english.site.contact.phone, "spine@northfield"):
            assert entry in text
    assert english.site.logo
    assert english.site.logo.text in alternative_texts(file)
    assert logos(page) == [LOGO]
    assert english.site.accent
    assert english.site.accent.dark in page


def test_each_language_says_it_in_its_own_words(clinic: ContentFolder) -> None:
    english, spanish = clinic.aid("en"), clinic.aid("es")
    assert english.site.name != spanish.site.name
    assert spanish.words.urgent["numbers"].count("112") == english.words.urgent["numbers"].count("112") == 1


def test_a_logo_in_png_is_taken_too(tmp_path: Path) -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    size = (8).to_bytes(4, "big") * 2 + bytes((8, 0, 0, 0, 0))
    picture = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(72))) + chunk(b"IEND", b"")
    )
    copy = Path(shutil.copytree(SMALL, tmp_path / "content"))
    (copy / "logo.png").write_bytes(picture)
    with (copy / "site.yaml").open("a", encoding="utf-8") as site:
        site.write("logo: {file: logo.png, text: A throat}\n")
    aid = load(copy, "en")
    assert "A throat" in alternative_texts(pdf(aid, summarize(aid, Answers(), TODAY), "us-letter"))
    assert "data:image/png;base64," in blank_page(aid)
    (copy / "logo.png").write_bytes(picture[:-20])
    with pytest.raises(ContentFaults, match=r"logo\.png:1"):
        load(copy, "en")
