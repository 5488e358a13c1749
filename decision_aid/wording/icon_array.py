"""Icon arrays of 100 or 1000 people, as inline SVG from a pure function. One path per state, not per person.

Head-and-shoulders icons in a grouped grid: recall is better with human figures than with blocks (Zikmund-Fisher et al.,
Med Decis Making 2014;34:443), and scattered icons are read as a larger chance than grouped ones (Price 2022).
"""

from functools import lru_cache

from markupsafe import Markup

from decision_aid.reasoning.frequencies import STATES, NaturalFrequency
from decision_aid.wording.people_look import PERSON, striped_fill, stripes


@lru_cache(maxsize=512)
def icon_array(people: NaturalFrequency, label: str, baseline: int | None = None, look: str = "") -> Markup:
    """The people as one SVG, filled from the top left. `label` is its text for screen readers.

    Filled: the count; striped: what the range leaves open, dark below the count and light above it; outlined: the rest.
    With a `baseline` (the count of the group that this one is compared with) the people who make the difference are
    marked instead: a thick edge where there are more of them, a broken edge where there are fewer.
    `look` is the style that gives the color. Stripe patterns have it in their ids: with one id for all, a browser would
    use the first pattern on the page, in the color of another option.
    """
    columns, width, height = (10, 10, 11) if people.per == 100 else (40, 10, 11)
    rows = people.per // columns
    paths, start, name = [], 0, f"-{look}" if look else ""
    for state, number in _states(people, baseline).items():
        if number:
            cells = range(start, start + number)
            corners = (f"M{cell % columns * width} {cell // columns * height}{PERSON}" for cell in cells)
            fill = striped_fill(state, name)
            paths.append(Markup('<path class="{}" d="{}"{}/>').format(state, "".join(corners), fill))
        start += number
    patterns = stripes(name) if people.states()["likely"] or people.states()["possible"] else ""
    size = "hundred" if people.per == 100 else "thousand"
    return Markup('<svg class="icon-array {}" role="img" aria-label="{}" viewBox="-1 -1 {} {}">{}{}</svg>').format(
        size, label, columns * width + 2, rows * height + 2, patterns, Markup().join(paths)
    )


def _states(people: NaturalFrequency, baseline: int | None) -> dict[str, int]:
    """The number of people by state, in drawing order."""
    count = people.count
    if baseline is None or count is None:
        return {state: people.states()[state] for state in STATES}
    both, either = min(count, baseline), max(count, baseline)
    changed = "added" if count > baseline else "spared"
    return {"certain": both, changed: either - both, "without": people.per - either}
