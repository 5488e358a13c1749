"""The link and its code: they carry the answers whole, without what was typed unless asked, and do no harm."""

import json
import re
import tracemalloc
import zlib
from base64 import urlsafe_b64encode
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote

import pytest
import segno
import typst
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from decision_aid import reader, session
from decision_aid.exports.qr import LARGEST_VERSION, qr_svg
from decision_aid.model.answers import Answers, Visit
from decision_aid.saving.link import FIELDS, LOST, dictionary, fragment, read_fragment
from decision_aid.saving.own_words import without_own_words
from decision_aid.saving.packing import LARGEST, VERSION, CannotOpen
from harness.aids import real_aid, small_aid
from harness.people import ordinary
from tests.cases.tables import cases
from tests.unit.test_known import TYPED, WORDS
from tests.unit.test_save_file import OF_VERSION_1, any_answers, json_values

SAVES = Path(__file__).parents[1] / "saves"
SITE = "https://spine-aid.example.org/together"


def opened(text: str) -> Answers:
    return read_fragment(real_aid(), text)


def refused(text: str) -> str | None:
    """Why a link is not opened; None where it opens. Any other exception is a fault."""
    try:
        opened(text)
    except CannotOpen as refusal:
        return refusal.reason
    return None


def packed(content: bytes, version: int = 1) -> str:
    """A token that holds these bytes, rightly packed."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, dictionary(real_aid()))
    raw = zlib.crc32(content).to_bytes(4, "big") + deflater.compress(content) + deflater.flush()
    return f"answers={version}.{urlsafe_b64encode(raw).decode().rstrip('=')}"


def holding(value: object) -> str:
    return packed(json.dumps(value).encode())


def without_appointment(answers: Answers) -> Answers:
    return answers.model_copy(
        update={"appointment": None, "appointment_uid": None, "appointment_lists_questions": False}
    )


@given(any_answers)
def test_the_link_carries_everything_but_the_appointment_if_the_person_adds_their_words(answers: Answers) -> None:
    assert opened(fragment(real_aid(), answers, own_words=True)) == without_appointment(answers)


@given(any_answers)
def test_the_link_carries_every_tap_and_no_word_if_they_do_not(answers: Answers) -> None:
    carried = opened(fragment(real_aid(), answers, own_words=False))
    assert carried == without_appointment(without_own_words(real_aid(), answers))


def test_no_typed_word_is_in_the_link_unless_it_was_asked_for() -> None:
    saved = {own: opened(fragment(real_aid(), TYPED, own)).model_dump_json() for own in (False, True)}
    assert WORDS not in saved[False]
    assert saved[True].count(WORDS) == TYPED.model_dump_json().count(WORDS)


def test_the_appointment_never_leaves_in_a_link() -> None:
    answers = Answers(appointment=datetime(2026, 12, 1, 9, 30), appointment_lists_questions=True)
    for own_words in (False, True):
        assert opened(fragment(real_aid(), answers, own_words)) == Answers()


@given(any_answers)
def test_a_link_holds_signs_that_need_no_escape_and_opens_where_they_were_escaped(answers: Answers) -> None:
    whole = f"#{fragment(real_aid(), answers, own_words=True)}"
    # What a mail program leaves out of a link at its end is no sign of the token.
    assert re.fullmatch(r"#answers=1\.[A-Za-z0-9_-]*[A-Za-z0-9]", whole)
    assert opened(whole.replace("=", "%3D", 1)) == opened(quote(whole, safe="")) == opened(whole)


def test_what_the_packer_knows_beforehand_never_changes() -> None:
    # If this fails, put the words back: links and codes that people keep could no longer be read.
    assert sha256(FIELDS).hexdigest() == "4f41a6ed864197a36b77b9749efc45652472ae5d5bf9e75aabd6a3cc46abf726"
    assert (
        sha256(dictionary(real_aid())).hexdigest() == "b64c76556b28f18079dfa0b364f3e5df48a2bc1dc0ca3cd2ef58c94a1473f132"
    )


def test_a_link_of_token_version_1_opens_for_ever() -> None:
    later = {
        "instruments": {"sure": {"sure": "yes"}},
        "visit": Visit(reason="Pain since a fall", decided="left_open", led_by="Dr. Sample"),
    }
    answers = opened((SAVES / "link_1.txt").read_text(encoding="utf-8").strip())
    assert answers == OF_VERSION_1.model_copy(update=later)


def test_answers_of_version_1_in_a_link_are_brought_up_to_date() -> None:
    assert opened(holding({"version": 1, "leaning": "not_sure"})) == Answers(leaning="not_sure")


def test_another_decision_has_links_of_its_own() -> None:
    small, answers = small_aid(), Answers(situation={"pain_now": 7}, still_unclear="x")
    assert read_fragment(small, fragment(small, answers, own_words=True)) == answers
    assert read_fragment(small, "#" + fragment(small, answers, own_words=True)) == answers


WHOLE = fragment(real_aid(), TYPED, own_words=True)
REFUSED = {
    "nothing": ("", "not_ours"),
    "a fragment that was lost": (LOST, "lost"),
    "another fragment": ("#section-2", "not_ours"),
    "a name alone": ("#answers=", "damaged"),
    "no token": ("#answers=1.", "damaged"),
    "no version": ("#answers=x.abcd", "damaged"),
    "version 0": ("#answers=0.abcd", "damaged"),
    "a newer token": ("#answers=2.abcd", "newer"),
    "newer answers": (holding({"version": VERSION + 1, "later": 1}), "newer"),
    "cut off": (WHOLE[:-7], "damaged"),
    "cut in half": (WHOLE[: len(WHOLE) // 2], "damaged"),
    "half a byte": (WHOLE[:-1], "damaged"),
    "no answers": (holding([1]), "damaged"),
    "no text": (packed(b"\xff\xfe\x00"), "damaged"),
    "nesting": (packed(b"[" * 100_000), "damaged"),
    "a bomb": (packed(b'{"version": 2, "still_unclear": "' + b"x" * 50_000_000 + b'"}'), "too_big"),
    "a long address": ("answers=1." + "A" * LARGEST, "too_big"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_link_of_ours_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert refused(text) == reason


def test_a_few_letters_do_not_unpack_to_a_flood() -> None:
    bomb = REFUSED["a bomb"][0]
    assert len(bomb) < LARGEST / 10
    tracemalloc.start()
    assert refused(bomb) == "too_big"
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 10 * LARGEST


@pytest.mark.parametrize("after", [".", ")", " ", "%20", "&utm_source=mail", "\n"], ids=repr)
def test_what_a_message_adds_to_a_link_does_no_harm(after: str) -> None:
    assert opened(f"#{WHOLE}{after}") == TYPED


@given(any_answers, st.data())
def test_a_link_with_a_changed_letter_never_opens_as_other_answers(answers: Answers, data: st.DataObject) -> None:
    whole = fragment(real_aid(), answers, own_words=True)
    index = data.draw(st.integers(len("answers=1."), len(whole) - 1))
    changed = whole[:index] + data.draw(st.sampled_from("ABCxyz019_-")) + whole[index + 1 :]
    reason = refused(changed)
    assert reason in ("damaged", "too_big") if reason else opened(changed) == opened(whole)


@given(st.text(max_size=80) | st.binary(max_size=80).map(lambda raw: "answers=1." + urlsafe_b64encode(raw).decode()))
def test_no_fragment_does_harm(text: str) -> None:
    assert refused(text) in ("damaged", "not_ours")


@given(json_values)
def test_no_json_in_a_link_does_harm(value: object) -> None:
    assert refused(holding(value)) in ("damaged", "newer")


def test_an_ordinary_persons_answers_make_a_short_link_and_a_coarse_code() -> None:
    link = f"{SITE}#{fragment(real_aid(), ordinary(real_aid()), own_words=False)}"
    assert len(link) <= 300
    assert segno.make(link, error="l", micro=False).version <= 12


@pytest.mark.parametrize("answers", [Answers(), ordinary(real_aid()), TYPED], ids=["nobody", "ordinary", "typed"])
def test_a_reader_that_is_not_ours_reads_the_address_off_the_code(answers: Answers) -> None:
    link = f"{SITE}#{fragment(real_aid(), answers, own_words=True)}"
    (read,) = zxingcpp.read_barcodes(drawn(qr_svg(link)))
    assert read.text == link


def drawn(svg: str | None) -> Image.Image:
    """The code on black paper, four pixels a side for each module."""
    assert svg is not None
    size = int(re.findall(r'viewBox="0 0 (\d+) ', svg)[0])
    page = f"#set page(width: {size}pt, height: {size}pt, margin: 0pt, fill: black)"
    page += '\n#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
    png = typst.compile(page.encode(), format="png", ppi=4 * 72, sys_inputs={"svg": svg})
    return Image.open(BytesIO(png)).convert("L")


def test_the_code_is_black_on_white_with_white_all_round() -> None:
    code = drawn(qr_svg(SITE))
    edge = 4 * 4  # ISO/IEC 18004: a quiet zone of four modules
    black = ImageOps.invert(code).getbbox()
    assert black == (edge, edge, code.width - edge, code.height - edge)
    assert code.getextrema() == (0, 255)


@cases("server", "page of the visit")
def test_the_link_leads_to_the_page_of_the_visit_at_the_address_that_the_browser_knows(
    here: str | None, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session.st, "context", SimpleNamespace(url=here, headers={}, locale=None))
    assert reader.address_of("together") == expected


def test_there_is_no_code_where_it_would_be_too_fine_for_a_phone() -> None:
    # ISO/IEC 18004: version 20 at level L holds 858 bytes.
    fits = SITE + "#" + "a" * (858 - len(SITE) - 1)
    assert LARGEST_VERSION == 20
    assert qr_svg(fits) is not None
    assert qr_svg(fits + "a") is None
    assert qr_svg(fits + "a" * 10_000) is None
