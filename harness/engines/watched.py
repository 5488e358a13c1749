"""The aid as a server of one's own runs it, with a program before its own: `uvicorn harness.engines.watched:app`.

That program keeps what the others complain of, where the driver of a browser can read it.
"""

from importlib import import_module
from pathlib import Path
from unittest.mock import patch

from markupsafe import Markup

from decision_aid.model.aid import Aid
from deploy.first_sight import document
from deploy.heads import Head

HEAD = "<head>"
PROGRAM = Path(__file__).with_name("complaints.js").read_text(encoding="utf-8")
FIRST = Markup(f"{HEAD}<script>{PROGRAM}</script>")  # noqa: S704 (our own file)


def watched(aid: Aid, page: str, head: Head) -> Markup:
    """A page that has our program first; the policy of the server allows it, as it does all that stand in its pages."""
    return document(aid, page, head).replace(HEAD, FIRST, 1)


with patch("deploy.sights.document", watched):
    app = import_module("deploy.asgi").app
