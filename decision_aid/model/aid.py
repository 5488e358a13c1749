"""Everything the aid knows, in one language: the same for everyone, never changed while it runs."""

from typing import Annotated

from markupsafe import Markup
from pydantic import PlainValidator

from decision_aid.model.checklists import Standard
from decision_aid.model.decision import Decision
from decision_aid.model.evidence import Evidence
from decision_aid.model.frozen_model import FrozenModel
from decision_aid.model.questionnaire import Factor, Instrument, KnowledgeItem, Medicine
from decision_aid.model.questions import Question, Trigger
from decision_aid.model.site import Site
from decision_aid.model.words import Words

Drawing = Annotated[Markup, PlainValidator(lambda svg: Markup(svg))]  # noqa: S704 (our own files)
"""One of the aid's own drawings, as SVG that can stand in a page."""


class Aid(FrozenModel):
    """What `content/` says, checked and with every placeholder filled.

    There is one per language and date format. It is compared by identity, so that functions of it can be cached
    (lru_cache).
    """

    decision: Decision
    evidence: Evidence
    situation: dict[str, Factor]
    questions: dict[str, Question]
    claims: dict[str, tuple[Trigger, ...]] = {}
    """By claim that the words of a question make about the person: the triggers, any of which makes it true."""
    knowledge: dict[str, KnowledgeItem] = {}
    medicines: dict[str, Medicine] = {}
    medicines_elsewhere: dict[str, tuple[str, ...]] = {}
    """By medicine: its names in all languages, since people know a medicine by the name used where they got it."""
    instruments: dict[str, Instrument] = {}
    standards: dict[str, Standard] = {}
    site: Site = Site()
    logo_files: dict[str, bytes] = {}
    """The files that can be the site's logo, by their names."""
    words: Words
    helping: bool = False
    """Whether the words are for a caregiver who fills it in on someone's behalf."""
    pictures: dict[str, Drawing] = {}
    quoted: dict[str, tuple[str, ...]] = {}
    """By outcome: the estimates whose figures its facts quote, so that exports can name their sources."""
    quoted_by_option: dict[str, tuple[str, ...]] = {}
    """By option or part: the estimates whose figures its answers quote."""
    quoted_elsewhere: dict[str, tuple[str, ...]] = {}
    """The estimates that other words quote: those of a page ("pages.start") or a timeline ("timelines.<option>")."""
    link_words: tuple[str, ...] = ()
    """The preset dictionary for packing links. It must never change: see `content/link_words.yaml`."""

    date_locale: str = ""
    """The locale of dates and times, where the reader's region writes them differently from the language."""

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)
