"""Answers in the fragment of an address, the part after "#" that no browser sends to a server.

A token reads "answers=1.<base64url>". Token version 1 holds the CRC-32 of the JSON (4 bytes, big-endian; raw deflate
has no check of its own, and a link that lost a letter must not open as other answers) and then the JSON: deflated
without a header (RFC 1951), with a preset dictionary. The JSON is what `packing.pack` gives, with its version.

The dictionary holds the names of fields and, from the content, the ids that stood there when token version 1 was
settled. It more than halves the length, and a shorter link is a coarser code, which more phones can read.
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
"""Stands in the query of a link: where the fragment is lost on the way, the page knows that there was one."""
LOST = "#"
"""What is read where a link brought no fragment."""
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
"""The names of fields, as the packer knows them beforehand. Part of token version 1, as `link_words` of the content
are: with other ones, no link that people keep could be read. What changes here needs a new token version."""

_TOKEN = re.compile(r"#?answers=(?P<version>[0-9]{1,9})\.(?P<packed>[A-Za-z0-9_-]*)")
_WITHOUT_HEADER = -15
_CHECK = 4
_TOKEN_VERSION = 1


def dictionary(aid: Aid) -> bytes:
    """What packer and unpacker of token version 1 know beforehand."""
    return FIELDS + "".join(aid.link_words).encode()


def link(address: str, aid: Aid, answers: Answers, own_words: bool) -> str:
    """The link to a page of the aid that carries the answers; what was typed is in it if `own_words`."""
    return f"{address}?{BRINGS}#{fragment(aid, answers, own_words)}"


def fragment(aid: Aid, answers: Answers, own_words: bool) -> str:
    """The fragment, without "#", that carries the answers; what was typed is in it if `own_words`.

    The appointment is never in it: whoever shows the answers to a clinician does not need to hand it over. Nor are
    language and look: those who open the link have their own.
    """
    carried = answers if own_words else without_own_words(aid, answers)
    carried = carried.model_copy(
        update={"appointment": None, "appointment_uid": None, "appointment_lists_questions": False}
    )
    carried = carried.read_like(Answers())
    told = json.dumps(
        {"version": VERSION, **_by_ids_of_the_dictionary(pack(carried))}, ensure_ascii=False, separators=(",", ":")
    ).encode()
    while (token := _packed(aid, told)).endswith(("-", "_")):  # mail programs leave such an end out of a link
        told += b" "
    return f"{NAME}={_TOKEN_VERSION}.{token}"


def _packed(aid: Aid, told: bytes) -> str:
    deflater = zlib.compressobj(9, zlib.DEFLATED, _WITHOUT_HEADER, 9, zlib.Z_DEFAULT_STRATEGY, dictionary(aid))
    packed = zlib.crc32(told).to_bytes(_CHECK) + deflater.compress(told) + deflater.flush()
    return urlsafe_b64encode(packed).decode().rstrip("=")


def read_fragment(aid: Aid, text: str) -> Answers:
    """The answers in a fragment, also where its signs were percent-encoded on the way.

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
        found = read_json(_inflate(aid, token["packed"]).decode())
    except (ValueError, zlib.error) as fault:
        raise CannotOpen("damaged") from fault
    version = found.pop("version", None) if isinstance(found, dict) else None
    return unpack(version, _by_ids_of_now(found) if version == VERSION else found)


def _by_ids_of_the_dictionary(packed: Packed) -> Packed:
    """The pages that were opened by the ids that they had when the dictionary was settled: ten letters less."""
    before = {now: old for old, now in MOVED.items()}
    opened = [before.get(page, page) for page in packed.get("opened", ())]
    return {**packed, "opened": opened} if opened else packed


def _by_ids_of_now(packed: Packed) -> Packed:
    opened = packed.get("opened")
    if not isinstance(opened, list):
        return packed
    return {**packed, "opened": [MOVED.get(page, page) if isinstance(page, str) else page for page in opened]}


def _inflate(aid: Aid, packed: str) -> bytes:
    """The JSON of a token. Never unpacks more than LARGEST bytes: a few letters could stand for gigabytes."""
    raw = urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
    inflater = zlib.decompressobj(_WITHOUT_HEADER, dictionary(aid))
    told = inflater.decompress(raw[_CHECK:], LARGEST + 1)
    if len(told) > LARGEST:
        raise CannotOpen("too_big")
    if not inflater.eof or inflater.unused_data or zlib.crc32(told) != int.from_bytes(raw[:_CHECK]):
        raise CannotOpen("damaged")
    return told
