"""The facts in exports: for each outcome that matters most, what is known, and its figures in full."""

from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.reasoning.key_facts import key_rows, named_outcomes
from decision_aid.wording.citations import Citation, citation
from decision_aid.wording.key_figures import KeyFigure, key_figure, row_figures


@dataclass(frozen=True)
class KeyFact:
    """An outcome and what is known for each option (by its name), with every figure behind it.

    `main` are the figures of the first key row of the outcome, each kind of study apart. `further` are those of the
    other key rows, and all others that the words in `known` quote. An outcome without rows has these as its main
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
    """The facts on the outcomes that matter most to this person, the most important first; empty if none is named."""
    return tuple(key_fact(aid, name) for name in named_outcomes(aid, answers))


def key_fact(aid: Aid, name: str) -> KeyFact:
    """The facts on one outcome, including every figure that its words quote."""
    words, rows = aid.words.outcomes[name], aid.decision.outcomes[name].rows
    known = tuple((aid.words.options[option].name, words.facts[option]) for option in aid.decision.options)
    rows_shown = [row_figures(aid, rows[key.row]) for key in key_rows(aid, name)]
    estimates = {figure.estimate for row in rows_shown for figure in row}
    quoted = tuple(key_figure(aid, estimate) for estimate in aid.quoted.get(name, ()) if estimate not in estimates)
    main, *further = (*rows_shown, quoted)
    return KeyFact(name, words.name, known, main, tuple(figure for row in further for figure in row))


def figures_with_details(figures: tuple[KeyFigure, ...]) -> tuple[tuple[KeyFigure, str], ...]:
    """Figures of one list, each with its details in one line.

    The smallest change that people notice is the same for a scale, so only the first figure of a scale gives it.
    """
    noticed: set[str] = set()
    with_details = []
    for figure in figures:
        details = (part for part in figure.details if part != figure.noticed or part not in noticed)
        with_details.append((figure, " ".join(details)))
        noticed.add(figure.noticed)
    return tuple(with_details)


def sources_of(aid: Aid, facts: tuple[KeyFact, ...]) -> tuple[Citation, ...]:
    """The sources of all figures in these facts, each once, with its address."""
    estimates = [estimate for fact in facts for figure in fact.figures for estimate in figure.rests_on]
    names = dict.fromkeys(source for estimate in estimates for source in aid.evidence.estimates[estimate].sources)
    return tuple(citation(aid, name) for name in names)
