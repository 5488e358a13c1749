"""What every drawing of a score needs: the measured point, and the smallest change that people notice."""

from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Horizon, Point, Quantity


def measured_at(points: tuple[Point, ...], when: Horizon | None) -> Point:
    """The point measured at a time; the last point where that time is None or was not measured."""
    return next((point for point in points if point.at == when), points[-1])


def noticed_change(aid: Aid, scale: str) -> float | None:
    """The smallest change that people notice, in points of a scale; None where it is not known."""
    name = aid.decision.scales[scale].noticed_estimate
    measure = aid.evidence.estimates[name].measure if name else None
    return measure.low if isinstance(measure, Quantity) else None
