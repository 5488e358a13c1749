"""The parts of a booklet as data for the Typst template: texts as runs of letters, drawings as SVG."""

import re
from dataclasses import fields, is_dataclass
from typing import Any

from decision_aid.booklet.colors import option_colors
from decision_aid.exports.letters import runs
from decision_aid.model.aid import Aid
from decision_aid.reasoning import looks
from decision_aid.wording.icon_array import icon_array
from decision_aid.wording.main_figures import ShownGroup
from decision_aid.wording.number_line import number_line
from decision_aid.wording.people_look import booklet_pdf, people_style

AS_IT_IS = frozenset(["alt", "url", "address", "estimate"])
"""Fields that are not printed as text: alternative texts, ids and addresses."""
DRAWINGS = frozenset(["picture", "mark"])
NUMBER_LINE = (
    ".scale,.no-difference{{stroke:#000;stroke-width:1.6;fill:none}}.noticed{{stroke:#000;stroke-width:1.6;fill:none;"
    "stroke-dasharray:4 3}}.range{{fill:{0};fill-opacity:.4}}.value{{fill:{0}}}"
    "text{{font-family:'Atkinson Hyperlegible Next';font-size:20px;text-anchor:middle;fill:#000}}"
)
"""The styles of number lines, for print."""


def as_data(aid: Aid, part: Any) -> Any:
    """A part, or a value of one, as plain values for JSON."""
    if isinstance(part, ShownGroup):
        return _group(aid, part)
    if is_dataclass(part):
        kind = re.sub(r"(?<!^)([A-Z])", r"_\1", type(part).__name__).lower()
        return {
            "kind": kind,
            **{field.name: _field(aid, field.name, getattr(part, field.name)) for field in fields(part)},
        }
    if isinstance(part, tuple):
        return [as_data(aid, item) for item in part]
    return runs(part) if isinstance(part, str) else part


def _field(aid: Aid, name: str, value: Any) -> Any:
    if name in AS_IT_IS:
        return value
    if name in DRAWINGS:
        return aid.pictures[value].replace("currentColor", "#222") if value else ""
    return as_data(aid, value)


def _group(aid: Aid, group: ShownGroup) -> dict[str, Any]:
    """A group of a study, its people or number line drawn in the color of its option."""
    look = looks.group_look(aid, group.group) if group.group else 0
    mark = aid.decision.options[group.group].mark if group.group in aid.decision.options else None
    people = icon_array(group.people, group.label) if group.people else None
    scale = group.points
    return {
        "look": look,
        "mark": aid.pictures[mark].replace("currentColor", "#222") if mark else "",
        "name": runs(group.name),
        "count": runs(group.count),
        "unit": runs(group.unit),
        "lines": [runs(line) for line in group.lines],
        "label": group.label,
        "people": inked(people, look) if people else None,
        "wide": group.people is not None and group.people.per > 100,
        "points": inked(number_line(scale.score, scale.end, group.label, scale.noticed), look) if scale else None,
    }


def inked(drawing: str, look: int) -> str:
    """A drawing of the screen as a standalone SVG with its colors."""
    colors = option_colors()
    ink = colors[(look - 1) % len(colors)] if look else "#000"
    opening, body = str(drawing).split(">", 1)
    style = f"<style>{people_style(booklet_pdf(ink))}{NUMBER_LINE.format(ink)}</style>"
    return opening.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"') + f">{style}{body}"
