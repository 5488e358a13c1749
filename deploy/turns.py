"""The order in which many files of unequal size come soonest over a slow line.

A browser asks for six files at a time. A small one keeps a connection waiting for a round trip and hardly uses the
line; a large one uses all of it. So the large ones are spread among the small: while those wait, the line is not empty.
"""

from collections.abc import Mapping

LARGE = 20_000
"""Bytes, not compressed, from which a file counts as large: at 1.6 Mbit/s as long on its way as the line is slow."""


def in_turn(sizes: Mapping[str, int]) -> list[str]:
    """The names, given bytes: each large file, the largest first, is followed by its share of the small ones."""
    large = sorted((name for name, size in sizes.items() if size >= LARGE), key=lambda name: -sizes[name])
    small = [name for name, size in sizes.items() if size < LARGE]
    ordered, together, so_far, placed = list[str](), sum(sizes[name] for name in large), 0, 0
    for name in large:
        so_far += sizes[name]
        share = round(len(small) * so_far / together)
        ordered += [name, *small[placed:share]]
        placed = share
    return ordered + small[placed:]
