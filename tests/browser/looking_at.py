"""The screens for tests that look at every one: all of the way and all other pages."""

from harness.aids import real_aid
from harness.visiting import everywhere

EVERYWHERE = everywhere(real_aid())
"""Every page and every screen of a step by their names."""
