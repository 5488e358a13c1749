"""The question list in an e-mail that the person's own program opens."""

from markupsafe import Markup

from decision_aid.exports.mail import mail_link
from decision_aid.exports.summary import Summary
from decision_aid.model.aid import Aid
from decision_aid.views.html import show_html


def show(aid: Aid, summary: Summary) -> None:
    """A link that opens the e-mail, and a word about privacy. Streamlit's own link button would open an empty tab."""
    app = aid.words.app
    told = Markup('<p><a class="button-link" href="{}">{}</a></p><p>{}</p>')
    show_html(told.format(mail_link(aid, summary), app["mail.link"], app["mail.privacy"]))
