"""Who offers the aid at this place: a service's name, logo, color, numbers to call and contacts, in one language."""

from typing import Annotated

from pydantic import Field, StringConstraints

from decision_aid.model.frozen_model import FrozenModel

LONGEST_NAME = 60
"""Maximum characters of a service's name: it has to fit in one line on a phone and in the note for the chart."""
HexColor = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class Contact(FrozenModel):
    """A person or office to contact. Empty fields are not shown."""

    name: str = ""
    phone: str = ""
    link: str = ""
    """An https, http or mailto address."""


class EmergencyNumber(FrozenModel):
    """A number to call at once, and `where` it works: one country or several, "" if the site has only one number.

    `less_urgent` is a number of the same country for what has to be seen today, "" where there is none.
    """

    call: str
    where: str = ""
    less_urgent: str = ""


class Logo(FrozenModel):
    """The name of the logo's file beside `site.yaml`, and its text alternative."""

    file: str
    text: str = Field(min_length=1)


class Accent(FrozenModel):
    """The color of buttons and links, on light pages and on dark ones."""

    light: HexColor
    dark: HexColor


class Site(FrozenModel):
    """The details of the service. An empty field changes nothing: the aid then reads as delivered."""

    name: str = Field(default="", max_length=LONGEST_NAME)
    logo: Logo | None = None
    accent: Accent | None = None
    emergency: tuple[EmergencyNumber, ...] = ()
    contact: Contact = Contact()
    """Where to write to those who run this site."""
    appointment: Contact = Contact()
    """Where to ask for an appointment."""
    specialist: Contact = Contact()
    """What the specialist is called here, and where to find one."""
    languages: tuple[str, ...] = ()
    """The languages offered, in order; where none is named, all languages that have words."""
    hosting: str = ""
    """Where the aid runs and who sees what, in a few sentences."""
