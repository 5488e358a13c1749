"""The cards of the options: name, mark, drawing and look."""

from decision_aid.booklet.parts import Card
from decision_aid.model.aid import Aid
from decision_aid.reasoning import looks


def card(aid: Aid, option: str) -> Card:
    """The card of an option."""
    record, words = aid.decision.options[option], aid.words.options[option]
    picture = record.picture or ""
    alt = aid.words.pictures[picture] if picture else ""
    return Card(looks.option_look(aid, option), record.mark or "", picture, alt, words.name, words.short)
