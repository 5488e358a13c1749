"""An address as a QR code that a phone can read from a screen."""

import segno
from markupsafe import Markup
from segno import DataOverflowError

LARGEST_VERSION = 20
"""97 modules a side. DENSO WAVE, the inventor, requires at least four dots per module: with the quiet zone that is 420
px, the widest that fits on one screen. A larger code would have modules too small to read."""
QUIET_ZONE = 4
"""White modules around the code, as ISO/IEC 18004 requires."""


def qr_svg(url: str) -> Markup | None:
    """The code as SVG, black on white also on a dark page; None if it would be too fine for a phone.

    Error correction is level L, since a screen has no scratches and fewer modules are larger; a higher level is used
    if it needs no larger code.
    """
    try:
        code = segno.make(url, error="l", micro=False)
    except DataOverflowError:
        return None
    if int(code.version) > LARGEST_VERSION:
        return None
    svg = code.svg_inline(border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True)
    return Markup(svg)  # noqa: S704 (paths that segno draws; no text stands in it)
