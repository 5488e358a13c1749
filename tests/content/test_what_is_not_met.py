"""What content/standards.yaml calls not met is not met. If a test here fails, the standard is met: correct the file."""

import re

from decision_aid.content.rules.texts import texts
from decision_aid.model.aid import Aid
from decision_aid.model.site import Contact

BARE_WORDS = re.compile(r"\b(?:rare|rarely|unlikely|common|commonly)\b", re.IGNORECASE)
LONGEST_LIST = 7


def test_nobody_can_be_written_to_yet(aid: Aid) -> None:
    assert aid.site.contact == Contact()


def test_some_outcomes_have_no_graded_figure_yet(aid: Aid) -> None:
    rated = [
        any(aid.evidence.estimates[name].certainty for row in outcome.rows.values() for name in row.estimates)
        for outcome in aid.decision.outcomes.values()
        if outcome.rows
    ]
    assert False in rated


def test_bare_words_stand_for_some_chances(aid: Aid) -> None:
    assert any(BARE_WORDS.search(text) for _, text in texts(aid, "options", "estimates", "timelines"))


def test_a_list_has_more_than_seven_items(aid: Aid) -> None:
    assert len(aid.words.not_known) > LONGEST_LIST
