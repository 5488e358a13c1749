"""Whom the reader can turn to, and where to look a rule up: what is shown there works when it is tapped."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from decision_aid.content.rules.finding import Finding
from decision_aid.model.aid import Aid

_CONTACTS = ("contact", "appointment", "specialist")
_PHONE = re.compile(r"\+?[\d\s().\-/]+")
_FEWEST_DIGITS = 3
_WEB = ("https", "http")


def contacts_can_be_reached(aid: Aid) -> Iterator[Finding]:
    """A phone number holds digits and no words; a link is an address of the web or of e-mail."""
    for name in _CONTACTS:
        contact, where = getattr(aid.decision, name), ("decision", name)
        digits = sum(sign.isdigit() for sign in contact.phone)
        if contact.phone and not (_PHONE.fullmatch(contact.phone) and digits >= _FEWEST_DIGITS):
            mend = "write its digits, such as '+1 555 010 0199', and put words into 'name'"
            yield (*where, "phone"), f"nobody can call '{contact.phone}': {mend}"
        if contact.link and not (_on_the_web(contact.link) or re.fullmatch(r"mailto:[^\s@]+@[^\s@]+", contact.link)):
            yield (*where, "link"), f"'{contact.link}' cannot be opened: write 'https://…', or 'mailto:name@place'"


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
