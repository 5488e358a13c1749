"""An address as a QR code that a phone reads off a screen."""

import segno
from markupsafe import Markup
from segno import DataOverflowError

LARGEST_VERSION = 20
"""97 modules a side. DENSO WAVE, who made the code, asks for four dots or more for each module: with the quiet zone
that is 420 px, which is as wide as a page still shows on one screen. A larger code would have to be read off finer."""
QUIET_ZONE = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


def qr_svg(url: str) -> Markup | None:
    """The code as SVG, black on white also on a dark page; None where it would be too fine for a phone.

    Error correction is level L, since a screen has no scratches and fewer modules are larger ones; where a higher
    level needs no larger code, that level is taken.
    """
    try:
        code = segno.make(url, error="l", micro=False)
    except DataOverflowError:
        return None
    if int(code.version) > LARGEST_VERSION:
        return None
    svg = code.svg_inline(border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True)
    return Markup(svg)  # noqa: S704 (paths that segno draws; no text stands in it)
