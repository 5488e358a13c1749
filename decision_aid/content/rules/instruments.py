"""The words of published instruments are unchanged."""

from collections.abc import Iterator
from hashlib import sha256

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid


def instruments_are_word_for_word(aid: Aid) -> Iterator[Finding]:
    """The items of an instrument are the published ones: their fingerprint is the recorded one."""
    for name, instrument in aid.instruments.items():
        for language, questions in instrument.items.items():
            where = ("instruments", name, "items", language)
            fingerprint = sha256("\n".join(questions.values()).encode()).hexdigest()
            if language not in instrument.sha256:
                message = "no fingerprint guards these words: compare them with the published ones, then add"
                yield where, f"{message} '{language}: {fingerprint}' to 'sha256'"
            elif instrument.sha256[language] != fingerprint:
                message = f"the words of {instrument.name} were changed"
                yield where, f"{message}: they may not be altered; put the published words back"
