"""Answers in the fragment of an address, the part after "#" that no browser sends to a server.

A token reads "answers=1.<base64url>". Token version 1 holds the CRC-32 of the JSON (4 bytes, big-endian; raw deflate
has no check of its own, and a link that lost a letter must not open as other answers) and then the JSON: deflated
without a header (RFC 1951), with a preset dictionary. The JSON is what `packing.pack` gives, with its version.

The dictionary holds the names of fields and, from the content, the ids that stood there when token version 1 was
fixed. It more than halves the length, and a shorter link gives a coarser QR code, which more phones can read.
"""

import json
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from urllib.parse import unquote

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import MOVED
from decision_aid.saving.own_words import without_own_words
from decision_aid.saving.packing import LARGEST, VERSION, CannotOpen, Packed, pack, read_json, unpack

NAME = "answers"
BRINGS = "brings=answers"
"""The query of a link: if the fragment is lost on the way, the page still knows that there was one."""
LOST = "#"
"""The text to read where a link has lost its fragment."""
FIELDS = (
    b'"appointment":"display":{"form":"words","table","frame":"without","per":"thousand"},"visit":{"reason":"",'
    b'"matters_most":["decided":"left_open","next_step":"","led_by":"","performs_procedure":"question_edits":{'
    b'"reworded":{"removed":["own":{"own_1":"own_2":"notes":{"answered":["kept":["order":["still_unclear":"",'
    b'"medicines":["stage_at_end":"decided","close","thinking","not_started","stage_at_start":"instruments":{'
    b'"sure":{"sure":"yes","understand":"yes","risk":"no","encourage":"yes"}},"reflections":{"knowledge":{'
    b'"unclear":["gut_leaning":"leaning":"not_sure","facts_seen":true,"opened":["welcome","situation","options",'
    b'"chances","procedure","priorities","readiness","questions","together","record","clinicians","evidence","about"],'
    b'"own_reasons":[{"text":"","option":"","importance":"give_up_last":"","order_seed":,"importance":{'
    b'"parts":[{"version":2,"situation":{'
)
"""The field names in the preset dictionary. Part of token version 1, like `link_words` of the content: with other ones,
existing links could not be read. A change here needs a new token version."""

_TOKEN = re.compile(r"#?answers=(?P<version>[0-9]{1,9})\.(?P<packed>[A-Za-z0-9_-]*)")
_WITHOUT_HEADER = -15
_CHECK = 4
_TOKEN_VERSION = 1


def dictionary(aid: Aid) -> bytes:
    """The preset dictionary of token version 1."""
    return FIELDS + "".join(aid.link_words).encode()


def link(address: str, aid: Aid, answers: Answers, own_words: bool) -> str:
    """The link to a page of the aid with the answers; it includes typed texts if `own_words`."""
    return f"{address}?{BRINGS}#{fragment(aid, answers, own_words)}"


def fragment(aid: Aid, answers: Answers, own_words: bool) -> str:
    """The fragment, without "#", with the answers; it includes typed texts if `own_words`.

    The appointment is never in it, since a clinician who is shown the answers does not need it. Nor are language and
    look: those who open the link have their own.
    """
    carried = answers if own_words else without_own_words(aid, answers)
    carried = carried.model_copy(
        update={"appointment": None, "appointment_uid": None, "appointment_lists_questions": False}
    )
    carried = carried.with_settings_of(Answers())
    data = json.dumps(
        {"version": VERSION, **_with_dictionary_page_ids(pack(carried))}, ensure_ascii=False, separators=(",", ":")
    ).encode()
    while (token := _token(aid, data)).endswith(("-", "_")):  # mail programs cut such an end off a link
        data += b" "
    return f"{NAME}={_TOKEN_VERSION}.{token}"


def _token(aid: Aid, data: bytes) -> str:
    deflater = zlib.compressobj(9, zlib.DEFLATED, _WITHOUT_HEADER, 9, zlib.Z_DEFAULT_STRATEGY, dictionary(aid))
    packed = zlib.crc32(data).to_bytes(_CHECK) + deflater.compress(data) + deflater.flush()
    return urlsafe_b64encode(packed).decode().rstrip("=")


def read_fragment(aid: Aid, text: str) -> Answers:
    """The answers in a fragment, also where characters were percent-encoded on the way.

    Raises CannotOpen for what is lost, too big, not ours, damaged or newer than this aid.
    """
    if len(text) > LARGEST:
        raise CannotOpen("too_big")
    if text == LOST:
        raise CannotOpen("lost")
    token = _TOKEN.match(unquote(text))
    if token is None:
        raise CannotOpen("damaged" if unquote(text).removeprefix("#").startswith(f"{NAME}=") else "not_ours")
    if int(token["version"]) != _TOKEN_VERSION:
        raise CannotOpen("newer" if int(token["version"]) > _TOKEN_VERSION else "damaged")
    try:
        packed = read_json(_inflate(aid, token["packed"]).decode())
    except (ValueError, zlib.error) as fault:
        raise CannotOpen("damaged") from fault
    version = packed.pop("version", None) if isinstance(packed, dict) else None
    return unpack(version, _with_current_page_ids(packed) if version == VERSION else packed)


def _with_dictionary_page_ids(packed: Packed) -> Packed:
    """Opened pages with the ids of the preset dictionary, which saves ten characters."""
    old_ids = {new: old for old, new in MOVED.items()}
    opened = [old_ids.get(page, page) for page in packed.get("opened", ())]
    return {**packed, "opened": opened} if opened else packed


def _with_current_page_ids(packed: Packed) -> Packed:
    opened = packed.get("opened")
    if not isinstance(opened, list):
        return packed
    return {**packed, "opened": [MOVED.get(page, page) if isinstance(page, str) else page for page in opened]}


def _inflate(aid: Aid, packed: str) -> bytes:
    """The JSON of a token. Never unpacks more than LARGEST bytes, since a short token could expand to gigabytes."""
    raw = urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
    inflater = zlib.decompressobj(_WITHOUT_HEADER, dictionary(aid))
    data = inflater.decompress(raw[_CHECK:], LARGEST + 1)
    if len(data) > LARGEST:
        raise CannotOpen("too_big")
    if not inflater.eof or inflater.unused_data or zlib.crc32(data) != int.from_bytes(raw[:_CHECK]):
        raise CannotOpen("damaged")
    return data
