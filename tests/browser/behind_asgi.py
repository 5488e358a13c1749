"""Serve an ASGI app of this repository as a server of one's own does, for as long as it is needed."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from tests.browser.visiting import LONGEST_START, ROOT


@contextmanager
def served_by_uvicorn(app: str, folder: Path = ROOT, log: IO[str] | None = None, **environment: str) -> Iterator[str]:
    """The address of the app on a free port. Nothing has been asked of it but one file of Streamlit's."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", app, "--host", "127.0.0.1", "--port", str(port), "--no-server-header"]
    with TemporaryFile("w") as unread:
        written = log or unread
        server = subprocess.Popen(
            command,
            cwd=folder,
            stdout=written,
            stderr=written,
            env={**os.environ, "PYTHONUNBUFFERED": "1"} | environment,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _await(server, f"{address}/_stcore/health")
            yield address
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _await(server: subprocess.Popen[bytes], health: str) -> None:
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"uvicorn ended with code {server.returncode} before it served anything")
        try:
            with urllib.request.urlopen(health, timeout=1) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"uvicorn did not answer within {LONGEST_START} seconds")
