"""Whatever signs a translator writes, all that leaves and all that the server sends first shows them as text."""

from datetime import date

import pytest

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.pages import PAGES
from decision_aid.summary.summary import Summary, summarize
from deploy import first_sight
from deploy.heads import heads
from harness.people import ordinary
from tests.markup import ParsedHtml
from tests.pseudo import signed, with_signs
from tests.unit.exported import EXPORTED, text_of_html


@pytest.fixture(scope="module")
def aid(tmp_path_factory: pytest.TempPathFactory) -> Aid:
    folder, _ = with_signs(session.CONTENT, tmp_path_factory.mktemp("signs"))
    return load(folder, "en")


@pytest.fixture(scope="module")
def summary(aid: Aid) -> Summary:
    urgent = {"urgent_signs": ("fever",)}
    person = ordinary(aid)
    return summarize(aid, person.model_copy(update={"situation": person.situation | urgent}), date(2025, 3, 4))


@pytest.mark.parametrize(("export", "least"), [("page", 100), ("text", 100), ("FHIR narrative", 50), ("calendar", 8)])
def test_what_leaves_shows_every_sign(aid: Aid, summary: Summary, export: str, least: int) -> None:
    whole, broken = signed(EXPORTED[export](aid, summary))
    assert broken == []
    assert len(whole) >= least


def test_the_pdf_shows_every_sign(aid: Aid, summary: Summary) -> None:
    text = EXPORTED["pdf"](aid, summary)
    ends = text.count("@@")  # lines of two columns may come mixed, and a text in pieces
    assert ends > 200
    assert [text.count(sign) * 2 for sign in "<\\"] == [ends * 3, ends]
    assert "&amp;" not in text


def test_the_mail_shows_every_sign_but_those_of_a_line_that_is_cut(aid: Aid, summary: Summary) -> None:
    assert all(line.endswith("…") for line in EXPORTED["mail"](aid, summary).split("\r\n") if signed(line)[1])


def test_what_the_server_sends_first_shows_every_sign(aid: Aid) -> None:
    for page in PAGES:
        document = first_sight.document(aid, page, next(iter(heads(aid, page).values())))
        sight = document[document.index('<div id="first-sight">') : document.index('<link rel="stylesheet"')]
        title = ParsedHtml(document[: document.index("<style")]).text
        for text, least in ((text_of_html(sight), 4), (title, 2)):
            whole, broken = signed(text)
            assert broken == []
            assert len(whole) >= least
