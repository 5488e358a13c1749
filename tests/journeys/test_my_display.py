"""My display: language, size, contrast and who is reading stay with the person, and change no answer."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from decision_aid import session
from decision_aid.content.load import load
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Look
from decision_aid.pages import FIRST, PAGES, SECTIONS
from decision_aid.saving.link import fragment, read_fragment
from decision_aid.saving.save_file import open_save_file, save_file
from harness.walking import DISPLAY, answer, answers, arrive, check, choose, go, opened, shown, texts, title
from tests.unit.people import real_aid

SIGHT = Look(text="larger", contrast="high", details=True)


@pytest.fixture(scope="module")
def spanish() -> Aid:
    return load(session.CONTENT, "es")


@pytest.fixture
def at() -> AppTest:
    return arrive()


def choose_everything(at: AppTest) -> AppTest:
    """Choose a value for every setting of My display."""
    for name, value in (("language", "es"), ("look.text", "larger"), ("look.contrast", "high"), ("look.details", True)):
        choose(at, name, value)
    return choose(at, "helping.my-display", True)


def test_the_switch_counts_for_more_than_the_address(aid: Aid, spanish: Aid) -> None:
    at = arrive("es")
    assert title(at) == spanish.words.pages["start"].title
    choose(at, "language", "en")
    assert title(at) == aid.words.pages["start"].title
    assert title(go(at, "chances")) == aid.words.pages["chances"].title
    assert "lang" not in at.query_params


def test_every_language_is_named_by_its_own_name_on_every_page(at: AppTest, spanish: Aid) -> None:
    for page in PAGES:
        assert opened(go(at, page), DISPLAY).get_by_key("answer.language").options == [
            real_aid().words.app["language"],
            spanish.words.app["language"],
        ]


def test_helping_speaks_of_the_person_who_is_helped(at: AppTest, aid: Aid) -> None:
    go(at, "situation")
    questions = [group.label for group in at.get("button_group")]
    usual = texts(at)
    choose(at, "helping.my-display", True)
    assert [group.label for group in at.get("button_group")] != questions
    assert texts(at) != usual
    assert shown(go(at, "start"), "helping.start") is True, "both places show the same"
    answer(at, "helping.start", False)
    assert shown(opened(at, DISPLAY), "helping.my-display") is False
    go(at, "situation")
    assert [group.label for group in at.get("button_group")] == questions


def test_what_was_chosen_stays_from_page_to_page(at: AppTest) -> None:
    choose_everything(at)
    for page in ("questions", *SECTIONS["about"], FIRST):
        go(at, page)
        assert (answers(at).language, answers(at).look, answers(at).helping) == ("es", SIGHT, True)
        assert shown(opened(at, DISPLAY), "look.text") == "larger"
        assert shown(at, "look.details") is True


def test_a_save_file_keeps_it_and_a_link_leaves_it_to_the_reader(at: AppTest, aid: Aid) -> None:
    saved = answers(answer(go(choose_everything(at), "situation"), "situation.pain_now", 6))
    opened = open_save_file(aid, save_file(aid, saved, datetime(2026, 11, 22, 9, 5, tzinfo=UTC))).answers
    assert (opened.language, opened.look, opened.helping) == ("es", SIGHT, True)
    by_link = read_fragment(aid, fragment(aid, saved, own_words=True))
    assert by_link.situation == saved.situation
    assert (by_link.language, by_link.look) == (None, Look())


def test_clearing_everything_leaves_the_look_and_forgets_the_rest(at: AppTest) -> None:
    go(choose_everything(at), "situation")
    answer(at, "situation.pain_now", 6)
    at.get_by_key("clear").click()
    check(at.run())
    assert (answers(at).language, answers(at).look) == ("es", SIGHT)
    assert not answers(at).has_answers
