"""The question list as an e-mail in the person's mail program."""

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.views.export_buttons import mail_button


def show(aid: Aid) -> None:
    """A button that opens the e-mail, and a note on privacy. Streamlit's own link button would open an empty tab."""
    app = aid.words.app
    mail_button(aid, app["mail.link"], "mail")
    st.markdown(app["mail.privacy"])
