"""Contrast and visible difference of two colors, each given as "#rrggbb"."""

from math import dist


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colors, from 1 to 21: WCAG 2.2, "contrast ratio" and "relative luminance"."""
    darker, lighter = sorted(_luminance(color) for color in (first, second))
    return (lighter + 0.05) / (darker + 0.05)


def difference(first: str, second: str) -> float:
    """How different two colors look, 0 to about 1: their distance in Oklab (B. Ottosson, 2020)."""
    return dist(_oklab(first), _oklab(second))


def mix(color: str, other: str, percent: int) -> str:
    """A color mixed with `percent` (0 to 100) of another, as CSS `color-mix` does in sRGB."""
    pairs = zip(_parts(color), _parts(other), strict=True)
    return "#" + "".join(
        f"{round(own_part + (other_part - own_part) * percent / 100):02x}" for own_part, other_part in pairs
    )


def _parts(color: str) -> tuple[int, int, int]:
    return (int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16))


def _linear(color: str) -> list[float]:
    """The linear red, green and blue of a color, each 0 to 1: IEC 61966-2-1."""
    parts = (part / 255 for part in _parts(color))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _luminance(color: str) -> float:
    red, green, blue = _linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklab(color: str) -> tuple[float, float, float]:
    red, green, blue = _linear(color)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
