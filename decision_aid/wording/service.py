"""The service that offers the aid, for the head of pages and exports: its logo, name and number.

Empty where nothing is set.
"""

import re
from base64 import b64encode
from dataclasses import dataclass

from markupsafe import Markup

from decision_aid.model.aid import Aid

_MEDIA = {"svg": "image/svg+xml", "png": "image/png"}


@dataclass(frozen=True)
class Picture:
    """A logo: its bytes, "svg" or "png", and its text alternative; "" where the name beside it is the same."""

    data: bytes
    format: str
    text: str


def logo(aid: Aid) -> Picture | None:
    """The logo of the service, if it has one."""
    record = aid.site.logo
    if not record:
        return None
    return Picture(aid.logo_files[record.file], record.file[-3:], "" if record.text == aid.site.name else record.text)


def service_head(aid: Aid, with_phone: bool = False) -> Markup:
    """The logo and the name, as HTML that needs no other file; `with_phone`: with the number to call, as on paper."""
    picture, text = logo(aid), service_line(aid) if with_phone else aid.site.name
    if not (picture or text):
        return Markup()
    return Markup('<p class="service">{}{}</p>').format(
        Markup('<img src="data:{};base64,{}" alt="{}">').format(
            _MEDIA[picture.format], b64encode(picture.data).decode(), picture.text
        )
        if picture
        else "",
        Markup("<span>{}</span>").format(text) if text else "",
    )


def service_line(aid: Aid) -> str:
    """The name of the service, and its phone number, in one line."""
    phone = aid.site.contact.phone
    return " · ".join(filter(None, (aid.site.name, phone and aid.words.app["contact.phone"].format(phone=phone))))


def offer_sentence(aid: Aid) -> str:
    """The name of the service in a sentence, for texts that name the aid and its version."""
    return aid.words.app["site.offered_by"].format(service=aid.site.name) if aid.site.name else ""


def link_text(link: str) -> str:
    """An address as people read it: without its protocol and its last slash."""
    return re.sub(r"^(https?://|mailto:)|/$", "", link)
