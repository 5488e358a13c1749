"""Who an option is, on every screen alike: its name, a small mark, and a quiet color by its place in the content."""

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.reasoning import looks


def option_class(aid: Aid, option: str) -> str:
    """The style of what belongs to an option: `option-1` for the first, and so on."""
    return f"option-{looks.option_look(aid, option)}"


def group_class(aid: Aid, group: str) -> str:
    """The style of a group of people in a study; "" where it has the look of no option."""
    look = looks.group_look(aid, group)
    return f"option-{look}" if look else ""


def option_name(aid: Aid, option: str) -> Markup:
    """An option's mark and name, in its color."""
    return Markup('<span class="{} option-name">{}{}</span>').format(
        option_class(aid, option), mark(aid, option), aid.words.options[option].name
    )


def mark(aid: Aid, option: str) -> Markup:
    """An option's small drawing, beside its name; it says nothing that the name does not."""
    drawing = aid.decision.options[option].mark
    if not drawing:
        return Markup()
    opening = Markup('<svg class="option-mark" aria-hidden="true" ')
    return Markup(aid.pictures[drawing].replace("<svg ", opening, 1))  # noqa: S704 (a drawing of our own, checked)
