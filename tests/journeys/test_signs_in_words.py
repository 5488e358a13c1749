"""Signs in a translator's words are shown as text on every page: none is interpreted, none is lost."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from streamlit.testing.v1 import AppTest

from decision_aid import reader, session
from decision_aid.content.folder import ContentFolder
from decision_aid.model.aid import Aid
from decision_aid.model.answers import NOT_SURE, Answers, Display, Look, QuestionEdits
from decision_aid.reasoning.preferences import ratable_outcomes
from decision_aid.saving.packing import CannotOpen
from decision_aid.saving.tab import CutShort, Unreadable
from decision_aid.views.answer_import import ImportDone, PendingImport
from harness.people import ordinary
from harness.walking import arrive, go
from tests.journeys.test_hostile_text import HTML, all_screens, strings_sent
from tests.markup import ParsedHtml
from tests.pseudo import signed, texts_in, with_signs

CUT = {"alt"}
"""Fields in which the end of a text may be missing: the description of a chart."""


@pytest.fixture
def text_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """The number of the aid's texts, all of which now end with signs."""
    folder, number = with_signs(session.CONTENT, tmp_path)
    monkeypatch.setattr(session, "content", ContentFolder(folder))
    return number


def texts_shown(kind: str, field: str, text: str) -> Iterator[str]:
    """The texts that a person sees of an element's string."""
    if kind.startswith("Markdown") and field == "body":
        text = MarkdownIt("commonmark", {"html": kind.endswith(HTML)}).render(text)
    if kind == "Html" or (kind.startswith("Markdown") and field == "body"):
        html = ParsedHtml(text)
        assert html.unmatched == [], text
        yield from (html.text, *html.values)
    else:
        yield from texts_in(json.loads(text)) if field in ("json", "spec") else (text,)


def numbers_on_page(at: AppTest) -> set[int]:
    """The numbers of the texts on the page; checks that all have kept their signs."""
    numbers: set[int] = set()
    for kind, field, text in strings_sent(at):
        for string in texts_shown(kind, field, text):
            intact, broken = signed(string)
            assert field in CUT or broken == []
            numbers |= intact
    return numbers


def people(aid: Aid) -> Iterator[Answers]:
    """Three people who together see most texts: each form of a figure, both layers and both wordings."""
    usual = ordinary(aid).model_copy(update={"parts": aid.decision.parts})
    yield usual.model_copy(update={"question_edits": QuestionEdits(removed=tuple(aid.questions))})
    everything = {
        name: tuple(choice for choice, kind in factor.choices.items() if not kind.exclusive)
        for name, factor in aid.situation.items()
        if factor.kind == "many"
    }
    yield usual.model_copy(
        update={
            "situation": {**usual.situation, **everything},
            "helping": True,
            "question_edits": QuestionEdits(removed=tuple(aid.questions)[::2]),
            "look": Look(text="larger"),
            "display": Display(form="table", frame="without", per="thousand"),
        }
    )
    yield usual.model_copy(
        update={
            "importance": dict.fromkeys(ratable_outcomes(aid), NOT_SURE),
            "gut_leaning": None,
            "display": Display(form="words"),
            "knowledge": {name: item.choices[-1] for name, item in aid.knowledge.items()},
            "medicines": tuple(aid.medicines),
        }
    )


def test_every_page_shows_the_signs_in_every_word_as_text(text_count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    at, aid, numbers = arrive(), session.aid(), set[int]()
    for person in people(aid):
        at.session_state["answers"] = person
        for folded in (
            "more_questions",
            "removed_questions",
            "more-options",
            *(f"more-{name}" for name in aid.words.outcomes),
        ):
            at.session_state[f"shown.{folded}"] = True
        for page in all_screens(at):
            numbers |= numbers_on_page(page)
    offer = PendingImport(ordinary(aid), 1, 1, date(2025, 3, 4), by_file=True)
    monkeypatch.setattr(reader, "today", lambda: date(2100, 1, 1))
    for pending in (offer, ImportDone(), CannotOpen("newer"), CutShort(2), Unreadable()):
        at.session_state["pending"] = pending
        numbers |= numbers_on_page(go(at, "about"))
    assert len(numbers) > 3 / 4 * text_count
