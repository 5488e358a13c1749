"""Every figure in every form: the range on show holds the published one, and the value lies in the range on show."""

import re
from decimal import Decimal
from html import unescape
from typing import Any

import pytest

from decision_aid.content.figures import figure
from decision_aid.model.answers import Display
from decision_aid.model.evidence import Horizon
from decision_aid.views.frequency_figure import arms
from decision_aid.wording.key_figures import key_figure
from tests.cases.published import TENTH, WHOLE, Published, estimates, frequencies, points, share
from tests.cases.tables import cases
from tests.unit.people import real_aid
from tests.unit.test_icon_array import people_drawn

AID = real_aid()
FREQUENCIES = {name: (per, groups) for name, per, groups in frequencies()}
POINTS = {placeholder: numbers for _, placeholder, numbers in points()}
DISPLAYS = [
    Display(form=form, frame=frame, per=per)
    for form in ("picture", "table", "words")
    for frame in ("with", "without")
    for per in ("fitting", "thousand")
]


def read(text: str) -> Decimal:
    return Decimal(text.replace("−", "-"))


def holds(low: Decimal, high: Decimal, published: Published, step: Decimal) -> bool:
    """Whether a range holds the published one, the value as shown lies in it, and no end is a whole step away."""
    value = read(published.shown(step)[0]) if published.value is not None else low
    return (
        published.low - step < low <= published.low
        and published.high <= high < published.high + step
        and low <= value <= high
    )


def of_each_group(text: str, name: str) -> list[str]:
    """The part of the page that tells each group that can have the event."""
    parts = re.findall(r"<figure[^>]*>.*?</figure>|<tr><th scope=\"row\">.*?</tr>", text, re.DOTALL)
    return [part for part, arm in zip(parts, estimates()[name]["measure"]["arms"], strict=True) if "group" in arm]


@pytest.mark.parametrize("name", FREQUENCIES)
@pytest.mark.parametrize("display", DISPLAYS, ids=lambda display: f"{display.form}-{display.frame}-{display.per}")
def test_each_group_is_shown_within_a_range_that_holds_the_published_one(name: str, display: Display) -> None:
    fitting, groups = FREQUENCIES[name]
    per = 1000 if display.per == "thousand" else fitting
    parts = of_each_group(arms(AID, name, display), name)[: len(groups)]
    for arm, part in zip(groups, parts, strict=True):
        published = share(arm).out_of(per)
        spans = re.findall(rf"(\d+) to (\d+) of {per}\b", unescape(re.sub("<[^>]*>", " ", part)))
        assert bool(spans) == (published.low is not None)
        # Where a source gives nothing but a spread, the large count is told the other way round as well.
        turned = turned_round(published, per) if "events" not in arm else published
        counts = re.findall(r"\b(\d+)(?: to \d+)? of (\d+)\b", unescape(re.sub("<[^>]*>", " ", part)))
        assert {of for _, of in counts} == {str(per)}
        if published.value is not None:
            count = int(published.shown(WHOLE)[0])
            assert {str(count), str(per - count)} <= {number for number, _ in counts}
        for low, high in spans:
            assert any(holds(Decimal(low), Decimal(high), span, WHOLE) for span in (published, turned)), (arm, spans)
        if display.form == "picture":
            drawn_within(people_drawn(part), turned_round(published, per) if display.frame == "without" else published)


def turned_round(published: Published, per: int) -> Published:
    """The people without the event, counted from those with it as they are shown."""
    count = published.shown(WHOLE)[0]
    ends = () if published.low is None else (per - published.high, per - published.low)
    return Published(None if count is None else Decimal(per - int(count)), *ends)


def drawn_within(drawn: dict[str, Any], published: Published) -> None:
    """The people drawn: filled up to the count, dark stripes from the low end to it, light ones up to the high end."""
    number = {state: len(drawn.get(state, ())) for state in ("certain", "likely", "possible", "added")}
    if published.low is not None:
        striped = Decimal(sum(number[state] for state in ("certain", "likely", "possible")))
        assert holds(Decimal(number["certain"]), striped, published, WHOLE)
    if published.value is not None:
        filled = number["certain"] + number["likely"] + number["added"]
        assert str(filled) == published.shown(WHOLE)[0]


