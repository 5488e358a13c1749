"""Whom to turn to: a name, a number to tap, a link to open."""

import re

from markupsafe import Markup

from decision_aid.model.aid import Aid
from decision_aid.model.site import Contact
from decision_aid.views.html import show_list
from decision_aid.wording.service import link_text


def contact(aid: Aid, known: Contact) -> None:
    """What is known of a contact, a line each; nothing where nothing is set."""
    lines: list[Markup | str] = [known.name] if known.name else []
    if known.phone:
        phone = aid.words.app["contact.phone"].format(phone=known.phone)
        lines.append(Markup('<a href="tel:{}">{}</a>').format(_dialled(known.phone), phone))
    if known.link:
        lines.append(Markup('<a href="{}" rel="noopener">{}</a>').format(known.link, link_text(known.link)))
    if lines:
        show_list(lines, "contact")


def _dialled(phone: str) -> str:
    """The number as a phone dials it (RFC 3966): digits, and a plus sign where it starts with one."""
    return ("+" if phone.startswith("+") else "") + re.sub(r"[^0-9]", "", phone)
