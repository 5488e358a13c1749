"""The options as the booklet shows them: name, mark and drawing, in the same look throughout."""

from decision_aid.booklet.parts import Card
from decision_aid.model.aid import Aid
from decision_aid.reasoning import looks


def card(aid: Aid, option: str) -> Card:
    """An option with all that it is known by."""
    record, words = aid.decision.options[option], aid.words.options[option]
    picture = record.picture or ""
    alt = aid.words.pictures[picture] if picture else ""
    return Card(looks.place(aid, option), record.mark or "", picture, alt, words.name, words.short)
