"""The picture: as many people as the count says, grouped, and named for those who cannot see it."""

import re

from hypothesis import given
from hypothesis import strategies as st

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
    places = [place for cells in drawn.values() for place in cells]
    assert len(set(places)) == 100


def test_each_state_is_one_path_however_many_people() -> None:
    assert icon_array(NaturalFrequency(300, 1000), "x").count('<path class="certain"') == 1


def test_the_description_is_escaped() -> None:
    assert '<b>"' not in icon_array(NaturalFrequency(5, 100), '<b>"')


def test_stripes_are_named_by_the_color_they_have_so_that_two_options_never_share_them() -> None:
    drawn = [icon_array(NaturalFrequency(19, 100, 14, 25), "x", look=own) for own in ("option-1", "option-2", "")]
    names = [re.findall(r'pattern id="([\w-]+)"', svg) for svg in drawn]
    assert len({name for each in names for name in each}) == 2 * len(drawn)
    for svg, each in zip(drawn, names, strict=True):
        assert re.findall(r'fill="url\(#([\w-]+)\)"', svg) == each
