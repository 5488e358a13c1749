"""Typed text is shown as typed on every page: it is never interpreted as Markdown or HTML.

Every string that the server sends to the page is checked. Typed text may be in it in three ways: as the value of a
field, as plain text, or as text within HTML. Anything else could be interpreted ("obeyed").
"""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

import hypothesis
import pytest
from google.protobuf.message import Message
from hypothesis import settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from decision_aid import reader
from decision_aid.model.answers import Answers
from decision_aid.pages import PAGES, RESULT
from decision_aid.saving.known_answers import drop_unknown_answers
from decision_aid.saving.link import fragment, read_fragment
from decision_aid.saving.packing import CannotOpen
from decision_aid.saving.save_file import open_save_file, save_file
from decision_aid.views.answer_import import PendingImport
from harness import walking
from harness.walking import answers, arrive, check, given, go, has, listed, pick, press, with_details
from tests.cases.hostile import ALL, BASE, HOSTILE, MARK, holding
from tests.unit.people import real_aid

VALUES = {
    ("TextArea", "default"),
    ("TextArea", "value"),
    ("TextInput", "default"),
    ("TextInput", "value"),
    ("MultiSelect", "raw_values"),
    ("MultiSelect", "options"),
    ("Text", "body"),
    ("BidiComponent", "json"),
}
"""Kinds of element and field whose strings Streamlit shows as they are: values and plain text."""
SHOWN_ON = ("situation", "weigh", "readiness", "questions", "together", "record")
"""The pages that show typed text."""
MEMORY = "BidiComponent"
"""The component that gives the tab all answers to store, on every page."""
HTML = " with HTML"
RAW_TEXT_ELEMENTS = {"style", "script", "title", "textarea", "noscript", "iframe", "xmp"}


class Reader(HTMLParser):
    """Parse HTML into the texts between tags and everything else: tags, attributes, comments, raw text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.other: list[str] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.other += [tag, *(name for name, _ in attrs), *(value or "" for _, value in attrs)]
        self._inside = tag

    def handle_data(self, data: str) -> None:
        is_raw = self._inside in RAW_TEXT_ELEMENTS
        (self.other if is_raw else self.texts).append(data)

    def handle_endtag(self, tag: str) -> None:
        self.other.append(tag)
        self._inside = ""

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


def strings_sent(at: AppTest) -> Iterator[tuple[str, str, str]]:
    """Each string on the page as (kind of element, field, string).

    Markdown that allows HTML is a kind of its own.
    """

    def strings(kind: str, message: Message) -> Iterator[tuple[str, str, str]]:
        for field, value in message.ListFields():
            for item in value if field.is_repeated else (value,):
                if isinstance(item, Message):
                    yield from strings(item.DESCRIPTOR.name, item)
                elif isinstance(item, str):
                    yield kind, field.name, item

    def nodes(node: Any) -> Iterator[Any]:
        yield node
        for child in getattr(node, "children", {}).values():
            yield from nodes(child)

    for node in nodes(at._tree):
        if isinstance(proto := getattr(node, "proto", None), Message):
            yield from strings(f"{proto.DESCRIPTOR.name}{HTML * getattr(proto, 'allow_html', False)}", proto)


def obeyed_strings(at: AppTest) -> list[tuple[str, str, str]]:
    """The strings in which typed text could be interpreted."""
    return [
        (kind, field, text)
        for kind, field, text in strings_sent(at)
        if MARK in text and not is_harmless(kind, field, text)
    ]


def is_harmless(kind: str, field: str, text: str) -> bool:
    if (kind, field) in VALUES:
        return True
    # Markdown leaves HTML alone from its first tag up to a blank line.
    as_html = kind == "Html" or (kind == f"Markdown{HTML}" and re.fullmatch(r"<(div|p|ul|section)\b[^\r\n]*", text))
    return bool(as_html) and not any(MARK in part for part in Reader(text).other)


def html_text(at: AppTest) -> str:
    """The text of the HTML on the page, without white space and characters that HTML cannot hold."""
    html = (text for kind, field, text in strings_sent(at) if field == "body" and kind in ("Html", f"Markdown{HTML}"))
    return without_spaces("".join("".join(Reader(piece).texts) for piece in html))


def without_spaces(text: str) -> str:
    return re.sub(r"[\s\x00\ufffd]", "", text)


def all_screens(at: AppTest, pages: Iterable[str] = PAGES) -> Iterator[AppTest]:
    """Each screen of the pages with all details open, and with each question's text fields open."""
    for _ in (screen for page in pages for screen in walking.screens(with_details(at), page)):
        yield at
        for name in listed(at):
            for act in ("reword", "note"):
                if has(at, f"menu.{name}"):  # else a question that was typed meanwhile took its place
                    yield pick(at, name, act)


