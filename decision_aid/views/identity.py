"""An option's identity, the same on every screen: its name, a small mark, and a color by its order in the content."""

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.reasoning import looks


def option_class(aid: Aid, option: str) -> str:
    """The CSS class of an option: `option-1` for the first, and so on."""
    return f"option-{looks.option_look(aid, option)}"


def group_class(aid: Aid, group: str) -> str:
    """The CSS class of a group of people in a study; "" where the group belongs to no option."""
    look = looks.group_look(aid, group)
    return f"option-{look}" if look else ""


def option_name(aid: Aid, option: str) -> Markup:
    """An option's mark and name, in its color."""
    return Markup('<span class="{} option-name">{}{}</span>').format(
        option_class(aid, option), mark(aid, option), aid.words.options[option].name
    )


def mark(aid: Aid, option: str) -> Markup:
    """An option's small drawing, shown beside its name; hidden from screen readers, as the name says the same."""
    drawing = aid.decision.options[option].mark
    if not drawing:
        return Markup()
    opening = Markup('<svg class="option-mark" aria-hidden="true" ')
    return Markup(aid.pictures[drawing].replace("<svg ", opening, 1))  # noqa: S704 (a drawing of our own, checked)
