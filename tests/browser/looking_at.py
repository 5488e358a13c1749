"""Which screens are looked at where every one counts: all of the way and all other pages."""

from decision_aid.reasoning.things_to_weigh import main_outcomes, shows_both_kinds, shows_people, shows_points
from harness.aids import real_aid
from harness.visiting import everywhere

AID = real_aid()


def _kind(screen: str) -> tuple[object, ...]:
    """What a screen is made of: things to weigh that show the same kind of figure are made of the same elements."""
    seen = (shows_people, shows_points, shows_both_kinds)
    return tuple(shows(AID, screen) for shows in seen) if screen in main_outcomes(AID) else (screen,)


EVERYWHERE = list({(name, _kind(screen)): (name, screen) for name, screen in everywhere(AID)}.values())
"""Every page and every screen of a step by their names, but one thing to weigh of each kind."""
