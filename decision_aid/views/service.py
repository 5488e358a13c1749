"""The line at the head of every page that names the service behind the aid."""

from decision_aid.model.aid import Aid
from decision_aid.views.html import show_html
from decision_aid.wording.service import service_head


def head(aid: Aid) -> None:
    """Logo and name of the service, where they are set."""
    if html := service_head(aid):
        show_html(html)
