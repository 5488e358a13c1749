"""Handing the answers to the clinician: by a QR code, a link, or a file."""

from urllib.parse import urlsplit

import streamlit as st
from markupsafe import Markup

from decision_aid import reader, session
from decision_aid.exports.qr import qr_svg
from decision_aid.model.aid import Aid
from decision_aid.model.answers import Answers
from decision_aid.pages import VISIT
from decision_aid.saving.link import link
from decision_aid.views.export_buttons import copy_button, save_button
from decision_aid.views.html import show_figure, show_html

LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


def show(aid: Aid, answers: Answers) -> None:
    """What the code holds, a box that shows the code and the link, and the save file.

    The code is hidden at first, as a bystander's phone could read it.
    """
    app, address = aid.words.app, reader.address_of(VISIT)
    with st.container(key="handing-over"):
        st.subheader(app["hand.heading"], anchor=False)
        if address is None:
            st.markdown(app["hand.no_address"])
        else:
            st.markdown(app["hand.intro"])
            st.markdown(app["hand.privacy"])
            if st.checkbox(app["hand.show"], **session.switch_key("code")):
                _code_and_link(aid, answers, address)
        st.markdown(app["hand.file"])
        save_button(aid, app["save.button"], "answers")


def _code_and_link(aid: Aid, answers: Answers, address: str) -> None:
    app = aid.words.app
    own_words = st.checkbox(app["hand.own_words"], **session.switch_key("own_words"))
    url = link(address, aid, answers, own_words)
    if urlsplit(address).hostname in LOCAL_HOSTS:
        st.markdown(app["hand.this_device"])
    _code(aid, url, address)
    show_html(Markup('<p class="link-told">{}</p><p class="link">{}</p>').format(app["hand.link"], url))
    copy_button(aid, app["hand.copy"], "link", "copy_link", app["hand.copied"], app["hand.not_copied"], of=own_words)


def _code(aid: Aid, link: str, address: str) -> None:
    app, code = aid.words.app, qr_svg(link)
    if code is None:
        st.markdown(app["hand.too_large"])
        return
    opening = Markup('<svg role="img" aria-label="{}" ').format(app["hand.code"].format(address=address))
    show_figure(Markup('<figure class="code">{}</figure>').format(code.replace("<svg ", opening, 1)))
    st.markdown(app["hand.scan"])
