"""What leaves with the person: every form carries the same, and what was typed stays text."""

import re
import unicodedata
from base64 import b64decode
from io import BytesIO

import pytest
from babel.dates import format_date
from fontTools.ttLib import TTFont
from hypothesis import example, given
from hypothesis import strategies as st

from decision_aid.exports.page import html_page
from decision_aid.exports.text import plain_text
from decision_aid.model.aid import Aid
from decision_aid.model.answers import LONGEST_TEXT, Answers, OwnReason, Visit
from decision_aid.summary.blocks import blocks, closing
from decision_aid.summary.summary import Summary, summarize
from harness.people import ordinary
from tests.markup import ParsedHtml
from tests.unit.people import TODAY, answers_with_words, edited_answers, real_aid, summary_of


def words(text: str) -> str:
    """A text without its spaces and line breaks, which wrapping may change."""
    return "".join(text.split())


def every_text(summary: Summary) -> list[str]:
    """Everything that a form has to carry, in order."""
    lines = []
    for block in blocks(real_aid(), summary):
        lines.append(block.heading)
        lines += [text for item in block.items for text in (item.text, item.under) if text]
    return [*lines, closing(real_aid(), summary)]


def carries(text: str, lines: list[str]) -> bool:
    """Whether the text holds all lines, one after the other."""
    start, text = 0, words(text)
    for line in map(words, lines):
        if (index := text.find(line, start)) < 0:
            return False
        start = index + len(line)
    return True


def shown(text: str) -> str:
    """A text without control characters, which a terminal would obey and not show."""
    return "".join(sign for sign in text if sign.isspace() or unicodedata.category(sign) != "Cc")


@given(st.text(alphabet="漢字ｗ🦴é\u0301\u200d👩👧ab \t\n\x1b[31m\u05d0", max_size=400))
@example("漢" * LONGEST_TEXT)
@example("👩\u200d👧" * 500)
@example("e" + "\u0301" * (LONGEST_TEXT - 1))
@example("\x1b]8;;https://example.org\x07link\x1b]8;;\x07 \x1b[31mred" * 20)
def test_no_sign_is_lost_in_the_plain_text_and_none_is_obeyed(typed: str) -> None:
    summary = summary_of(Answers(still_unclear=typed))
    text = plain_text(real_aid(), summary)
    assert shown(text) == text
    assert carries(text, [shown(line) for line in every_text(summary)])


@given(answers_with_words)
def test_the_plain_text_carries_everything(answers: Answers) -> None:
    summary = summary_of(answers)
    # Marks of a list may stand inside a text that was broken over lines, but they are spaces there.
    assert carries(plain_text(real_aid(), summary), [shown(line) for line in every_text(summary)])


@given(answers_with_words)
def test_the_web_page_carries_everything_letter_by_letter(answers: Answers) -> None:
    summary = summary_of(answers)
    text = ParsedHtml(html_page(real_aid(), summary)).text
    assert carries(text, every_text(summary))
    assert [question.text for question in summary.questions if question.text not in text] == []


def harmless(answers: Answers) -> Answers:
    """The same answers with every typed text replaced by a letter."""
    edits = answers.question_edits
    plain = edits.model_copy(
        update={"own": dict.fromkeys(edits.own, "x"), "reworded": dict.fromkeys(edits.reworded, "x")}
    )
    free = [name for name, factor in real_aid().situation.items() if factor.kind == "text"]
    texts = {name: "x" for name in free if name in answers.situation}
    return answers.model_copy(
        update={
            "situation": {**answers.situation, **texts},
            "own_reasons": tuple(
                reason.model_copy(update={"text": reason.text and "x"}) for reason in answers.own_reasons
            ),
            "still_unclear": answers.still_unclear and "x",
            "question_edits": plain,
        }
    )


@given(answers_with_words)
def test_nothing_typed_becomes_a_tag_or_an_attribute(answers: Answers) -> None:
    hostile, plain = (ParsedHtml(html_page(real_aid(), summary_of(typed))) for typed in (answers, harmless(answers)))
    assert hostile.tags == plain.tags


@given(edited_answers)
def test_both_forms_number_the_same_questions_in_the_same_order(answers: Answers) -> None:
    summary = summary_of(answers)
    texts = [question.text for question in summary.questions]
    numbered = [f"{number}. {text}" for number, text in enumerate(texts, start=1)]
    assert carries(plain_text(real_aid(), summary), numbered)
    assert carries(ParsedHtml(html_page(real_aid(), summary)).text, texts)


