"""Who offers the aid: the line at the head of every page."""

from decision_aid.model.aid import Aid
from decision_aid.views.html import show_html
from decision_aid.wording.service import service_head


def head(aid: Aid) -> None:
    """Logo and name, once a service has set them."""
    if known := service_head(aid):
        show_html(known)
