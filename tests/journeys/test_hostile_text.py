"""What a person typed is shown as typed, on every page: it is never read as Markdown or HTML.

Every string that the server sends to the page is looked at. What was typed may stand in it in three ways: as the value
of a field, as plain text, or as text of a piece of HTML. Anything else is a way to be obeyed.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from google.protobuf.message import Message
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from decision_aid import reader
from decision_aid.model.answers import Answers
from decision_aid.pages import RESULT
from decision_aid.saving.known_answers import drop_unknown_answers
from decision_aid.saving.link import fragment, read_fragment
from decision_aid.saving.packing import CannotOpen
from decision_aid.saving.save_file import open_save_file, save_file
from decision_aid.views.answer_import import PendingImport
from harness import walking
from harness.walking import answers, arrive, check, go, has, listed, pick, press, with_details
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
"""Where a string is a value or plain text, by kind of element and field: Streamlit shows it letter for letter."""
HTML = " with HTML"
MADE_OF_LETTERS_ALONE = {"style", "script", "title", "textarea", "noscript", "iframe", "xmp"}


class Reader(HTMLParser):
    """Reads HTML as a browser does: the texts between tags, and all else that stands in it."""

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
        obeyed = self._inside in MADE_OF_LETTERS_ALONE
        (self.other if obeyed else self.texts).append(data)

    def handle_endtag(self, tag: str) -> None:
        self.other.append(tag)
        self._inside = ""

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


def sent(at: AppTest) -> Iterator[tuple[str, str, str]]:
    """Every string on the page: the kind of element it is in, the field, and the string.

    Markdown in which HTML is obeyed is a kind of its own.
    """

    def strings(kind: str, message: Message) -> Iterator[tuple[str, str, str]]:
        for field, value in message.ListFields():
            for part in value if field.is_repeated else (value,):
                if isinstance(part, Message):
                    yield from strings(part.DESCRIPTOR.name, part)
                elif isinstance(part, str):
                    yield kind, field.name, part

    def nodes(node: Any) -> Iterator[Any]:
        yield node
        for child in getattr(node, "children", {}).values():
            yield from nodes(child)

    for node in nodes(at._tree):
        if isinstance(proto := getattr(node, "proto", None), Message):
            yield from strings(f"{proto.DESCRIPTOR.name}{HTML * getattr(proto, 'allow_html', False)}", proto)


def obeyed(at: AppTest) -> list[tuple[str, str, str]]:
    """The strings in which something typed could be obeyed."""
    return [(kind, field, text) for kind, field, text in sent(at) if MARK in text and not harmless(kind, field, text)]


def harmless(kind: str, field: str, text: str) -> bool:
    if (kind, field) in VALUES:
        return True
    # Markdown leaves a piece of HTML alone from its first tag up to a blank line.
    as_html = kind == "Html" or (kind == f"Markdown{HTML}" and re.fullmatch(r"<(div|p|ul|section)\b[^\r\n]*", text))
    return bool(as_html) and not any(MARK in part for part in Reader(text).other)


def read(at: AppTest) -> str:
    """What the HTML on the page says, without spaces, line breaks and signs that HTML cannot hold."""
    html = (text for kind, field, text in sent(at) if field == "body" and kind in ("Html", f"Markdown{HTML}"))
    return tight("".join("".join(Reader(one).texts) for one in html))


def tight(text: str) -> str:
    return re.sub(r"[\s\x00\ufffd]", "", text)


def everywhere(at: AppTest) -> Iterator[AppTest]:
    """Every screen of every page with all open that opens, and with room to write beside each question."""
    for _ in walking.everything(at):
        yield at
        for name in listed(at):
            for act in ("reword", "note"):
                if has(at, f"menu.{name}"):  # else a question that was typed meanwhile took its place
                    yield pick(at, name, act)


def text_fields(at: AppTest) -> list[Any]:
    """Every field on the page into which a person can type words of their own."""
    free = [widget for widget in at.multiselect if widget.proto.accept_new_options]
    return [*at.text_input, *at.text_area, *free]


def fill(at: AppTest, text: str) -> list[str]:
    """Type a text into every field there is; gives the keys of those fields."""
    filled = []
    for page in everywhere(at):
        for field in text_fields(page):
            field.set_value([text] if field.type == "multiselect" else text)
            filled.append(field.key)
        for button in page.button:
            if (button.key or "").startswith("FormSubmitter:"):
                button.click()
        check(page.run())
        assert obeyed(page) == []
    return filled


def holding_answers(saved: Answers) -> AppTest:
    at = arrive()
    at.session_state["answers"] = drop_unknown_answers(real_aid(), saved)
    return at


def test_the_list_of_hostile_texts_is_found_again_wherever_it_ends_up() -> None:
    assert all(MARK in text for text in HOSTILE)


def test_whatever_is_typed_into_any_field_is_never_obeyed_on_any_page() -> None:
    at = holding_answers(BASE)
    filled = fill(at, ALL[:190])
    for field in ("own_question.text", "answer.medicines", "answer.still_unclear", "answer.together.led_by"):
        assert field in filled
    assert any(field.startswith("answer.reword.") for field in filled)
    assert len(filled) > 20
    for page in everywhere(at):
        assert obeyed(page) == []


@pytest.mark.parametrize("text", [ALL, *HOSTILE[::7]], ids=lambda text: ascii(text)[:30])
def test_what_came_from_outside_is_shown_letter_for_letter_and_never_obeyed(text: str) -> None:
    pages = 0
    for page in everywhere(holding_answers(holding(real_aid(), text))):
        assert obeyed(page) == []
        pages += tight(text) in read(page)
    assert pages >= 2


@given(
    st.lists(st.sampled_from([*HOSTILE, "\n", "\n\n", " ", "\r", "\t"]) | st.text(max_size=5), max_size=12).map("".join)
)
@settings(max_examples=12)
def test_no_text_is_obeyed_on_the_pages_that_show_it(text: str) -> None:
    at = holding_answers(holding(real_aid(), f"{MARK}{text}{MARK}"))
    for page, screen in (("weigh", RESULT), ("questions", ""), ("record", "")):
        assert obeyed(go(with_details(at), page, screen)) == []


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
    for page in everywhere(at):
        assert [string for string in sent(page) if MARK in string[2]] == []
    press(at, "offer.open")
    assert MARK in answers(at).still_unclear
    for page in everywhere(at):
        assert obeyed(page) == []


@pytest.mark.parametrize("half", ["\\ud800", "\\udc00x", "\\udfff\\ud800"])
def test_half_of_a_letter_in_a_file_keeps_the_file_shut(half: str) -> None:
    whole = save_file(real_aid(), holding(real_aid(), "half"), reader.now())
    assert open_save_file(real_aid(), whole).answers.still_unclear == "half"
    with pytest.raises(CannotOpen):
        open_save_file(real_aid(), whole.replace('"half"', f'"{half}"'))


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
    assert not harmless(kind, field, text)