def test_the_web_page_asks_nothing_of_the_network_and_runs_nothing(aid: Aid) -> None:
    page = ParsedHtml(html_page(aid, summary_of(Answers(situation={"medicines": ("blood_thinner",)}))))
    names = {name for _, attributes in page.tags for name in attributes}
    assert not names & {"src", "srcset", "action", "onclick", "onload", "style"}
    assert {tag for tag, attributes in page.tags if "href" in attributes} <= {"a"}
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "form"}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_web_page_brings_a_font_with_every_letter_of_its_words(language: str) -> None:
    spoken = real_aid(language)
    page = html_page(spoken, summarize(spoken, ordinary(spoken), TODAY))
    (carried,) = re.findall(r"url\(data:font/woff2;base64,([^)]+)\)", page)
    font = TTFont(BytesIO(b64decode(carried)))
    letters = {ord(sign) for sign in ParsedHtml(page).text if sign.isprintable()}
    assert letters - font.getBestCmap().keys() == set()
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [("wght", 400, 700)]
    assert len(carried) < 25_000


def test_the_web_page_has_one_title(aid: Aid) -> None:
    tags = ParsedHtml(html_page(aid, summary_of(Answers()))).tags
    assert sorted(tag for tag, _ in tags if tag in ("h1", "title", "main")) == ["h1", "main", "title"]


def test_what_leaves_names_the_aid_its_version_and_its_date(aid: Aid) -> None:
    summary = summary_of(Answers())
    named = [aid.words.app["name"], aid.decision.version, format_date(aid.decision.evidence_updated, "long", "en_US")]
    for form in (plain_text(aid, summary), ParsedHtml(html_page(aid, summary)).text):
        assert [text for text in named if words(text) not in words(form)] == []


def test_someone_who_answered_nothing_takes_their_questions_and_nothing_empty(aid: Aid) -> None:
    (block,) = blocks(aid, summary_of(Answers()))
    assert block.numbered
    assert len(block.items) == 7


@pytest.mark.parametrize("blank", ["   ", "\n\n", "\t"], ids=repr)
def test_a_field_with_nothing_but_spaces_leaves_no_blank_line(aid: Aid, blank: str) -> None:
    # As the widgets write: model_copy, so that nothing is stripped on the way.
    answers = Answers().model_copy(
        update={
            "still_unclear": blank,
            "situation": {"anything_else": blank},
            "own_reasons": (OwnReason(text="").model_copy(update={"text": blank}),),
        }
    )
    assert blocks(aid, summary_of(answers)) == blocks(aid, summary_of(Answers()))


@given(answers_with_words)
@example(Answers(visit=Visit(decided="vertebroplasty", next_step="Call us", led_by="A. Nurse")))
@example(Answers(medicines=("apixaban",)))
def test_a_sign_stands_between_what_was_asked_and_what_was_answered(answers: Answers) -> None:
    questions = [
        item.text
        for block in blocks(real_aid(), summary_of(answers))
        for item in block.items
        if item.under and not block.numbered
    ]
    assert [text for text in questions if text[-1] not in ":?"] == []


def test_every_answer_reaches_what_leaves(aid: Aid) -> None:
    """What the summary holds of the answers, test_fhir_answers.py sees."""
    reasons = (OwnReason(text="my dog", option="vertebroplasty"),)
    summary = summary_of(ordinary(aid).model_copy(update={"own_reasons": reasons, "still_unclear": "my stairs"}))
    answered = [*summary.situation, *summary.own_reasons, *summary.unclear, *summary.medicines, summary.leaning]
    texts = [value for part in answered for value in vars(part).values() if isinstance(value, str) and " " in value]
    texts += [text for matter in summary.matters for text in (matter.name, matter.importance.text)]
    assert {"my dog", "my stairs"} <= {*texts}
    for form in (plain_text(aid, summary), ParsedHtml(html_page(aid, summary)).text):
        assert [text for text in texts if words(text) not in words(form)] == []


def test_a_first_feeling_leaves_while_nothing_later_was_said(aid: Aid) -> None:
    feeling, later = (aid.words.leanings[name].label for name in ("rather_vertebroplasty", "in_between"))
    first = plain_text(aid, summary_of(Answers(gut_leaning="rather_vertebroplasty")))
    both = plain_text(aid, summary_of(Answers(gut_leaning="rather_vertebroplasty", leaning="in_between")))
    assert feeling in first
    assert feeling not in both
    assert later in both