def text_fields(at: AppTest) -> list[Any]:
    """The fields on the page that take free text."""
    free = [box for box in at.multiselect if box.proto.accept_new_options]
    return [*at.text_input, *at.text_area, *free]


def fill(at: AppTest, text: str) -> list[str]:
    """Type a text into every field; returns the keys of the fields."""
    filled = []
    for page in all_screens(at):
        for field in text_fields(page):
            field.set_value([text] if field.type == "multiselect" else text)
            filled.append(field.key)
        for button in page.button:
            if (button.key or "").startswith("FormSubmitter:"):
                button.click()
        check(page.run())
        assert obeyed_strings(page) == []
    return filled


def app_with(saved: Answers) -> AppTest:
    at = arrive()
    at.session_state["answers"] = drop_unknown_answers(real_aid(), saved)
    return at


def test_the_list_of_hostile_texts_is_found_again_wherever_it_ends_up() -> None:
    assert all(MARK in text for text in HOSTILE)


def test_whatever_is_typed_into_any_field_is_never_obeyed_on_any_page() -> None:
    at = app_with(BASE)
    filled = fill(at, ALL[:190])
    for field in ("own_question.text", "answer.medicines", "answer.still_unclear", "answer.together.led_by"):
        assert field in filled
    assert any(field.startswith("answer.reword.") for field in filled)
    assert len(filled) > 20
    for page in all_screens(at):
        assert obeyed_strings(page) == []


def test_what_came_from_outside_is_shown_letter_for_letter_and_never_obeyed() -> None:
    at, hits, shown_on = app_with(holding(real_aid(), ALL)), 0, set[str]()
    for name in PAGES:
        for page in all_screens(at, [name]):
            assert obeyed_strings(page) == []
            hits += without_spaces(ALL) in html_text(page)
            if any(MARK in string for kind, _, string in strings_sent(page) if kind != MEMORY):
                shown_on.add(name)
    assert hits >= 2
    assert shown_on == set(SHOWN_ON)


@hypothesis.given(
    st.lists(st.sampled_from([*HOSTILE, "\n", "\n\n", " ", "\r", "\t"]) | st.text(max_size=5), max_size=12).map("".join)
)
@settings(max_examples=12)
def test_no_text_is_obeyed_on_the_pages_that_show_it(text: str) -> None:
    at = app_with(holding(real_aid(), f"{text}{MARK}"))  # begins with any of the texts
    for page, screen in (("weigh", RESULT), ("questions", ""), ("record", "")):
        assert obeyed_strings(go(with_details(at), page, screen)) == []


def by_file(saved: Answers) -> Answers:
    return open_save_file(real_aid(), save_file(real_aid(), saved, reader.now())).answers


def by_link(saved: Answers) -> Answers:
    return read_fragment(real_aid(), fragment(real_aid(), saved, own_words=True))


@pytest.mark.parametrize("through", [by_file, by_link])
def test_what_a_file_or_a_link_brings_is_neither_told_beforehand_nor_obeyed_once_open(through: Any) -> None:
    brought = through(holding(real_aid(), ALL))
    assert brought.still_unclear == ALL.strip()
    at = arrive()
    at.session_state["pending"] = PendingImport(
        drop_unknown_answers(real_aid(), brought), 0, 0, None, by_file=through is by_file
    )
    for page in all_screens(at):
        assert [string for string in strings_sent(page) if MARK in string[2]] == []
    press(at, "offer.open")
    opened, direct = answers(at), answers(app_with(holding(real_aid(), ALL)))
    assert MARK in opened.still_unclear
    assert given(opened.with_settings_of(direct)) == given(direct), "the test above shows that these are not obeyed"


@pytest.mark.parametrize("half", ["\\ud800", "\\udc00x", "\\udfff\\ud800"])
def test_half_of_a_letter_in_a_file_keeps_the_file_shut(half: str) -> None:
    file = save_file(real_aid(), holding(real_aid(), "half"), reader.now())
    assert open_save_file(real_aid(), file).answers.still_unclear == "half"
    with pytest.raises(CannotOpen):
        open_save_file(real_aid(), file.replace('"half"', f'"{half}"'))


@pytest.mark.parametrize(
    ("kind", "field", "text"),
    [
        ("Markdown", "body", f"You said {MARK}"),
        ("Markdown", "body", f"<div>{MARK}</div>"),
        (f"Markdown{HTML}", "body", f"<div>a\n\n{MARK}</div>"),
        ("Html", "body", f"<div title='{MARK}'>a</div>"),
        ("Html", "body", f"<style>{MARK}</style>"),
        ("Checkbox", "label", f"Not sure about {MARK}"),
        ("Popover", "label", MARK),
    ],
)
def test_this_test_sees_what_would_be_obeyed(kind: str, field: str, text: str) -> None:
    assert not is_harmless(kind, field, text)
