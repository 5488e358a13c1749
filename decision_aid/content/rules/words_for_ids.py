"""Everything that is shown has words, and no words are unused."""

from collections.abc import Iterator

from decision_aid.content.rules.finding import Finding, check_id, key_paths
from decision_aid.content.rules.named_ids import named_ids
from decision_aid.model.aid import Aid
from decision_aid.model.evidence import Frequency


def everything_has_words(aid: Aid) -> Iterator[Finding]:
    """Every id that is shown has words."""
    for kind in named_ids(aid):
        for name, where in kind.ids.items():
            if name not in kind.words:
                yield where, f"{kind.noun} '{name}' has no words: add '{name}' to {'/'.join(map(str, kind.where))}"


def no_words_for_unknown_ids(aid: Aid) -> Iterator[Finding]:
    """Words are for existing ids: others are misspelled, or never shown."""
    for kind in named_ids(aid):
        if kind.closed:
            for name in kind.words:
                yield from check_id((*kind.where, name), name, kind.ids, kind.noun, kind.listed_in)


def estimates_are_worded(aid: Aid) -> Iterator[Finding]:
    """A frequency has words for the event and for no event; any other estimate has a text."""
    for name, estimate in aid.evidence.estimates.items():
        words = aid.words.estimates.get(name)
        needed = ("event", "no_event") if isinstance(estimate.measure, Frequency) else ("text",)
        for key in needed:
            if words is not None and not getattr(words, key):
                where = ("words", aid.words.language, "estimates", name)
                yield where, f"'{name}' is a {estimate.measure.kind} and needs '{key}': write it"


def options_answer_the_same_rows(aid: Aid) -> Iterator[Finding]:
    """Each option, and each part that can stand beside one, answers every row of the side-by-side table."""
    rows = aid.decision.comparison_rows
    for name, words in aid.words.options.items():
        where = ("words", aid.words.language, "options", name)
        needed = rows if name in aid.decision.options or words.answers else ()
        for row in needed:
            if row not in words.answers:
                yield (
                    (*where, "answers"),
                    f"'{name}' does not answer '{row}': write it, as every option must",
                )
        for row, path in key_paths((*where, "answers"), words.answers).items():
            yield from check_id(path, row, rows, "comparison row", "'comparison_rows' in decision.yaml")


def rated_outcomes_have_facts(aid: Aid) -> Iterator[Finding]:
    """An outcome that people rate asks a question, gives the facts for every option, and can stand in a sentence."""
    for name, outcome in aid.decision.outcomes.items():
        words = aid.words.outcomes.get(name)
        if not outcome.rated or words is None:
            continue
        where = ("words", aid.words.language, "outcomes", name)
        if not words.question:
            yield where, f"people rate '{name}' but it has no 'question': write one"
        if not words.in_sentence:
            fault = f"people rate '{name}' but it has no 'in_sentence'"
            yield where, f"{fault}: write its name as it reads in a sentence, as in 'you care about another break'"
        for option in aid.decision.options:
            if option not in words.facts:
                yield (*where, "facts"), f"'{name}' has no fact for '{option}': write one for every option"
        for option, path in key_paths((*where, "facts"), words.facts).items():
            yield from check_id(path, option, aid.decision.options, "option", "'options' in decision.yaml")


def sections_show_known_pictures(aid: Aid) -> Iterator[Finding]:
    """A picture that a page shows is a file in pictures/."""
    for page, words in aid.words.pages.items():
        for section, record in words.sections.items():
            if record.picture is not None:
                where = ("words", aid.words.language, "pages", page, "sections", section, "picture")
                yield from check_id(where, record.picture, aid.pictures, "picture", "pictures/ as an .svg file")
