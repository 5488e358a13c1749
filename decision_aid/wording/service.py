"""Who offers the aid, as the head of a page or of what leaves: the service's logo, name and number.

Where nothing is set, all of it is empty.
"""

import re
from base64 import b64encode
from dataclasses import dataclass

from markupsafe import Markup

from decision_aid.model.aid import Aid

_MEDIA = {"svg": "image/svg+xml", "png": "image/png"}


@dataclass(frozen=True)
class Picture:
    """A logo: what is in its file, "svg" or "png", and what it says; "" where the name beside it says the same."""

    data: bytes
    format: str
    text: str


def logo(aid: Aid) -> Picture | None:
    """The logo of the service, if it has one."""
    known = aid.site.logo
    if not known:
        return None
    return Picture(aid.logo_files[known.file], known.file[-3:], "" if known.text == aid.site.name else known.text)


def service_head(aid: Aid, reached: bool = False) -> Markup:
    """The logo and the name, as HTML that needs no other file; `reached`: with the number to call, as on paper."""
    picture, told = logo(aid), service_line(aid) if reached else aid.site.name
    if not (picture or told):
        return Markup()
    return Markup('<p class="service">{}{}</p>').format(
        Markup('<img src="data:{};base64,{}" alt="{}">').format(
            _MEDIA[picture.format], b64encode(picture.data).decode(), picture.text
        )
        if picture
        else "",
        Markup("<span>{}</span>").format(told) if told else "",
    )


def service_line(aid: Aid) -> str:
    """The name of the service, and the number where it is reached, in one line."""
    phone = aid.site.contact.phone
    return " · ".join(filter(None, (aid.site.name, phone and aid.words.app["contact.phone"].format(phone=phone))))


def offered_by(aid: Aid) -> str:
    """The name of the service in a sentence, for what names the aid and its version."""
    return aid.words.app["site.offered_by"].format(service=aid.site.name) if aid.site.name else ""


def shown_link(link: str) -> str:
    """An address as people read it: without its beginning and its last slash."""
    return re.sub(r"^(https?://|mailto:)|/$", "", link)
