"""Several replicas of the aid behind nginx, on this machine: `python -m deploy.replicas --replicas 2 --port 8600`.

Supervisor starts them, and starts again what ends (supervisord.conf). All of it ends with Ctrl-C. Nothing is written
but in a temporary folder: the cookie secret that the replicas share lies in their environment alone.
"""

import argparse
import os
import secrets
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from deploy.nginx import HOST, configuration

SUPERVISOR = Path(__file__).with_name("supervisord.conf")
SECRET = "STREAMLIT_SERVER_COOKIE_SECRET"
WITHOUT_NGINX = "nginx is not installed. On Debian and Ubuntu: sudo apt-get install nginx-light"


def environment(count: int, port: int, folder: Path) -> dict[str, str]:
    """What supervisord.conf asks for, with replicas at the ports after `port`. FileNotFoundError where nginx lacks."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if not program:
        raise FileNotFoundError(WITHOUT_NGINX)
    return {
        SECRET: os.environ.get(SECRET) or secrets.token_urlsafe(32),
        "AID_FOLDER": str(folder),
        "AID_PYTHON": sys.executable,
        "AID_NGINX": program,
        "AID_REPLICAS": str(count),
        "AID_FIRST_PORT": str(port + 1),
    }


def main() -> None:
    """Run until Ctrl-C, or until told to end."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--replicas", type=int, default=2, help="how many; about one for each core")
    parser.add_argument("--port", type=int, default=8600, help="nginx; the replicas take the ports after it")
    chosen = parser.parse_args()
    with TemporaryDirectory(prefix="aid-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # started by root, the workers of nginx are another user and have to get through
        try:
            settings = environment(chosen.replicas, chosen.port, folder)
            ports = range(chosen.port + 1, chosen.port + 1 + chosen.replicas)
            (folder / "nginx.conf").write_text(configuration(ports, chosen.port, folder), encoding="utf-8")
        except (FileNotFoundError, ValueError) as why:
            sys.exit(str(why))
        command = [sys.executable, "-m", "supervisor.supervisord", "-c", str(SUPERVISOR)]
        print(f"{chosen.replicas} replicas behind http://{HOST}:{chosen.port} (Ctrl-C ends them)", flush=True)
        kept_up = subprocess.Popen(command, env={**os.environ, **settings}, start_new_session=True)
        for kind in (signal.SIGINT, signal.SIGTERM):
            signal.signal(kind, lambda *_: kept_up.terminate())
        sys.exit(kept_up.wait())


if __name__ == "__main__":
    main()
