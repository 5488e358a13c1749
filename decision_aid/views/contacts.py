"""Whom to turn to: a name, a number to tap, a link to open."""

import re
from html import escape

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.model.decision import Contact


def contact(aid: Aid, known: Contact) -> None:
    """What is known of a contact, a line each; nothing where nothing is set."""
    phone = escape(aid.words.app["contact.phone"].format(phone=known.phone))
    lines = (
        escape(known.name),
        f'<a href="tel:{_dialled(known.phone)}">{phone}</a>' if known.phone else "",
        f'<a href="{escape(known.link)}" rel="noopener">{escape(_shown(known.link))}</a>' if known.link else "",
    )
    if told := "".join(f"<li>{line}</li>" for line in lines if line):
        st.html(f'<ul class="contact">{told}</ul>')


def _dialled(phone: str) -> str:
    """The number as a phone dials it (RFC 3966): digits, and a plus sign where it starts with one."""
    return ("+" if phone.startswith("+") else "") + re.sub(r"[^0-9]", "", phone)


def _shown(link: str) -> str:
    return re.sub(r"^(https?://|mailto:)|/$", "", link)
