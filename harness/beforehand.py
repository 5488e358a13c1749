"""What a server needs to read, read by importing this: once, in the process that servers are forked from.

Nothing of ours that knows Streamlit is among it: each server has to name itself, and its components.
"""

from functools import cache
from importlib import import_module

from decision_aid.content import folder
from harness.aids import REAL

MODULES = (
    "altair",
    "babel.dates",
    "decision_aid.booklet.page",
    "decision_aid.exports.fhir",
    "decision_aid.exports.pdf",
    "decision_aid.reasoning.outlook",
    "decision_aid.reasoning.question_list",
    "pandas",
    "streamlit.web.bootstrap",
    "streamlit.web.cli",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
)
for module in MODULES:
    import_module(module)

folder._make_all = cache(folder._make_all)  # of one folder, and no test changes what is in it
folder._make_all(REAL)
