"""Texts that share the room of a note: each is whole, or cut where it can be seen."""

from hypothesis import given
from hypothesis import strategies as st

from decision_aid.exports.fitting import Listing, Quote, beginning, fit_parts, one_line
from tests.cases.tables import cases
from tests.unit.people import typed

any_part = st.one_of(
    st.builds(Quote, typed.filter(bool), st.just("(cut)")),
    st.builds(Listing, st.lists(typed, min_size=1, max_size=5).map(tuple), st.just(lambda n: f"{n} more")),
)


@given(st.lists(any_part, max_size=6), st.integers(0, 1000))
def test_parts_keep_to_their_room_where_they_can(parts: list[Quote | Listing], room: int) -> None:
    texts = fit_parts(parts, room)
    shortest, whole = ([part.within(size) for part in parts] for size in (0, 10**9))
    assert len("".join(texts)) <= max(room, len("".join(shortest)))
    if len("".join(whole)) <= room:
        assert texts == whole
    assert all(len(least) <= len(text) for least, text in zip(shortest, texts, strict=True))


def test_what_one_part_leaves_goes_to_the_others() -> None:
    assert fit_parts([Quote("a" * 30, "(cut)"), Quote("b", "(cut)"), Quote("c " * 99, "(cut)")], 120)[:2] == [
        '"' + "a" * 30 + '"',
        '"b"',
    ]


@given(st.lists(typed.filter(lambda text: "; " not in text), min_size=1, max_size=5).map(tuple), st.integers(0, 300))
def test_a_listed_text_is_whole_or_counted(texts: tuple[str, ...], room: int) -> None:
    possible = ["; ".join((*texts[:whole], f"{len(texts) - whole} more")) for whole in range(len(texts))]
    assert Listing(texts, lambda number: f"{number} more").within(room) in ["; ".join(texts), *possible]


@cases("answers", "cut texts")
def test_a_text_is_cut_at_the_end_of_a_word_and_never_within_a_letter(text: str, room: int, expected: str) -> None:
    assert beginning(text, room) == expected


def test_letters_with_accents_and_signs_that_say_how_much_stay() -> None:
    assert one_line("Dr. Núñez–Ōe: ≥ 2½ µg…") == "Dr. Núñez-Ōe: ≥ 2½ µg..."
