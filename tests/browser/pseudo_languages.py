"""The aid with the content of another folder: CONTENT=folder uvicorn tests.browser.pseudo_languages:app"""

import os
from pathlib import Path

from decision_aid import session
from decision_aid.content.folder import ContentFolder

session.content = ContentFolder(Path(os.environ["CONTENT"]))

from deploy.asgi import app  # noqa: E402

__all__ = ["app"]