@pytest.mark.parametrize("name", FREQUENCIES)
def test_words_call_a_count_and_a_range_that_hold_what_was_published(name: str) -> None:
    per, groups = FREQUENCIES[name]
    for arm in groups:
        published = share(arm).out_of(per)
        for form, number in zip(("count", "low", "high"), published.shown(WHOLE), strict=True):
            if number is not None:
                assert figure(AID, f"{name}.{arm['group']}.{form}") == number


@pytest.mark.parametrize("placeholder", POINTS)
def test_words_call_points_to_a_tenth_and_a_range_that_holds_the_published_one(placeholder: str) -> None:
    published = POINTS[placeholder]
    texts = tuple(figure(AID, f"{placeholder}.{form}") for form in ("value", "low", "high"))
    assert texts == published.shown(TENTH)
    _, low, high = map(read, texts)
    assert holds(low, high, published, TENTH)


@pytest.mark.parametrize("name", estimates())
def test_what_leaves_tells_the_same_numbers_as_were_published(name: str) -> None:
    """Each group of a figure that leaves: its value, and its range or that there is none."""
    groups, measure = key_figure(AID, name).groups, estimates()[name]["measure"]
    match measure["kind"]:
        case "frequency":
            for arm, group in zip(measure["arms"], groups, strict=True):
                if not arm.get("cannot_happen"):
                    value, low, high = share(arm).out_of(measure["per"]).shown(WHOLE)
                    assert numbers(group.value)[:1] == [value or low]
                    assert numbers(group.range)[:2] == ([low, high] if value and low else [])
        case "difference":
            picked = [key_figure(AID, name, Horizon(**each["at"])).groups[0] for each in measure["points"]]
            for (value, low, high), *said in zip(
                (POINTS[at].shown(TENTH) for at in of(name)), groups, picked, strict=True
            ):
                for group in said:
                    assert numbers(group.value)[0] == value
                    assert numbers(group.range)[:2] == [low, high]
        case "mean":
            for arm, group in zip(measure["arms"], groups, strict=True):
                start, *_, end = (POINTS[at].shown(TENTH) for at in of(name) if f".{arm['group']}." in at)
                assert numbers(group.value)[:2] == [start[0], end[0]]
                assert numbers(group.range)[:2] == [end[1], end[2]]


def numbers(text: str) -> list[str]:
    return re.findall(r"−?\d+(?:\.\d+)?", text)


def of(name: str) -> list[str]:
    return [placeholder for placeholder in POINTS if placeholder.startswith(f"{name}.")]


def test_the_pain_figure_next_to_sham_is_what_its_source_says() -> None:
    # 0.7 (0.3 to 1.2), from 5.0 to 4.3: written here by hand, from the page of the Cochrane review that content names.
    (group,) = key_figure(AID, "pain_sham").groups
    assert numbers(group.value)[0] == "0.7"
    assert numbers(group.range) == ["0.3", "1.2"]
    assert [figure(AID, f"pain_sham.1_month.{arm}") for arm in ("vertebroplasty", "sham")] == ["4.3", "5"]
    assert {"4.3", "5", "0.7", "0.3", "1.2"} <= set(numbers(AID.words.estimates["pain_sham"].text))
    assert AID.evidence.estimates["pain_sham"].checked == "verified"


@cases("figures", "side effects of opioids")
def test_side_effects_of_opioids_have_the_ranges_of_their_table(estimate: str, expected: list[list[int]]) -> None:
    people = [group.people for group in key_figure(AID, estimate).groups]
    assert [[counted.count, counted.low, counted.high] for counted in people if counted] == expected


@pytest.mark.parametrize("language", ["en", "es"])
def test_nobody_says_people_where_a_source_does_not_say_what_it_counted(language: str) -> None:
    aid = real_aid(language)
    counted = aid.words.estimates["cement_leak_on_scan"].counted
    for text in (arms(aid, "cement_leak_on_scan", Display()), key_figure(aid, "cement_leak_on_scan").groups[0].value):
        assert text.count(f" 100 {counted} ") == text.count(f" 100 {aid.words.app['people']} ") > 0
