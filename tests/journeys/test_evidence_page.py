"""The evidence page shows ten figures at a time, of all or of those found; every page says when a review is late."""

import re
from datetime import date, timedelta
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid import reader
from decision_aid.model.aid import Aid
from decision_aid.wording.evidence_search import find_estimates
from harness.aids import real_aid
from harness.walking import answers, arrive, check, given, go, offered, opened, press, texts
from tests.cases.published import estimates

FILTERS = ("outcome", "option", "certainty", "comparator")


@pytest.fixture
def evidence() -> AppTest:
    return go(arrive(), "evidence")


def look_for(at: AppTest, name: str, value: str | None) -> AppTest:
    at.get_by_key(f"shown.ledger.{name}").set_value(value)
    return check(at.run())


def rows(at: AppTest) -> int:
    """The number of figures shown: rows of the table below the line that counts them."""
    caption = real_aid().words.app["figures_caption"]
    return sum(block.value.count('scope="row"') for block in at.html if caption in block.value)


def numbers_in_count(at: AppTest) -> list[int]:
    """The numbers in the line that says how many figures are shown."""
    (line,) = [block.value for block in at.get_by_key("told-ledger").get("html")]
    return [int(number) for number in re.findall(r"\d+", line)]


def test_ten_figures_are_shown_at_once_and_ten_more_by_each_press(aid: Aid, evidence: AppTest) -> None:
    total = len(aid.evidence.estimates)
    assert all(evidence.get_by_key(f"shown.ledger.{name}").value is None for name in FILTERS)
    assert offered(evidence).keys() == {"evidence"}
    for count in (*range(10, total, 10), total):
        assert rows(evidence) == count
        assert numbers_in_count(evidence) == [count, total, total]
        if count < total:
            press(evidence, "ledger-more")
    assert not [button for button in evidence.button if button.key == "ledger-more"]
    translatable = re.sub(r'<span [^>]*translate="no".*?</span>', "", "".join(block.value for block in evidence.html))
    studies = {source.study for source in aid.evidence.sources.values() if source.study}
    assert {study for study in studies if re.search(rf"\b{study}\b", translatable)} == set()


@pytest.mark.parametrize(
    ("name", "value"),
    [("outcome", "pain_year"), ("option", "sham"), ("certainty", "low"), ("comparator", "sham"), ("text", "vertos")],
)
def test_a_search_shows_what_fits_and_says_how_many_of_how_many(
    aid: Aid, evidence: AppTest, name: str, value: str
) -> None:
    matches = find_estimates(aid, **{name: value})
    look_for(evidence, name, value)
    assert rows(evidence) == min(len(matches), 10)
    assert numbers_in_count(evidence) == [rows(evidence), len(matches), len(aid.evidence.estimates)]
    assert 0 < len(matches) < len(aid.evidence.estimates)
    text = re.sub("</?span[^>]*>", "", "\n".join(block.value for block in evidence.html))
    assert all(escape(aid.words.estimates[match].title) in text for match in matches[:10])
    look_for(evidence, name, "" if name == "text" else None)
    assert numbers_in_count(evidence)[1] == len(aid.evidence.estimates)


def test_it_says_how_many_figures_nobody_has_rated(aid: Aid, evidence: AppTest) -> None:
    unrated = [estimate["certainty"] for estimate in estimates().values()].count("not_rated")
    line = aid.words.app["certainty.unrated"].format(count=unrated, number=len(estimates()))
    assert line in texts(evidence)


def test_a_search_that_finds_nothing_gets_a_kind_word_and_no_file(aid: Aid, evidence: AppTest) -> None:
    look_for(evidence, "text", "<b>no such study</b>")
    assert numbers_in_count(evidence) == [0, 0, len(aid.evidence.estimates)]
    assert rows(evidence) == 0
    assert offered(evidence) == {}
    assert aid.words.app["ledger.none"] in texts(evidence)


def test_a_search_is_no_answer(evidence: AppTest) -> None:
    before = given(answers(evidence))
    look_for(look_for(evidence, "outcome", "pain_year"), "text", "vertos")
    assert given(answers(evidence)) == before


def test_each_version_of_the_evidence_says_what_changed(aid: Aid, evidence: AppTest) -> None:
    opened(evidence, "shown.more-changes")
    text = "\n".join(texts(evidence))
    headings = " ".join(heading.value for heading in evidence.subheader)
    for version, lines in aid.words.changes.items():
        assert version in headings
        assert all(line in text for line in lines)


def banners(at: AppTest) -> list[str]:
    return [block.value for block in at.html if 'role="note"' in block.value]


def set_today(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "today", lambda: day)


def test_once_the_review_is_late_every_page_says_so(aid: Aid, monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(aid.decision.next_review + timedelta(days=1), monkeypatch)
    at = arrive()
    for page in ("start", "chances", "evidence"):
        (banner,) = banners(go(at, page))
        assert str(aid.decision.next_review.year) in banner
        assert 'role="alert"' not in banner


def test_until_the_review_is_late_no_page_speaks_of_it(aid: Aid, monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(aid.decision.next_review, monkeypatch)
    at = arrive()
    assert banners(at) == banners(go(at, "evidence")) == []
