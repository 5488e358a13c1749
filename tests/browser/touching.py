"""Where a thumb touches a slider, in any browser."""

from harness.engines.screen import Point

SLIDERS = "[data-testid=stMain] input[type=range]"
MIDDLE = """(range, share) => {
  const thumb = range.closest("div").parentElement.getBoundingClientRect()
  const track = range.closest("[data-testid=stSlider]").getBoundingClientRect()
  const x = share === null ? thumb.x + thumb.width / 2 : track.x + share * track.width
  return [x, thumb.y + thumb.height / 2]
}"""
"""The middle of a slider's thumb, or of its track at a share of its width."""
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
SWIPE = 260
"""How far a scrolling thumb moves, in CSS pixels."""


def along(begin: Point, end: Point, moves: int = 12) -> list[Point]:
    """The points of a straight line, as a finger meets them."""
    shares = [number / moves for number in range(moves + 1)]
    return [tuple(a + share * (b - a) for a, b in zip(begin, end, strict=True)) for share in shares]  # type: ignore[misc]
