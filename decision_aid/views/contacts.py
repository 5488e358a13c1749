"""A contact: a name, a phone number to tap, a link to open."""

import re

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.site import Contact
from decision_aid.views.html import show_list
from decision_aid.wording.service import link_text


def show_contact(aid: Aid, details: Contact) -> None:
    """A list of what is set of a contact: name, phone, link; nothing where nothing is set."""
    lines: list[Markup | str] = [details.name] if details.name else []
    if details.phone:
        phone = aid.words.app["contact.phone"].format(phone=details.phone)
        lines.append(Markup('<a href="tel:{}">{}</a>').format(_dialable(details.phone), phone))
    if details.link:
        lines.append(Markup('<a href="{}" rel="noopener">{}</a>').format(details.link, link_text(details.link)))
    if lines:
        show_list(lines, "contact")


def _dialable(phone: str) -> str:
    """The number for a "tel:" link (RFC 3966): digits, after a plus sign where it starts with one."""
    return ("+" if phone.startswith("+") else "") + re.sub(r"[^0-9]", "", phone)
