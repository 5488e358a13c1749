"""The page as a server of one's own sends it: its words and programs, the booklet, and where an address leads."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from decision_aid import session
from decision_aid.booklet import blank_files, location
from decision_aid.booklet.page import blank_page
from decision_aid.pages import FIRST, PAGES
from deploy import chunks, first_sight, paper
from deploy.assets import STREAMLIT
from deploy.heads import heads
from harness.aids import changed, real_aid
from tests.cases.tables import cases
from tests.unit.asgi_client import Client, programs, texts

WORDS = real_aid().words
FIRST_GROUP = next(iter(WORDS.situation_groups.values()))
TITLES = {"situation": [FIRST_GROUP], "weigh": list[str]()}
"""Where a page's own title is not what stands first; which thing is weighed first is each person's own."""
ORIGINAL = (STREAMLIT / "index.html").read_text(encoding="utf-8")


def address(page: str) -> str:
    return "/" if page == FIRST else f"/{page}"


@pytest.mark.parametrize("name", PAGES)
def test_the_page_holds_its_words_and_all_programs_of_streamlit(client: Client, name: str) -> None:
    sent = client.get(address(name), headers={"accept-language": "en-GB"})
    assert sent.headers["vary"] == "Accept-Encoding, Accept-Language"
    assert sent.headers["cache-control"] == "no-cache"
    assert set(programs(ORIGINAL)) <= set(programs(sent.text))
    assert texts(sent.text, "h1") == TITLES.get(name, [WORDS.pages[name].title])
    assert texts(sent.text, "title") == [f"{WORDS.pages[name].menu} – {WORDS.app['name']}"]
    assert texts(sent.text, "strong").count(WORDS.urgent["numbers"]) == 1


def test_no_two_pages_have_the_same_title(client: Client) -> None:
    assert len({texts(client.get(address(name)).text, "title")[0] for name in PAGES}) == len(PAGES)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/situation?at=life", WORDS.situation_groups["life"]),
        ("/weigh?at=getting_about", WORDS.outcomes["getting_about"].name),
        ("/weigh?lang=en&at=result", WORDS.app["fit.heading"]),
        ("/priorities?at=result", WORDS.app["fit.heading"]),
        ("/chances?at=getting_about", WORDS.pages["chances"].title),
        ("/situation?at=<h1>", FIRST_GROUP),
    ],
)
def test_a_screen_is_sent_with_its_own_title(client: Client, path: str, title: str) -> None:
    assert texts(client.get(path).text, "h1") == [title]


def test_words_are_never_markup() -> None:
    aid, hostile = real_aid(), "</title></style><script>alert(1)</script>&amp;"
    words = WORDS.pages["start"].model_copy(update={"title": hostile, "purpose": hostile, "menu": hostile})
    spoiled = changed(aid, "words.pages.start", words)
    html, plain = (first_sight.document(either, "start", heads(either, "start")[""]) for either in (spoiled, aid))
    assert len(first_sight.inline_scripts(html)) == len(first_sight.inline_scripts(plain))
    assert texts(html, "h1") == [hostile]


@pytest.mark.parametrize("page", PAGES)
def test_the_parts_of_a_page_are_there_with_all_they_import(page: str) -> None:
    later = chunks.needed_later(page)
    assert len(later) > len(chunks.FOREMOST) + len(chunks.EVERYWHERE)
    for name in later:
        assert name not in ORIGINAL
        imported = chunks.IMPORTED.findall((chunks.FOLDER / name).read_text(encoding="utf-8"))
        assert all(other in later or other in ORIGINAL for other in imported)


def test_a_page_names_the_parts_in_turn_and_what_is_on_it_last(client: Client) -> None:
    sources = [Path(source).name for source in programs(client.get("/weigh").text)]
    assert sources[1:] == [*chunks.named_first(), *chunks.needed_later("weigh")]
    assert sorted(chunks.named_first()) == sorted(Path(source).name for source in programs(ORIGINAL)[1:])


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_booklet_is_a_page_of_its_own_and_every_page_leads_to_it(client: Client, language: str) -> None:
    sent = client.get(f"/paper/{language}", headers={"accept-encoding": "gzip"})
    assert sent.text == blank_page(session.content.aid(language))
    assert len(sent.body) < len(sent.content) / 2
    assert sent.headers["content-type"].startswith("text/html")
    link = f'href="./paper/{language}"'
    assert [name for name in PAGES if link not in client.get(f"/{name}?lang={language}").text] == []


@pytest.mark.parametrize("path", ["/paper/../app.py", "/paper/static/css/index.css"])
def test_no_booklet_is_made_up(client: Client, path: str) -> None:
    assert client.get(path).text == "behind"


@cases("server", "booklet")
def test_an_address_close_to_that_of_the_booklet_leads_to_it(client: Client, path: str, expected: str) -> None:
    """A white page stood there: the program finds none of its files from such an address."""
    sent = client.get(path, headers={"accept-language": "es-MX,en;q=0.5"})
    assert (sent.status_code, sent.headers["location"]) == (307, expected)
    assert client.get(urljoin(path, expected)).text == blank_page(session.content.aid(expected[-2:]))


@cases("server", "older links")
def test_an_older_link_that_was_escaped_leads_to_its_page(client: Client, path: str, expected: str) -> None:
    sent = client.get(path)  # as a server gets it, unescaped
    assert (sent.status_code, sent.headers["location"]) == (307, expected)


def test_what_a_clinic_hands_out_is_made_in_each_language_and_its_address_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for module in (paper, location, blank_files):
        monkeypatch.setattr(module, "FILES", tmp_path / "booklet")
    assert location.address("en", "us-letter", is_page=False) == ""
    paper.main()
    assert location.address("es", "a4", is_page=False) == "./app/static/booklet/es-a4.pdf"
    kinds = [re.sub(r".*\.", "", file.name) for file in (tmp_path / "booklet").iterdir()]
    assert (kinds.count("pdf"), kinds.count("html")) == (8, 2)
