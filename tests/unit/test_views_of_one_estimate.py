"""One estimate in several forms: sentences, counts, pictures, tables and descriptions that cannot disagree."""

import re
from decimal import ROUND_HALF_UP, Decimal
from html import unescape

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.exports.evidence_csv import evidence_csv
from decision_aid.model.answers import Display
from decision_aid.model.evidence import Arm, Frequency, Horizon
from decision_aid.reasoning.frequencies import NaturalFrequency, natural_frequency
from decision_aid.reasoning.key_facts import key_rows
from decision_aid.views import ledger
from decision_aid.views.chance import block
from decision_aid.views.frequency_figure import arms
from decision_aid.views.key_row import key_row
from decision_aid.wording.certainty import certainty
from decision_aid.wording.icon_array import icon_array
from decision_aid.wording.key_figures import key_figure
from decision_aid.wording.sentences import difference
from tests.cases.published import TENTH, estimates, point, ratings, raw
from tests.unit.people import real_aid
from tests.unit.test_evidence_csv import read
from tests.unit.test_icon_array import people_drawn
from tests.unit.test_number_line import drawn

AID = real_aid()
FREQUENCIES = {
    name: estimate.measure
    for name, estimate in AID.evidence.estimates.items()
    if isinstance(estimate.measure, Frequency)
}
COUNT = re.compile(r"\b(\d+)(?: to (\d+))? of (\d+)\b")
"""How the English words count people."""


def published(arm: Arm, per: int) -> int:
    """The count by a route of its own: decimal long division, halves up."""
    share = Decimal(arm.events) * per / Decimal(arm.denominator)
    return int(share.quantize(Decimal(1), ROUND_HALF_UP))


@given(st.integers(0, 100), st.integers(0, 100))
def test_the_marked_people_are_the_difference(count: int, baseline: int) -> None:
    drawn = {
        state: len(cells)
        for state, cells in people_drawn(icon_array(NaturalFrequency(count, 100), "x", baseline)).items()
    }
    assert drawn.get("added", 0) - drawn.get("spared", 0) == count - baseline
    assert drawn.get("certain", 0) + drawn.get("added", 0) == count
    assert sum(drawn.values()) == 100


@pytest.mark.parametrize("name", FREQUENCIES)
@pytest.mark.parametrize("per", [100, 1000])
def test_the_difference_is_that_of_the_counts_on_show(name: str, per: int) -> None:
    sentence, compared = difference(AID, name, per), FREQUENCIES[name].arms
    if len(compared) == 2 and all(arm.events is not None for arm in compared):
        first, second = (published(arm, per) for arm in compared)
        apart = [(str(abs(first - second)), "more" if first > second else "fewer", str(per))] if first != second else []
        assert sentence
        assert re.findall(r"\b(\d+) (more|fewer) of (\d+)\b", sentence) == apart
    else:
        assert sentence == ""


def test_a_difference_that_rounding_has_changed_says_so() -> None:
    # Opioid nausea: 21 of 100 and 5.6 of 100 are 15.4 apart; the counts on show are 21 and 6.
    rounded = AID.words.app["difference.rounded"]
    assert rounded not in difference(AID, "opioid_nausea", 100)
    # Stopped because of side effects: 22 and 7.1, 14.9 apart, shown as 22 and 7: 15, the same.
    assert rounded not in difference(AID, "opioid_stopped", 100)
    # VERTOS II: 16.48 and 24.71 are 8.2 apart; the counts on show are 16 and 25, 9 apart.
    assert rounded in difference(AID, "vertos2_new_fracture", 100)


# The row that says most of an outcome, on the screen where it is weighed


def keyed(kind: str) -> dict[str, tuple[str, Horizon | None]]:
    """By estimate of a kind, the outcome that it stands for and the time that is picked, as the files have them."""
    by_estimate = {}
    for outcome, record in raw("decision.yaml")["outcomes"].items():
        for key in (record.get("key_rows") or list(record.get("rows", {})))[:1]:
            row = record["rows"][key]
            at = Horizon(**row["at"]) if "at" in row else None
            by_estimate |= {
                name: (outcome, at) for name in row["estimates"] if estimates()[name]["measure"]["kind"] == kind
            }
    return by_estimate


def section(name: str) -> str:
    """The part of a key row that is of one estimate: the one whose drawing is described as the figure is elsewhere."""
    outcome, _ = keyed("frequency").get(name) or keyed("difference")[name]
    row = AID.decision.outcomes[outcome].rows[key_rows(AID, outcome)[0].row]
    return re.findall(r"<section.*?</section>", key_row(AID, outcome, all_figures=True), re.DOTALL)[
        row.estimates.index(name)
    ]


