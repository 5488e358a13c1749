"""What stands at the head of each screen, as far as it is the same for everyone who opens it."""

from dataclasses import dataclass

from decision_aid.model.aid import Aid
from decision_aid.pages import NOWHERE, RESULT, WARNING_SIGNS, WEIGH


@dataclass(frozen=True)
class Head:
    """A title and one or two sentences, "" where there are none. `under_a_line`: a short line stands above it."""

    title: str = ""
    purpose: str = ""
    under_a_line: bool = False


def heads(aid: Aid, page: str) -> dict[str, Head]:
    """The heads of a page by the names of its screens in the address; "" is an address that names none.

    Which thing a person weighs first is their own, so there an address that names none has no head.
    """
    app = aid.words.app
    if page == NOWHERE:
        return {"": Head(app["no_page"], app["no_page.why"])}
    words = aid.words.pages[page]
    if page == WARNING_SIGNS:
        titles = aid.words.situation_groups
        first = next(iter(titles))
        known = {group: Head(title, words.purpose if group == first else "") for group, title in titles.items()}
        return {"": known[first], **known}
    if page == WEIGH:
        rated = [name for name, outcome in aid.decision.outcomes.items() if outcome.rated]
        things = {name: Head(aid.words.outcomes[name].name, under_a_line=True) for name in rated}
        return {"": Head(), **things, RESULT: Head(app["fit.heading"], app["fit.purpose"])}
    return {"": Head(words.title, words.purpose)}
