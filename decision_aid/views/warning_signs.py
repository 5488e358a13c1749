"""Sources of each warning sign: what they say, where we are more careful, and how it was checked."""

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.views.comparison import stacking_table
from decision_aid.views.reference import source_with_links
from decision_aid.wording.dates import day
from decision_aid.wording.interface_words import SIGN_CHECKED


def sources_of_signs(aid: Aid) -> None:
    """A table of all signs: those the aid asks about, then those to watch for after a procedure."""
    app = aid.words.app
    head = [app["signs.sign"], app["signs.told"], app["figures.source"]]
    stacking_table(app["signs.caption"], head, [_row(aid, name) for name in aid.evidence.warning_signs], "even")


def _row(aid: Aid, name: str) -> tuple[Markup | str, ...]:
    sign, words = aid.evidence.warning_signs[name], aid.words.warning_signs[name]
    checked = aid.words.variant(SIGN_CHECKED, sign.checked).format(date=day(aid, sign.checked_on))
    sources = (source_with_links(aid, source) for source in sign.sources)
    return (
        words.sign,
        Markup("<br>").join(filter(None, (words.told, words.more))),
        Markup("<br>").join((*sources, checked)),
    )
