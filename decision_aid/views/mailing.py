"""The question list in an e-mail that the person's own program opens."""

from functools import partial

import streamlit as st

from decision_aid.exports.mail import mail_link
from decision_aid.exports.summary import Summary
from decision_aid.model.aid import Aid
from decision_aid.views.browser_button import mail_button


def show(aid: Aid, summary: Summary) -> None:
    """A button that opens the e-mail, and a word about privacy. Streamlit's own link button would open an empty tab."""
    app = aid.words.app
    mail_button(app["mail.link"], partial(mail_link, aid, summary), "mail", app["mail.failed"])
    st.markdown(app["mail.privacy"])