@pytest.mark.parametrize("name", keyed("difference"))
def test_a_difference_has_the_published_numbers_in_words_in_its_drawing_and_in_the_description(name: str) -> None:
    _, at = keyed("difference")[name]
    points = estimates()[name]["measure"]["points"]
    measured = point(next(written for written in points if at is None or Horizon(**written["at"]) == at))
    shown = [number for number in measured.shown(TENTH) if number is not None]
    html = section(name)
    (label,) = re.findall(r'aria-label="([^"]*)"', html)
    words = re.sub(r"(?s)<svg.*?</svg>|<[^>]*>", " ", html)
    for text in (label, words):
        assert all(re.search(rf"(?<![\d.]){re.escape(number)}(?![\d]|\.\d)", text) for number in shown), (shown, text)
    places, end = drawn(html), raw("decision.yaml")["scales"][estimates()[name]["measure"]["scale"]]["high"]
    a_point = (places["end"] - places["zero"]) / end
    for part, number in zip(("value", "low", "high"), shown, strict=True):
        assert abs((places[part] - places["zero"]) / a_point - float(number.replace("\N{MINUS SIGN}", "-"))) < 0.01


@pytest.mark.parametrize("name", keyed("frequency"))
def test_the_people_on_a_card_are_as_many_as_its_count_and_the_others_make_up_the_rest(name: str) -> None:
    cards = re.findall(r"<figure.*?</figure>", section(name), re.DOTALL)
    arms_published = FREQUENCIES[name].arms
    assert len(cards) == len(arms_published)
    for arm, card in zip(arms_published, cards, strict=True):
        words = re.sub(r"(?s)<svg.*?</svg>|<[^>]*>", " ", card)
        if arm.cannot_happen:
            assert AID.words.app["cannot_happen"] in unescape(words)
            continue
        picture = {state: len(cells) for state, cells in people_drawn(card).items()}
        people = natural_frequency(arm, FREQUENCIES[name].per)
        if arm.events is not None:
            count = published(arm, people.per)
            assert picture.get("certain", 0) + picture.get("likely", 0) == count
            assert re.search(rf"\b{count} of {people.per}\b", words)
            assert re.search(rf"\b{people.per - count}\b", words)
        ends = [str(end) for end in (people.low, people.high) if end is not None]
        assert all(re.search(rf"\b{end}\b", words) for end in ends)


# What a figure tells with its people


@pytest.mark.parametrize("name", FREQUENCIES)
def test_each_chance_says_who_was_studied_and_when(name: str) -> None:
    text, words = text_of_block(name), AID.words.estimates[name]
    assert words.who
    assert words.when
    assert words.who in text
    assert words.when in text


@pytest.mark.parametrize("name", FREQUENCIES)
def test_each_chance_has_its_range_or_says_why_there_is_none(name: str) -> None:
    figures = re.findall(r"<figure[^>]*>.*?</figure>", arms(AID, name, Display()))
    for arm, figure in zip(FREQUENCIES[name].arms, figures, strict=True):
        spread = [(low, high) for low, high, _ in COUNT.findall(re.sub(r"<[^>]*>", " ", figure)) if high]
        reason = AID.words.app.get(f"no_range.{FREQUENCIES[name].no_range}", "")
        assert arm.cannot_happen or spread or (reason and unescape(reason) in unescape(figure))


def test_each_figure_says_how_sure_it_is_and_why() -> None:
    for name, estimate in AID.evidence.estimates.items():
        at_once = unescape(re.sub(r"<details>.*?</details>|<[^>]*>", "", block(AID, name)))
        assert AID.words.estimates[name].reason, name
        assert AID.words.estimates[name].reason in at_once
        assert all(text in at_once for text in rating_texts(name)), name
        assert (AID.words.app["certainty.not_rated"] in at_once) == (estimate.certainty == ()), name


def rating_texts(name: str) -> list[str]:
    """The levels, or the words of another scale, and what was rated, as the files of the content have them."""
    texts = []
    for rating in estimates()[name]["certainty"] if estimates()[name]["certainty"] != "not_rated" else ():
        words = raw("words/en/certainty.yaml")[rating]
        texts += [words.get("body", "")]
        texts += [raw("words/en/app.yaml")[f"grade.{grade}"] for grade in ratings()[rating].get("grades", ())]
        texts += [words["says"]] if "says" in words else []
    return texts


def test_every_place_that_tells_a_figure_tells_who_rated_it_in_the_same_words() -> None:
    (rows,) = [{line["id"]: line for line in read(evidence_csv(AID, AID.evidence.estimates, Locale("en", "US")))}]
    for name in AID.evidence.estimates:
        text = certainty(AID, name).full
        assert text in text_of_block(name)
        assert key_figure(AID, name).certainty in text_of_block(name)
        assert text in unescape("".join(map(str, ledger._row(AID, name))))
        assert text == rows[name]["rated"]
        for rating in AID.evidence.estimates[name].certainty:
            source = raw("evidence/sources.yaml")[ratings()[rating]["source"]]
            assert raw("words/en/certainty.yaml")[rating]["rater"] in text
            assert str(source["year"]) in text
            assert ("GRADE" in text) == any(
                ratings()[rating]["scale"] == "grade" for rating in estimates()[name]["certainty"]
            ), name


def test_each_figure_names_its_sources() -> None:
    for name, estimate in AID.evidence.estimates.items():
        assert estimate.sources, name
        sources = [AID.evidence.sources[source] for source in estimate.sources]
        assert all((source.authors or source.title or name) in text_of_block(name) for source in sources), name


def text_of_block(name: str) -> str:
    """What the block of an estimate says."""
    return unescape(re.sub(r"<[^>]*>", "", block(AID, name)))
