"""The facts that leave with the person: for each outcome that matters most, what is known, and its figures in full."""

from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.key_facts import key_rows, named_outcomes
from decision_aid.wording.citations import Citation, citation
from decision_aid.wording.key_figures import KeyFigure, in_row, key_figure


@dataclass(frozen=True)
class KeyFact:
    """An outcome and what is known for each option (by its name), with every figure behind it.

    `main` are the figures of the row that stands first for the outcome, each kind of study apart. `further` are those
    of its other rows, and all others that the words in `known` quote. An outcome without rows has these as its main
    figures; one without figures has none.
    """

    outcome: str
    name: str
    known: tuple[tuple[str, str], ...]
    main: tuple[KeyFigure, ...]
    further: tuple[KeyFigure, ...]

    @property
    def figures(self) -> tuple[KeyFigure, ...]:
        """All figures, the main ones first."""
        return (*self.main, *self.further)


def key_facts(aid: Aid, answers: Answers) -> tuple[KeyFact, ...]:
    """The facts on the outcomes that matter most to this person, the most important first; none before they said."""
    return tuple(key_fact(aid, name) for name in named_outcomes(aid, answers))


def key_fact(aid: Aid, name: str) -> KeyFact:
    """What is known of one outcome, with no figure left out that its words quote."""
    words, rows = aid.words.outcomes[name], aid.decision.outcomes[name].rows
    known = tuple((aid.words.options[option].name, words.facts[option]) for option in aid.decision.options)
    shown = [in_row(aid, rows[key.row]) for key in key_rows(aid, name)]
    told = {figure.estimate for row in shown for figure in row}
    quoted = tuple(key_figure(aid, estimate) for estimate in aid.quoted.get(name, ()) if estimate not in told)
    main, *further = (*shown, quoted)
    return KeyFact(name, words.name, known, main, tuple(figure for row in further for figure in row))


def beside(figures: tuple[KeyFigure, ...]) -> tuple[tuple[KeyFigure, str], ...]:
    """Figures that stand under each other, each with all that has to be said beside its numbers.

    The smallest change that people notice is the same for a scale: it is said at the first figure, not at each.
    """
    said: set[str] = set()
    told = []
    for figure in figures:
        told.append((figure, " ".join(part for part in figure.details if part != figure.noticed or part not in said)))
        said.add(figure.noticed)
    return tuple(told)


def sources_of(aid: Aid, facts: tuple[KeyFact, ...]) -> tuple[Citation, ...]:
    """The sources of all figures in these facts, each once, with where to read it."""
    estimates = [estimate for fact in facts for figure in fact.figures for estimate in figure.rests_on]
    names = dict.fromkeys(source for one in estimates for source in aid.evidence.estimates[one].sources)
    return tuple(citation(aid, name) for name in names)
