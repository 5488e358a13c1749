"""What every drawing of a score asks: which measured point it shows, and the smallest change that people notice."""

from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Horizon, Point, Quantity


def measured_at(points: tuple[Point, ...], when: Horizon | None) -> Point:
    """The point measured at a time; the last one where no time is asked for."""
    return next((point for point in points if point.at == when), points[-1])


def noticed_change(aid: Aid, scale: str) -> float | None:
    """The smallest change that people notice, in points of a scale; None where it is not known."""
    name = aid.decision.scales[scale].noticed_estimate
    measure = aid.evidence.estimates[name].measure if name else None
    return measure.low if isinstance(measure, Quantity) else None
