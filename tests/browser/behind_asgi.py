"""Serve an ASGI app of this repository as a server of one's own does, for as long as it is needed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL
from typing import IO

from deploy.nginx import HOST
from deploy.server import Server
from tests.browser.visiting import HEALTH, ROOT, free_port


@contextmanager
def served_by_uvicorn(app: str, folder: Path = ROOT, log: IO[str] | None = None, **environment: str) -> Iterator[str]:
    """The address of the app on a free port. Nothing has been asked of it but one file of Streamlit's."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", app, "--host", HOST, "--port", str(port), "--no-server-header"]
    server = Server(command, {"PYTHONUNBUFFERED": "1"} | environment, folder, log or DEVNULL)
    try:
        server.keep_up()
        server.await_answer(f"http://{HOST}:{port}{HEALTH}")
        yield f"http://{HOST}:{port}"
    finally:
        server.stop()
