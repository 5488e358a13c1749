"""Which texts the content check accepts as plain, and how Markdown renders them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from decision_aid.content.rules.markup import mark_in
from tests.markup import ParsedHtml

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
PIECES = st.sampled_from(
    [*"*_`~$[]()!\\&;:<>#+-.|'\"{}/=0a ", "1. ", "# ", "- ", "&amp;", "https://a.b", "word", "m@b.c"]
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_markdown_shows_a_text_without_marks_as_it_stands(text: str) -> None:
    if mark_in(text) is None:
        assert ParsedHtml(MARKDOWN.render(text)).text.strip() == text.strip()


@pytest.mark.parametrize(
    "text", ["$5 to $10", ":red[now]", ":smile:", ":material/home:", "a *b* c", "_now_", "1. July", "AT&amp;T", "10\\*"]
)
def test_what_streamlit_would_obey_is_a_mark(text: str) -> None:
    assert mark_in(text)


@pytest.mark.parametrize(
    "text", ["L'índice", '5" < 6" & more', "10:30:00", "his/her", "a_b", "{some_name}", "50-60", "(a)"]
)
def test_what_everyone_writes_is_none(text: str) -> None:
    assert mark_in(text) is None
