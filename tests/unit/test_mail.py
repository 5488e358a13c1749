"""The e-mail: what a mail program reads from the link, and that no link is too long for it."""

import re
from urllib.parse import unquote

from hypothesis import example, given
from hypothesis import strategies as st

from decision_aid.exports.mail import mail_link
from decision_aid.model.aid import Aid
from tests.unit.people import real_aid
from tests.unit.test_appointment import asking, hostile, visible

LONGEST = 1800
UNRESERVED = r"[A-Za-z0-9\-._~]"


def read(link: str) -> tuple[str, list[str]]:
    """The subject and the lines of the body, as a mail program takes them from the link (RFC 6068)."""
    match = re.fullmatch(
        rf"mailto:\?subject=((?:{UNRESERVED}|%[0-9A-F]{{2}})+)&body=((?:{UNRESERVED}|%[0-9A-F]{{2}})*)", link
    )
    assert match, link[:200]
    subject, body = (unquote(part, errors="strict") for part in match.groups())
    assert "\n" not in body.replace("\r\n", "")
    return subject, body.split("\r\n")


def left_out(aid: Aid, line: str) -> int:
    """How many questions a line says were left out; 0 where it says nothing of the kind."""
    if line == aid.words.app["mail.left_out.one"]:
        return 1
    form = re.escape(aid.words.app["mail.left_out.other"]).replace(re.escape("{n}"), r"(\d+)")
    match = re.fullmatch(form, line)
    return int(match[1]) if match else 0


def numbered(texts: list[str]) -> str:
    return (
        "\r\n".join(f"{number}. {visible(text)}" for number, text in enumerate(texts, 1))
        .replace("\r\n", "\n")
        .replace("\n", "\r\n")
    )


def link_for(texts: list[str]) -> str:
    return mail_link(real_aid(), asking(*texts))


@given(st.lists(hostile | st.text(alphabet="🦴漢 \n", max_size=200) | st.just("x" * 900), max_size=7))
@example(["🦴" * 5000])
@example(["x" * 600] * 7)
@example([*["👩‍👩‍👧‍👦" * 5] * 3, "x" * 1000])
def test_no_link_is_longer_than_1800_and_every_question_is_whole_or_counted(texts: list[str]) -> None:
    aid, link = real_aid(), link_for(texts)
    assert len(link) <= LONGEST
    _, lines = read(link)
    missing = left_out(aid, lines[-1])
    shown = len(texts) - missing
    assert "\r\n".join(lines[:-1] if missing else lines) == numbered(texts[:shown])


@given(st.integers(1, 400), st.integers(1, 7))
def test_what_fits_is_not_cut(length: int, number: int) -> None:
    texts = ["x" * length] * number
    link = link_for(texts)
    _, lines = read(link)
    missing = left_out(real_aid(), lines[-1])
    shown = [f"{index}. {text}" for index, text in enumerate(texts[: number - missing], start=1)]
    assert (lines[:-1] if missing else lines) == shown
    if missing:
        assert len(link) + length + len("1.%20%0D%0A") > LONGEST


def test_the_subject_and_the_list_say_nothing_but_the_questions(aid: Aid) -> None:
    texts = ["Why?", "What if I wait & see?", "Is 50 % = half?", "a+b"]
    subject, lines = read(link_for(texts))
    assert lines == [f"{number}. {text}" for number, text in enumerate(texts, start=1)]
    assert subject == aid.words.app["mail.subject"]
    words = {*aid.words.app["name"].lower().split(), *aid.decision.id.split("-"), "vertebroplasty", "bone"}
    assert not words & {word.strip(",.?").lower() for word in subject.split()}


def test_a_list_without_questions_still_opens_a_mail() -> None:
    assert read(mail_link(real_aid(), asking()))[1] == [""]


def test_letters_that_no_link_can_hold_are_left_out() -> None:
    _, lines = read(link_for(["a\ud800b\x00c"]))
    assert lines == ["1. abc"]
