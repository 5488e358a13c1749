"""The question list in an e-mail that the person's own program opens."""

from html import escape

import streamlit as st

from decision_aid.exports.mail import mail_link
from decision_aid.exports.summary import Summary
from decision_aid.model.aid import Aid


def show(aid: Aid, summary: Summary) -> None:
    """A link that opens the e-mail, and a word about privacy. Streamlit's own link button would open an empty tab."""
    app = aid.words.app
    st.html(
        f'<p><a class="button-link" href="{escape(mail_link(aid, summary))}">{escape(app["mail.link"])}</a></p>'
        f"<p>{escape(app['mail.privacy'])}</p>"
    )
