"""The registry of pages, which the menu, links, server, checks, tests and benchmarks read.

To add a page: a file in the folder of its section, a line here, and its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Page:
    """A page of the aid. Its id is its address, and the name of its file and of its words.

    `section`: its part of the menu, and the folder of its file. `step`: whether it is a step of the main sequence.
    `was`: former ids, whose addresses redirect here, and which save files may still name.
    `shows`: parts of the words that it shows besides its own: "options", or "options.name" for one field only.
    `continues`: the page that it says more about; on paper it follows that page.
    """

    id: str
    section: str
    step: bool = False
    was: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    continues: str = ""

    @property
    def file(self) -> str:
        """The path of its file in the repository, by which Streamlit links to it."""
        return f"pages/{self.section}/{self.id}.py"


_FIGURES = ("similar_studies", "outcomes", "groups", "estimates", "comparators", "certainty", "scales")
_WAYS = ("options", "comparison_rows", "tiles", "timelines")

_IN_ORDER = (
    Page("start", "journey", step=True, was=("welcome",), shows=("urgent", "stages", "booklet")),
    Page("situation", "journey", step=True, shows=("situation", "situation_groups", "medicine_groups")),
    Page("two_ways", "journey", step=True, was=("options",), shows=_WAYS),
    Page("weigh", "journey", step=True, was=("priorities",), shows=(*_FIGURES, "options.name", "leanings")),
    Page("readiness", "journey", step=True, shows=("leanings", "unclear", "knowledge", "stages")),
    Page("questions", "journey", step=True, shows=("questions", "topics")),
    Page("chances", "look_up", shows=_FIGURES, continues="weigh"),
    Page("step_by_step", "look_up", was=("procedure",), shows=("options.name", "timelines"), continues="weigh"),
    Page(
        "evidence",
        "look_up",
        shows=("not_known", "guidelines", "warning_signs", "changes", "estimates", "comparators", "groups"),
    ),
    Page("words", "look_up"),
    Page("together", "visit", shows=("options.name", "outcomes", "questions", "leanings")),
    Page("record", "visit", shows=("options.name", "questions.short")),
    Page("clinicians", "about", shows=("guidelines", "coverage")),
    Page("about", "about"),
)

PAGES: Mapping[str, Page] = MappingProxyType({page.id: page for page in _IN_ORDER})
"""Every page by its id, in the order of the menu."""
STEPS = tuple(page.id for page in _IN_ORDER if page.step)
"""The ids of the steps, in order."""
MOVED: Mapping[str, str] = MappingProxyType({old: page.id for page in _IN_ORDER for old in page.was})
"""The current id of a page by each of its former ids."""
READING_ORDER = tuple(
    page.id
    for first in _IN_ORDER
    if not first.continues
    for page in (first, *(other for other in _IN_ORDER if other.continues == first.id))
)
"""The ids of the pages in the order of paper: as in the menu, but each page that continues another right after it."""
SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        section: tuple(page.id for page in _IN_ORDER if page.section == section)
        for section in dict.fromkeys(page.section for page in _IN_ORDER)
    }
)
"""The pages of each section of the menu, in order."""

FIRST = _IN_ORDER[0].id
"""The page that opens by default. Its title asks what the aid is about."""
NOWHERE = ""
"""In place of the id of a page, at an address where there is none."""
WARNING_SIGNS = PAGES["situation"].id
"""The page that asks about warning signs."""
WEIGH = PAGES["weigh"].id
"""The page for weighing: each fact with a rating of how much it matters, and what the answers point to."""
RESULT = "result"
"""The screen of WEIGH that shows what the answers point to, by its name in the address."""
ALL_FACTS = PAGES["chances"].id
"""The page of all figures."""
FACTS = (WEIGH, ALL_FACTS)
"""The fact pages: one must have been opened before answers are compared with the facts."""
VISIT = PAGES["together"].id
"""The page that a link for the clinician opens."""


def page_at(address: str) -> str:
    """The id of the page at an address, also a former one or one in capitals; NOWHERE if there is none."""
    small = address.lower()
    page = MOVED.get(small, small)
    return page if page in PAGES else NOWHERE
