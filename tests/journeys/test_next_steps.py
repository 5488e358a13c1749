"""After the list: whom to turn to, the calendar entry and the e-mail."""

import shutil
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid import session
from decision_aid.content.folder import ContentFolder
from decision_aid.model.aid import Aid
from harness.walking import APP, answer, answers, arrive, brought, go, listed_texts, offered, opened, pick, shown, texts

SMALL = APP.parent / "tests" / "content" / "small"
TOMORROW = datetime.combine(date.today() + timedelta(days=1), datetime.min.time()).replace(hour=14, minute=30)

Deploy = Callable[[str], None]


@pytest.fixture
def deploy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Deploy:
    """Serve the made-up decision, with these lines added to its site.yaml."""

    def with_lines(lines: str) -> None:
        folder = Path(shutil.copytree(SMALL, tmp_path / "content"))
        with (folder / "site.yaml").open("a", encoding="utf-8") as file:
            file.write(f"\n{lines}\n")
        monkeypatch.setattr(session, "content", ContentFolder(folder))

    return with_lines


def open_next_steps(at: AppTest) -> AppTest:
    """Open the section on what to do next, on the page of the list."""
    return opened(go(at, "questions"), "shown.more-questions-next")


def open_other_ways(at: AppTest) -> AppTest:
    """Open the other ways to take the list along."""
    return opened(go(at, "questions"), "shown.more-take")


def contacts(at: AppTest) -> list[str]:
    return [html for html in texts(at) if 'class="contact"' in html]


def headings(at: AppTest) -> list[str]:
    return [heading.value for heading in (*at.header, *at.subheader)]


def test_where_nothing_is_set_nothing_is_shown(deploy: Deploy, aid: Aid) -> None:
    deploy("")
    at = open_next_steps(arrive())
    assert contacts(at) == []
    named = {aid.words.app["next_steps.appointment"], aid.words.app["next_steps.specialist"]}
    assert not named & set(headings(at))
    assert contacts(go(at, "about")) == []


def test_where_to_ask_is_shown_with_a_number_to_tap_and_a_link_to_open(deploy: Deploy, aid: Aid) -> None:
    deploy(
        "appointment: {name: 'The <b>throat</b> clinic', phone: '+1 (555) 010-0199'}\n"
        "specialist: {link: 'https://example.org/find?a=1&b=2'}\n"
        "contact: {link: 'mailto:us@example.org'}"
    )
    at = open_next_steps(arrive())
    first, second = contacts(at)
    assert "&lt;b&gt;throat&lt;/b&gt;" in first
    assert 'href="tel:+15550100199"' in first
    assert "+1 (555) 010-0199" in first
    assert 'href="https://example.org/find?a=1&amp;b=2"' in second
    assert ">example.org/find?a=1&amp;b=2<" in second
    order = [aid.words.app["next_steps.appointment"], aid.words.app["next_steps.specialist"]]
    assert [heading for heading in headings(at) if heading in order] == order
    (about,) = contacts(go(at, "about"))
    assert 'href="mailto:us@example.org"' in about


def test_one_of_the_two_is_shown_without_the_other(deploy: Deploy, aid: Aid) -> None:
    deploy("specialist: {name: Throat doctors}")
    at = open_next_steps(arrive())
    assert len(contacts(at)) == 1
    assert aid.words.app["next_steps.appointment"] not in headings(at)


def test_the_entry_is_offered_once_date_and_time_are_given_and_they_outlive_other_pages() -> None:
    at = open_other_ways(arrive())
    assert shown(at, "appointment") is None
    assert shown(at, "appointment_lists_questions") is False
    assert "appointment" not in offered(at)
    answer(at, "appointment", TOMORROW)
    assert "appointment" in offered(at)
    answer(at, "appointment_lists_questions", True)
    for page in ("about", "evidence"):
        go(at, page)
    open_other_ways(at)
    assert shown(at, "appointment") == TOMORROW
    assert answers(at).appointment == TOMORROW
    assert answers(at).appointment_lists_questions
    answer(at, "appointment", None)
    assert answers(at).appointment is None
    assert "appointment" not in offered(at)


@pytest.mark.parametrize(("days", "pointed_out"), [(-1, True), (0, False), (1, False)])
def test_a_day_that_has_passed_is_pointed_out_and_the_date_stays(days: int, pointed_out: bool, aid: Aid) -> None:
    when = TOMORROW + timedelta(days=days - 1)
    at = answer(open_other_ways(arrive()), "appointment", when)
    assert (aid.words.app["appointment.past"] in texts(at)) == pointed_out
    assert answers(at).appointment == when


@pytest.mark.parametrize(("locale", "time"), [("en-US", "2:30\u202fPM"), ("en-GB", "14:30")])
def test_the_time_is_told_on_the_clock_of_the_readers_place(locale: str, time: str) -> None:
    at = arrive()
    at.context = {"locale": locale}
    answer(open_other_ways(at), "appointment", TOMORROW)
    assert any(text.endswith(f", {time}") for text in texts(at))


def test_the_mail_holds_the_list_as_it_stands_now(aid: Aid) -> None:
    at = open_other_ways(arrive())
    before = mail_lines(at)
    assert len(before) == len(listed_texts(at))
    pick(at, "my_options", "remove")
    after = mail_lines(at)
    assert len(after) == len(listed_texts(at))
    assert before[0].removeprefix("1. ") not in " ".join(after)


def mail_lines(at: AppTest) -> list[str]:
    """The lines of the e-mail, made by a press of its button."""
    return unquote(brought(at, "mail").split("&body=")[1]).split("\r\n")
