"""Answers from outside: a stranger's file breaks no page, and an offer changes nothing until accepted."""

from datetime import UTC, date, datetime

import pytest

from decision_aid.model.answers import FROM_OUTSIDE, Answers
from decision_aid.saving.known_answers import count_shortened_texts, count_unknown_answers, drop_unknown_answers
from decision_aid.saving.packing import CannotOpen
from decision_aid.saving.tab import CutShort
from decision_aid.views.answer_import import PendingImport, contents
from decision_aid.wording.dates import clock
from harness.walking import answer, answers, arrive, check, everything, given, go, offered, opened, press, shown, texts
from tests.cases.tables import made_up
from tests.unit.people import real_aid

MARKUP = '</p><script>alert("x")</script>'
STRANGER = made_up("stranger")
"""Every field holds an unknown id, and every text markup."""


def test_a_strangers_answers_break_no_page() -> None:
    at = arrive()
    at.session_state["answers"] = drop_unknown_answers(real_aid(), STRANGER)
    for _ in everything(at):
        pass
    assert answers(at).situation["pain_now"] == 3


def pending_import(saved: Answers) -> PendingImport:
    return PendingImport(
        drop_unknown_answers(real_aid(), saved),
        count_unknown_answers(real_aid(), saved),
        count_shortened_texts(real_aid(), saved),
        date(2026, 11, 22),
        by_file=True,
    )


def test_what_is_told_of_an_offer_holds_nothing_that_was_typed() -> None:
    text = "\n".join(contents(real_aid(), pending_import(STRANGER)))
    assert MARKUP not in text
    assert real_aid().words.app["offer.dropped"].format(number=count_unknown_answers(real_aid(), STRANGER)) in text
    assert real_aid().words.app["offer.own_words"] in text


def test_how_many_texts_lose_their_ends_is_told_before_they_are_opened_and_after_the_tab_gave_them_back() -> None:
    questions = {"own_1": "x" * 5000, "own_2": "x" * 200}
    long = Answers.model_validate(
        {"question_edits": {"own": questions}, "still_unclear": "x" * 5001}, context=FROM_OUTSIDE
    )
    app = real_aid().words.app
    assert app["offer.cut"].format(number=2) in contents(real_aid(), pending_import(long))
    at = arrive()
    at.session_state["pending"] = CutShort(2)
    go(at, "questions")
    assert any(app["mirror.cut_why"].format(number=2) in text for text in texts(at))
    press(at, "offer.close")
    assert not at.session_state["pending"]


def test_an_empty_offer_says_that_it_is_empty() -> None:
    empty = PendingImport(Answers(order_seed=4, opened=("start",)), 0, 0, None, by_file=False)
    assert contents(real_aid(), empty) == [real_aid().words.app["offer.nothing"]]


def test_two_files_of_one_day_are_told_apart_by_their_time() -> None:
    pain = Answers(situation={"pain_now": 2})
    times = (datetime(2026, 11, 22, 9, 5, tzinfo=UTC), datetime(2026, 11, 22, 14, 30, tzinfo=UTC))
    lines = [contents(real_aid(), PendingImport(pain, 0, 0, at.date(), by_file=True, saved_at=at))[0] for at in times]
    assert lines[0] != lines[1]
    assert [clock(real_aid(), at.astimezone()) in line for at, line in zip(times, lines, strict=True)] == [True, True]


def test_an_offer_changes_nothing_until_it_is_accepted() -> None:
    at = answer(go(arrive(), "situation"), "situation.pain_now", 9)
    before = answers(at)
    at.session_state["pending"] = pending_import(Answers(situation={"pain_now": 2}, order_seed=7))
    for page in ("situation", "weigh", "situation"):
        go(at, page)
        assert given(answers(at)) == given(before)
    assert any(real_aid().words.app["offer.replaces"] in block.value for block in at.markdown)
    press(at, "offer.open")
    assert answers(at).situation == {"pain_now": 2}
    assert answers(at).order_seed == 7
    assert shown(at, "situation.pain_now") == 2
    press(at, "offer.close")
    assert not at.session_state["pending"]


def test_an_offer_without_an_order_of_its_own_keeps_the_order_of_the_questions() -> None:
    at = go(arrive(), "situation")
    seed = answers(at).order_seed
    at.session_state["pending"] = pending_import(Answers(leaning="not_sure"))
    press(check(at.run()), "offer.open")
    assert (answers(at).leaning, answers(at).order_seed) == ("not_sure", seed)


@pytest.mark.parametrize("reason", ["too_big", "not_ours", "damaged", "newer"])
def test_every_refusal_has_words_and_can_be_closed(reason: str) -> None:
    at = answer(go(arrive(), "situation"), "situation.pain_now", 9)
    before = answers(at)
    at.session_state["pending"] = CannotOpen(reason)  # type: ignore[arg-type]
    go(at, "situation")
    assert any(real_aid().words.app["refused.kept"] in text for text in texts(at))
    press(at, "offer.close")
    assert given(answers(at)) == given(before)


def test_without_an_address_there_is_no_code_but_the_file() -> None:
    at = opened(go(arrive(), "questions"), "shown.more-take")
    assert any(real_aid().words.app["hand.no_address"] in block.value for block in at.markdown)
    assert "answers" in offered(at)
    assert "shown.code" not in at.session_state
