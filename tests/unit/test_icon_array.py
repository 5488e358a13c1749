"""The picture: as many people as the count says, grouped, and named for those who cannot see it."""

import re
from collections.abc import Callable
from io import BytesIO
from statistics import fmean

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageStat

from decision_aid.booklet import template_data
from decision_aid.exports import pdf as summary_pdf
from decision_aid.reasoning.frequencies import NaturalFrequency
from decision_aid.wording.icon_array import icon_array


def people_drawn(svg: str) -> dict[str, list[tuple[int, int]]]:
    paths = re.findall(r'<path class="(\w+)" d="([^"]*)"', re.sub(r"<defs>.*?</defs>", "", svg))
    return {state: [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)m", path)] for state, path in paths}


@given(st.integers(0, 100), st.sampled_from([100, 1000]))
def test_as_many_people_are_drawn_as_are_counted(count: int, per: int) -> None:
    drawn = people_drawn(icon_array(NaturalFrequency(count, per), "x"))
    assert len(drawn.get("certain", [])) == count
    assert sum(map(len, drawn.values())) == per


@given(st.integers(0, 100))
def test_filled_people_come_first_so_that_the_picture_is_grouped(count: int) -> None:
    drawn = people_drawn(icon_array(NaturalFrequency(count, 100), "x"))
    cells = [y // 11 * 10 + x // 10 for x, y in drawn.get("certain", [])]
    assert cells == list(range(count))


def test_no_two_people_share_a_place() -> None:
    drawn = people_drawn(icon_array(NaturalFrequency(19, 100, 14, 25), "x"))
    places = [cell for cells in drawn.values() for cell in cells]
    assert len(set(places)) == 100


def test_stripes_are_named_by_the_color_they_have_so_that_two_options_never_share_them() -> None:
    drawn = [icon_array(NaturalFrequency(19, 100, 14, 25), "x", look=own) for own in ("option-1", "option-2", "")]
    names = [re.findall(r'pattern id="([\w-]+)"', svg) for svg in drawn]
    assert len({name for each in names for name in each}) == 2 * len(drawn)
    for svg, each in zip(drawn, names, strict=True):
        assert re.findall(r'fill="url\(#([\w-]+)\)"', svg) == each


def in_the_booklet(people: NaturalFrequency) -> str:
    return template_data.inked(icon_array(people, ""), 0)


PAGE = """#set page(width: 10cm, height: 11cm, margin: 0pt)
#image(bytes(sys.inputs.svg), width: 10cm, format: "svg")"""


@pytest.mark.parametrize("draw", [summary_pdf.picture, in_the_booklet])
def test_dark_and_light_stripes_can_be_told_apart_on_paper(draw: Callable[[NaturalFrequency], str]) -> None:
    svg = str(draw(NaturalFrequency(40, 100, 20, 70)))
    png = typst.compile(PAGE.encode(), format="png", ppi=100, sys_inputs={"svg": svg})
    picture = Image.open(BytesIO(png)).convert("L")
    height = picture.height / 10.2
    rows = [(0, int(height * (row + 0.3)), picture.width, int(height * (row + 0.9))) for row in range(10)]
    ink = [255 - ImageStat.Stat(picture.crop(row)).mean[0] for row in rows]
    dark, light, without = fmean(ink[2:4]), fmean(ink[4:7]), fmean(ink[7:])
    assert dark > 1.2 * light > without
