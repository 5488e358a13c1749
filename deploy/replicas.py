"""Several replicas of the aid behind nginx, on this machine: `python -m deploy.replicas --replicas 2 --port 8600`.

Each replica is one process with one worker. One that ends is started again. All of it ends with Ctrl-C. Nothing is
written but in a temporary folder: the cookie secret that the replicas share lies in their environment alone.
"""

import argparse
import os
import secrets
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from deploy.nginx import HOST, configuration
from deploy.server import Server

APP = "deploy.asgi:app"
SECRET = "STREAMLIT_SERVER_COOKIE_SECRET"
BACKLOG = 256
PAUSE = 1.0
"""Seconds between looks at whether all replicas run."""
WITHOUT_NGINX = "nginx is not installed. On Debian and Ubuntu: sudo apt-get install nginx-light"


def replica(port: int, secret: str) -> Server:
    """A replica at a port. Streamlit counts what people do in one process, so it has one worker.

    When it ends, it lets people finish for five seconds: a websocket would otherwise hold it for ever.
    """
    return Server(command(port), {SECRET: secret})


def command(port: int) -> list[str]:
    """What starts a replica. The queue is short: where none can be accepted, all that wait are tried each second."""
    uvicorn = [sys.executable, "-m", "uvicorn", APP, "--host", HOST, "--port", str(port), "--workers", "1"]
    quiet = ["--no-access-log", "--no-server-header", "--log-level", "warning"]
    return [*uvicorn, *quiet, "--backlog", str(BACKLOG), "--timeout-graceful-shutdown", "5"]


@contextmanager
def running(count: int, port: int) -> Iterator[list[Server]]:
    """Replicas at the ports after `port`, ready and kept up, behind nginx at `port`. They end with the block.

    Raises FileNotFoundError without nginx, ChildProcessError or TimeoutError where one of them does not get ready.
    """
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if not program:
        raise FileNotFoundError(WITHOUT_NGINX)
    ports = list(range(port + 1, port + 1 + count))
    secret = os.environ.get(SECRET) or secrets.token_urlsafe(32)
    with ExitStack() as ending:
        folder = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="aid-nginx-")))
        folder.chmod(0o711)  # started by root, the workers of nginx are another user and have to get through
        written = folder / "nginx.conf"
        written.write_text(configuration(ports, port, folder), encoding="utf-8")
        replicas = [replica(own, secret) for own in ports]
        front = Server([program, "-e", "stderr", "-p", str(folder), "-c", str(written)])
        for server in (*replicas, front):
            ending.callback(server.stop)
        for server in replicas:
            server.keep_up()
        for own, server in zip(ports, replicas, strict=True):
            server.await_answer(f"http://{HOST}:{own}/readyz")
        front.keep_up()
        front.await_answer(f"http://{HOST}:{port}/readyz")
        ending.enter_context(_kept_up([*replicas, front]))
        yield replicas


@contextmanager
def _kept_up(servers: list[Server]) -> Iterator[None]:
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(PAUSE):
            for server in servers:
                server.keep_up()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def main() -> None:
    """Run until Ctrl-C, or until told to end."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--replicas", type=int, default=2, help="how many; about one for each core")
    asked.add_argument("--port", type=int, default=8600, help="nginx; the replicas take the ports after it")
    chosen = asked.parse_args()
    ended = threading.Event()
    for kind in (signal.SIGINT, signal.SIGTERM):
        signal.signal(kind, lambda *_: ended.set())
    try:
        with running(chosen.replicas, chosen.port):
            print(f"{chosen.replicas} replicas behind http://{HOST}:{chosen.port} (Ctrl-C ends them)", flush=True)
            ended.wait()
    except (FileNotFoundError, ChildProcessError, TimeoutError, ValueError) as why:
        sys.exit(str(why))


if __name__ == "__main__":
    main()
