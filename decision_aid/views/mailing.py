"""The question list in an e-mail that the person's own program opens."""

import streamlit as st

from decision_aid.model.aid import Aid
from decision_aid.views.leaving import mail_button


def show(aid: Aid) -> None:
    """A button that opens the e-mail, and a word about privacy. Streamlit's own link button would open an empty tab."""
    app = aid.words.app
    mail_button(aid, app["mail.link"], "mail")
    st.markdown(app["mail.privacy"])
