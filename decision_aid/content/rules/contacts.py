"""Phone numbers and links of contacts and coverage rules work when tapped."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

_CONTACTS = ("contact", "appointment", "specialist")
_PHONE = re.compile(r"\+?[\d\s().\-/]+")
_FEWEST_DIGITS = 3
_AT_ONCE = re.compile(r"[\d ]{2,}")
_WEB = ("https", "http")


def contacts_can_be_reached(aid: Aid) -> Iterator[Finding]:
    """A phone number has digits and no words; a link is a web or e-mail address."""
    for name in _CONTACTS:
        contact, where = getattr(aid.site, name), ("site", name)
        digits = sum(sign.isdigit() for sign in contact.phone)
        if contact.phone and not (_PHONE.fullmatch(contact.phone) and digits >= _FEWEST_DIGITS):
            mend = "write its digits, such as '+1 555 010 0199', and put words into 'name'"
            yield (*where, "phone"), f"nobody can call '{contact.phone}': {mend}"
        if contact.link and not (_on_the_web(contact.link) or re.fullmatch(r"mailto:[^\s@]+@[^\s@]+", contact.link)):
            yield (*where, "link"), f"'{contact.link}' cannot be opened: write 'https://…', or 'mailto:name@place'"


def someone_can_be_called_at_once(aid: Aid) -> Iterator[Finding]:
    """There is an emergency number, in digits; if there are several, each says where it works."""
    numbers = aid.site.emergency
    if not numbers:
        yield ("site",), "nobody can be called at once: add 'emergency' with a number, such as '- {call: \"112\"}'"
    for index, number in enumerate(numbers):
        for name in ("call", "less_urgent"):
            digits = getattr(number, name)
            if (digits or name == "call") and not _AT_ONCE.fullmatch(digits):
                mend = "write digits alone, in quotes, such as '112'"
                yield ("site", "emergency", index, name), f"nobody can call '{digits}' at once: {mend}"
        if len(numbers) > 1 and not number.where:
            mend = "add 'where' with the name of the country, or keep one number alone"
            yield ("site", "emergency", index), f"nobody can tell where '{number.call}' works: {mend}"


def coverage_rules_can_be_looked_up(aid: Aid) -> Iterator[Finding]:
    """A coverage rule links to a page on the web."""
    for name, rule in aid.evidence.coverage.items():
        if not _on_the_web(rule.link):
            where = ("evidence", "coverage", name, "link")
            yield where, f"'{rule.link}' cannot be opened: write the address of the page, 'https://…'"


def _on_the_web(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in _WEB and bool(parts.hostname) and not re.search(r"\s", link)
