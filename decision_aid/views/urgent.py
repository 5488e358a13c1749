"""Urgent help: the warning signs, whom to call, and advice once a sign is reported."""

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.safety import red_flags
from decision_aid.views.html import show_html
from decision_aid.wording.warning_signs import warning_section


def warning_signs(aid: Aid) -> None:
    """The warning signs and the numbers to call."""
    show_html(warning_section(aid, "warning-signs"))


def advice(aid: Aid, answers: Answers) -> None:
    """What to do at once, for the signs that the person has reported."""
    words = aid.words.urgent
    signs = Markup().join(
        Markup("<li>{}</li>").format(aid.words.situation[factor].choices[choice].label)
        for factor, choice in red_flags(aid, answers)
    )
    show_html(
        Markup(
            '<section class="urgent" role="alert"><p><strong>{}.</strong> {}</p>'
            "<ul>{}</ul><p><strong>{}</strong></p></section>"
        ).format(words["heading"], words["banner"], signs, words["numbers"])
    )
