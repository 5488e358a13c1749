"""Every figure that leaves says six things: value, range, time, who, against what, and how sure. Read from files."""

import re
from datetime import date
from functools import lru_cache
from typing import Any

import pytest

from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.summary.summary import Summary, summarize
from decision_aid.wording.citations import citation
from tests.cases.published import CONTENT, estimates, raw
from tests.unit.exported import EXPORTED

LANGUAGES = ("en", "es")
RATED = [name for name, outcome in raw("decision.yaml")["outcomes"].items() if outcome.get("rated", True)]
TELL_FACTS = ("text", "page", "pdf")
TELL_NONE = ("mail", "record note", "FHIR narrative", "calendar")


@lru_cache
def aid_in(language: str) -> Aid:
    return load(CONTENT, language)


@lru_cache
def summary_of(language: str, outcome: str) -> Summary:
    return summarize(aid_in(language), Answers(importance={outcome: 9}), date(2026, 11, 29))


@lru_cache
def exported(language: str, outcome: str, export: str) -> str:
    """What an export says, without the spaces and hyphens that a layout may change."""
    return squeezed(EXPORTED[export](aid_in(language), summary_of(language, outcome)))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe\x02-]", "", text)


def shown(outcome: str) -> set[str]:
    """The estimates that leave with an outcome: those of its key rows, and those that its facts quote."""
    known = raw("decision.yaml")["outcomes"][outcome]
    rows = known.get("rows", {})
    facts = " ".join(raw("words/en/outcomes.yaml")[outcome]["facts"].values())
    in_rows = {name for key in known.get("key_rows", list(rows)[:1]) for name in rows[key]["estimates"]}
    return in_rows | {*re.findall(r"\{(\w+)\.", facts)}


@pytest.mark.parametrize("export", TELL_FACTS)
@pytest.mark.parametrize("outcome", RATED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_that_leaves_says_its_six_parts(language: str, outcome: str, export: str) -> None:
    aid, text = aid_in(language), exported(language, outcome, export)
    (fact,) = summary_of(language, outcome).facts
    assert {figure.estimate for figure in fact.figures} == shown(outcome)
    words = raw(f"words/{language}/estimates.yaml")
    for figure in fact.figures:
        name, estimate = figure.estimate, estimates()[figure.estimate]
        start = text.index(squeezed(f"{words[name]['title']}. {figure.comparator}"))
        passage = text[start : text.index(squeezed(figure.reason), start) + len(squeezed(figure.reason))]
        for group in figure.groups:
            assert group.value
            assert all(squeezed(text) in passage for text in (group.group, group.value, group.range, group.text))
            assert group.range or group.people is None
        # When, in whom, against what, and how sure and why: each from its own place in the files.
        assert figure.time
        assert squeezed(figure.time) in passage
        assert squeezed(words[name]["who"]) in passage
        assert squeezed(raw(f"words/{language}/comparators.yaml")[estimate["comparator"]]["name"]) in passage
        for rating in estimate["certainty"] if estimate["certainty"] != "not_rated" else ():
            rated = raw(f"words/{language}/certainty.yaml")[rating]
            assert all(squeezed(rated[part]) in passage for part in ("says", "body") if part in rated)
            grades = raw("evidence/certainty.yaml")[rating].get("grades", ())
            assert all(squeezed(raw(f"words/{language}/app.yaml")[f"grade.{grade}"]) in passage for grade in grades)
        assert (squeezed(aid.words.app["certainty.not_rated"]) in passage) == (estimate["certainty"] == "not_rated")
        assert squeezed(words[name]["reason"]) in passage


@pytest.mark.parametrize("outcome", ["pain_first_month", "pain_year"])
@pytest.mark.parametrize("export", TELL_FACTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_points_of_pain_leave_with_the_smallest_change_that_people_notice(
    language: str, outcome: str, export: str
) -> None:
    noticed = estimates()["pain_change_noticed"]["measure"]
    title = squeezed(raw(f"words/{language}/estimates.yaml")["pain_change_noticed"]["title"])
    in_points = [name for name in shown(outcome) if estimates()[name]["measure"].get("scale") == "pain"]
    passages = exported(language, outcome, export).split(title)[1:]
    (fact,) = summary_of(language, outcome).facts
    # On paper, figures that stand under each other share it: those of the second sheet, and those of the third.
    sheets = [part for part in (fact.main, fact.further) if any(figure.estimate in in_points for figure in part)]
    assert len(in_points) >= 2
    assert len(passages) == (len(in_points) if export == "text" else len(sheets))
    assert all(str(noticed["low"]) in passage[:100] for passage in passages)


def address(source: dict[str, Any]) -> str:
    """Where a source can be read, as one types it: a DOI and a PMID lead to their own sites. "" where it has none."""
    if "doi" in source:
        return f"doi.org/{source['doi']}"
    if "pmid" in source:
        return f"pubmed.ncbi.nlm.nih.gov/{source['pmid']}"
    return re.sub("^https?://|/$", "", source.get("link", ""))


@pytest.mark.parametrize("export", TELL_FACTS)
@pytest.mark.parametrize("outcome", RATED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sources_of_every_figure_leave_with_it_each_with_a_name_and_an_address(
    language: str, outcome: str, export: str
) -> None:
    known, text = raw("evidence/sources.yaml"), exported(language, outcome, export)
    names = {name for estimate in shown(outcome) for name in estimates()[estimate]["sources"]}
    for name in names:
        source = known[name]
        index = text.index(squeezed(source.get("authors") or source["title"]))
        assert squeezed(source.get("journal", source.get("title", ""))) in text[index:], name
        where = address(source) or raw(f"words/{language}/app.yaml")["source.no_address"]
        assert squeezed(where) in text[index:], name


def test_what_we_say_of_a_source_is_in_the_language_of_the_sheet() -> None:
    """What stands beside a source's own words comes from the words of the language, and never is a gap in English."""
    app = raw("words/es/app.yaml")
    for name, source in raw("evidence/sources.yaml").items():
        printed = citation(aid_in("es"), name)
        left = printed.cited
        left = left.replace(f"({source['study']})", "") if "study" in source else left
        for part in ("authors", "title", "journal", "year"):
            left = left.replace(str(source.get(part, "")).rstrip("."), "")
        assert left.strip(". ") == ""
        assert "not checked" not in printed.cited.casefold()
        remarks = [words for key, words in app.items() if key.startswith("source.")]
        assert all(part in remarks for part in printed.remark.rstrip(".").split(". ") if part)
        assert bool(address(source)) != (app["source.no_address"] in printed.remark)


def test_the_review_of_2006_is_cited_by_its_own_authors_and_identifier() -> None:
    """Springer's page of the article: European Spine Journal, volume 15, pages 1749-1758."""
    cited = citation(aid_in("en"), "ploeg_2006")
    assert cited.url == "https://doi.org/10.1007/s00586-006-0159-z"
    assert cited.cited.startswith("Ploeg WT, Veldhuizen AG, The B, Sietsma MS.")
    assert "European Spine Journal 15:1749-1758. 2006." in cited.cited


@pytest.mark.parametrize("export", TELL_NONE)
@pytest.mark.parametrize("outcome", RATED)
def test_what_has_no_room_for_all_six_tells_no_figure_at_all(outcome: str, export: str) -> None:
    (fact,) = summary_of("en", outcome).facts
    text = exported("en", outcome, export)
    assert [group.value for figure in fact.figures for group in figure.groups if squeezed(group.value) in text] == []
    assert [text_known for _, text_known in fact.known if squeezed(text_known) in text] == []
