"""Terms are found where they are used as words of their own, the longest first, in the order of their first use."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.content.load import languages
from decision_aid.content.rules.texts import pages
from decision_aid.model.aid import Aid
from decision_aid.wording.terms import headword, terms_used, uses
from harness.aids import REAL, changed, real_aid

AIDS = {language: real_aid(language) for language in languages(REAL)}
SPELLINGS = [
    (language, term, form)
    for language, aid_ in AIDS.items()
    for term, words in aid_.words.glossary.items()
    for form in (term, *words.forms)
]
EITHER = pytest.mark.parametrize("language", AIDS)


def forms(aid: Aid) -> dict[str, str]:
    """Every spelling of the glossary in small letters, with its term."""
    return {form.lower(): term for term, words in aid.words.glossary.items() for form in (term, *words.forms)}


def terms_in(aid: Aid, text: str) -> list[tuple[str, str]]:
    return [(use.term, text[use.start : use.end]) for use in uses(aid, text)]


def test_every_spelling_is_found_as_a_word_of_its_own() -> None:
    around = (("", ""), ("(", ")"), ("**", ".**"), ("¿", "?"), ("a ", ", b"), ("“", "”"))
    for (language, term, form), written in product(SPELLINGS, (str, str.upper, str.capitalize)):
        shown = written(form)
        assert {text for text in map(shown.join, around) if terms_in(AIDS[language], text) != [(term, shown)]} == set()


@EITHER
def test_no_spelling_stands_for_two_terms(language: str) -> None:
    pairs = {(form.lower(), term) for spoken, term, form in SPELLINGS if spoken == language}
    assert len({form for form, _ in pairs}) == len(pairs)


def longest_at(aid: Aid, text: str, start: int) -> str | None:
    """The longest spelling that stands at a place as words of its own, looked for one by one."""
    fitting = [
        form
        for form in forms(aid)
        if re.sub(r"[\s-]", " ", text[start : start + len(form)].lower()) == re.sub(r"[\s-]", " ", form)
        and not re.match(r"\w", text[start + len(form) : start + len(form) + 1])
        and not (start and re.match(r"\w", text[start - 1]))
    ]
    return max(fitting, key=len, default=None)


@EITHER
@given(data=st.data())
def test_any_text_gives_the_longest_spelling_at_each_place(language: str, data: st.DataObject) -> None:
    aid = AIDS[language]
    pieces = st.sampled_from([*forms(aid), "un", "s", "bone", "de", "é"])
    joints = st.sampled_from([" ", "", ", ", "-", "\n", ". ", "**"])
    drawn = data.draw(st.lists(st.tuples(pieces, joints), max_size=12))
    text = "".join(piece + joint for piece, joint in drawn)
    expected, index = [], 0
    while index < len(text):
        form = longest_at(aid, text, index)
        if form:
            expected.append((forms(aid)[form], text[index : index + len(form)]))
        index += len(form) if form else 1
    assert terms_in(aid, text) == expected


@EITHER
@given(data=st.data())
def test_terms_come_in_the_order_of_their_first_use(language: str, data: st.DataObject) -> None:
    aid = AIDS[language]
    order = data.draw(st.permutations(list(aid.words.glossary)))
    texts = [f"{term}. {order[0]}, {term}." for term in order]
    assert terms_used(aid, texts) == tuple(order)


def test_a_list_or_a_new_paragraph_does_not_join_two_words(aid: Aid) -> None:
    assert terms_in(aid, "bone\n\ncement") == [("bone cement", "cement")]
    assert terms_in(aid, "bone\n- cement") == [("bone cement", "cement")]
    assert terms_in(aid, "bone\ncement") == [("bone cement", "bone\ncement")]


def test_letters_that_stand_for_words_keep_their_capitals(aid: Aid) -> None:
    assert [headword(aid, term) for term in ("mri", "x-ray", "vertebra")] == ["MRI", "X-ray", "Vertebra"]


def test_without_a_glossary_nothing_is_found(aid: Aid) -> None:
    assert terms_used(changed(aid, "words.glossary", {}), ["vertebroplasty"]) == ()


@EITHER
@pytest.mark.parametrize("page", ["start", "situation", "two_ways", "chances", "step_by_step", "questions", "evidence"])
def test_every_page_that_tells_of_care_uses_terms(language: str, page: str) -> None:
    aid = AIDS[language]
    assert terms_used(aid, (text for _, text in pages(aid)[page]))
