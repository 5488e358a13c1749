"""The logo of a service is an intact picture without scripts or external resources."""

import re
import struct
import zlib
from collections.abc import Iterator
from itertools import islice
from xml.etree import ElementTree

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

LARGEST = 30_000
"""In bytes: the logo is sent with every page."""
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWS = (
    *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "defs", "style"),
    *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "use", "symbol"),
)
_FETCHES = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:|expression\(", re.IGNORECASE)
_PNG = b"\x89PNG\r\n\x1a\n"


def the_logo_is_there(aid: Aid) -> Iterator[Finding]:
    """The logo that the site names is a file next to site.yaml."""
    logo = aid.site.logo
    if logo and logo.file not in aid.logo_files:
        where = ("site", "logo", "file") if logo.file else ("site", "logo")
        yield where, f"there is no '{logo.file}' here: put logo.svg or logo.png beside site.yaml, and write that name"


def the_logo_is_small(aid: Aid) -> Iterator[Finding]:
    """A logo has at most 30 kilobytes."""
    for name, data in aid.logo_files.items():
        if len(data) > LARGEST:
            mend = "save it simpler, or as a PNG about 400 pixels wide"
            yield ("logo_files", name), f"this logo has {len(data) // 1000} kB, and 30 at most may go out: {mend}"


def a_drawn_logo_draws_and_does_nothing_else(aid: Aid) -> Iterator[Finding]:
    """An SVG logo has only shapes: no scripts, no text in a font, nothing loaded from elsewhere."""
    for name, data in aid.logo_files.items():
        if name.endswith(".svg"):
            for message in islice(_not_drawn(data), 1):
                yield ("logo_files", name), message


def a_painted_logo_is_whole(aid: Aid) -> Iterator[Finding]:
    """A PNG logo is a complete PNG file."""
    for name, data in aid.logo_files.items():
        if name.endswith(".png") and not _is_whole(data):
            yield ("logo_files", name), "this picture breaks off or is no PNG: save it again as PNG"


def _not_drawn(data: bytes) -> Iterator[str]:
    """Messages on what an SVG logo must not contain."""
    again = "save it again as plain SVG, with all letters turned into paths"
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        yield f"this logo begins with a document type, which can hide things: {again}"
        return
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        yield f"this logo breaks off or is no SVG: {again}"
        return
    if root.tag != f"{_SVG}svg" or not root.get("viewBox"):
        yield f"this logo is no <svg> with a 'viewBox', so nobody knows its size: {again}"
    for element in root.iter():
        tag = element.tag.removeprefix(_SVG)
        if tag not in _DRAWS:
            yield f"<{tag.rpartition('}')[2]}> has no part in a logo: {again}"
        for key, value in element.attrib.items():
            attribute = key.rpartition("}")[2]
            if attribute.startswith("on"):
                yield f"'{attribute}' would run a program: take it out"
            elif (attribute in ("href", "src") and not value.startswith("#")) or _FETCHES.search(value):
                yield f"'{attribute}' leads out of this file: put what it names into the drawing, or take it out"
        if tag == "style" and _FETCHES.search(element.text or ""):
            yield "its <style> leads out of this file: put what it names into the drawing, or take it out"


def _is_whole(data: bytes) -> bool:
    """Whether all checksums match and the pixels can be decompressed (PNG, third edition, sections 5.3 and 10)."""
    if not data.startswith(_PNG):
        return False
    offset, pixels, kind = len(_PNG), b"", b""
    while kind != b"IEND":
        if offset + 12 > len(data):
            return False
        (length,), kind = struct.unpack_from(">I", data, offset), data[offset + 4 : offset + 8]
        body, offset = data[offset + 8 : offset + 8 + length], offset + 12 + length
        if offset > len(data) or zlib.crc32(kind + body) != struct.unpack_from(">I", data, offset - 4)[0]:
            return False
        pixels += body if kind == b"IDAT" else b""
    try:
        return bool(zlib.decompressobj().decompress(pixels, 4_000_000))
    except zlib.error:
        return False
