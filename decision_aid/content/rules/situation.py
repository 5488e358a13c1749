"""Questions about the situation can be answered, and the answers reported."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid


def factors_fit_their_kind(aid: Aid) -> Iterator[Finding]:
    """A factor of kind 'one' or 'many' has choices, and one of kind 'scale' has a scale."""
    for name, factor in aid.situation.items():
        if factor.kind in ("one", "many") and not factor.choices:
            yield ("situation", name), f"'{name}' has no 'choices': add at least one answer"
        if factor.kind in ("scale", "text") and factor.choices:
            message = f"'{name}' is of kind '{factor.kind}' and takes no 'choices': remove them"
            yield ("situation", name, "choices"), message
        if factor.kind == "scale" and factor.scale is None:
            yield ("situation", name), f"'{name}' is of kind 'scale' but names none: add 'scale'"


def what_to_tell_is_worded(aid: Aid) -> Iterator[Finding]:
    """Each answer that the doctor has to know has a line for the list."""
    for name, factor in aid.situation.items():
        for choice, record in factor.choices.items():
            words = aid.words.situation[name].choices.get(choice) if name in aid.words.situation else None
            if record.tell_doctor and words is not None and not words.tell:
                where = ("words", aid.words.language, "situation", name, "choices", choice)
                yield where, f"the doctor has to know of '{choice}' but 'tell' is missing: write the line for the list"
