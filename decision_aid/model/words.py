"""The words of one language: a model for each thing that has words. Every language has the same keys."""

from babel import Locale
from pydantic import Field

from decision_aid.model.frozen_model import FrozenModel
from decision_aid.model.variants import Id, Variants


class SectionWords(FrozenModel):
    """A section of a page. `opens` is the first word of a call-out ("Remember"); None in other sections."""

    heading: str | None = None
    text: str
    opens: str | None = None
    picture: str | None = None


class PageWords(FrozenModel):
    """A page: `menu` for the navigation, `title` the person's question, `purpose` one sentence."""

    menu: str
    title: str
    purpose: str
    sections: dict[str, SectionWords] = {}


class OptionWords(FrozenModel):
    """An option or a part of one: its name and what it answers to each comparison row.

    `summary` is a short text for what is not compared: what else to ask about, and what goes with any option.
    """

    name: str
    short: str
    summary: str = ""
    answers: dict[str, str] = {}


class RowWords(FrozenModel):
    """A row of the chances page."""

    heading: str
    text: str = ""


class OutcomeWords(FrozenModel):
    """An outcome. `question` asks how much it matters; `facts` says what is known, option by option.

    `change` completes "Think of a change this large: …": it names the swing, so that all rate the same.
    `in_sentence` is the name as it reads within a sentence: "less pain over the first year".
    """

    name: str
    in_sentence: str = ""
    question: str | None = None
    change: str = ""
    text: str = ""
    facts: dict[str, str] = {}
    rows: dict[str, RowWords] = {}


class EstimateWords(FrozenModel):
    """An estimate in words. `event` and `no_event` complete "Of 100 people, 5 …"; `text` stands alone.

    `counted` names what was counted where that may not be people.
    """

    title: str
    text: str = ""
    event: str = ""
    no_event: str = ""
    counted: str = ""
    who: str
    when: str = ""
    reason: str
    note: str = ""
    unchecked: str = ""
    """The part of the figure that nobody has seen in the source yet, for the evidence page."""


class WarningSignWords(FrozenModel):
    """A warning sign, and what its sources say (`told`); `more`: where the aid is more cautious, and why."""

    sign: str
    told: str
    more: str = ""


class CertaintyWords(FrozenModel):
    """A rating of certainty. `rater` and `body` complete "How sure: low for all sham studies (Cochrane review, 2018)".

    `body` is left out where the figure itself was rated. `says` completes "How sure: …" where the scale is not GRADE.
    """

    rater: str
    body: str = ""
    says: str = ""


class GuidelineWords(FrozenModel):
    """What a body says, in one or two sentences."""

    position: str


class ChoiceWords(FrozenModel):
    """`because` completes "Because …" on the question list; `tell` is a line for the list to tell the team."""

    label: str
    because: str = ""
    tell: str = ""


class FactorWords(FrozenModel):
    """A question about the situation and the reason for asking it."""

    question: str
    why: str
    because: str = ""
    choices: dict[str, ChoiceWords] = {}


class QuestionWords(FrozenModel):
    """A question as the person would say it; `why` completes "Because …" where no answer triggered it.

    `short` names its subject in few words, for a chart note without room for the whole.
    """

    text: str
    short: str
    why: str = ""


class KnowledgeWords(FrozenModel):
    """A knowledge item: the question, its choices, and what to say about the answer; `because` as in ChoiceWords."""

    question: str
    choices: dict[str, str]
    feedback: str
    because: str


class StageWords(FrozenModel):
    """One stage of a timeline."""

    when: str
    title: str
    text: str


class PhaseWords(FrozenModel):
    """A phase of a timeline and its stages."""

    heading: str
    stages: dict[str, StageWords]


class ScaleWords(FrozenModel):
    """What the ends of a scale mean; `gain` names points in the good direction ("points less pain")."""

    name: str
    low: str
    high: str
    gain: str
    noticed: str


class ComparatorWords(FrozenModel):
    """What a treatment was compared with."""

    name: str
    short: str
    explain: str


class TermWords(FrozenModel):
    """A glossary entry; `forms` are other spellings and plurals of the term."""

    means: str
    forms: tuple[str, ...] = ()


class BookletWords(FrozenModel):
    """The own words of the booklet, and those of the buttons and links to it."""

    purpose: str
    how_to_read: str
    cross: str
    ticked: str
    named_by_the_list: str
    heading: str
    what: str
    save: str
    save_large: str
    save_own: str
    waiting_room: str
    on_one_page: str
    contents: str


class Words(FrozenModel):
    """Everything the aid says in one language."""

    language: str = Field(min_length=2)
    app: dict[str, str]
    pages: dict[str, PageWords]
    options: dict[str, OptionWords]
    comparison_rows: dict[str, str]
    booklet: BookletWords
    tiles: dict[str, str] = {}
    outcomes: dict[str, OutcomeWords]
    estimates: dict[str, EstimateWords]
    groups: dict[str, str]
    comparators: dict[str, ComparatorWords]
    certainty: dict[str, CertaintyWords] = {}
    scales: dict[str, ScaleWords]
    units: dict[str, str]
    guidelines: dict[str, GuidelineWords]
    coverage: dict[str, str] = {}
    warning_signs: dict[str, WarningSignWords] = {}
    not_known: tuple[str, ...]
    situation: dict[str, FactorWords]
    situation_groups: dict[str, str]
    group_reasons: dict[str, str] = {}
    """Why a group of factors is asked, in one line; each factor has its own reason, too."""
    urgent: dict[str, str]
    questions: dict[str, QuestionWords]
    askable: dict[str, str]
    topics: dict[str, str]
    similar_studies: dict[str, RowWords] = {}
    timelines: dict[str, dict[str, PhaseWords]]
    leanings: dict[str, ChoiceWords]
    unclear: dict[str, ChoiceWords]
    pictures: dict[str, str]
    knowledge: dict[str, KnowledgeWords] = {}
    stages: dict[str, str] = {}
    medicines: dict[str, str] = {}
    medicine_groups: dict[str, ChoiceWords] = {}
    instrument_reasons: dict[str, dict[str, str]] = {}
    changes: dict[str, tuple[str, ...]] = {}
    glossary: dict[str, TermWords]

    def variant(self, among: Variants[Id], chosen: Id) -> str:
        """The interface word for an id. Raises KeyError where the id or its word is missing."""
        return self.app[among.word(chosen)]

    def variant_by_number(self, among: Variants[Id], chosen: Id, amount: float) -> str:
        """The word for an id in the form for an amount, a plural category of the CLDR (`one`, `few`, `other` …).

        Where the words lack that form, `other` is used. Raises KeyError where the id or that form, too, is missing.
        """
        word, form = among.word(chosen), self.locale.plural_form(amount)
        return self.app.get(f"{word}.{form}", self.app[f"{word}.other"])

    @property
    def locale(self) -> Locale:
        """How numbers, dates and plurals are written: `locale` in app.yaml ("es_US"), or else the language's own way.

        Raises babel.UnknownLocaleError or ValueError where there is no such locale.
        """
        return Locale.parse(self.app.get("locale", self.language))
