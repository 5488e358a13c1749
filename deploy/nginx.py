"""The configuration of nginx for replicas at given ports: `python -m deploy.nginx 8601 8602 --folder /run/aid`.

See nginx.conf.template, and docs/deploying.md.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from string import Template

TEMPLATE = Path(__file__).with_suffix(".conf.template")
HOST = "127.0.0.1"
GONE = "max_fails=1 fail_timeout=2s"


def configuration(ports: Sequence[int], port: int, folder: Path, address: str = HOST) -> str:
    """The configuration for replicas at `ports` of this machine, with nginx itself at `port` of an address of it.

    All that nginx writes goes into `folder`.

    Raises ValueError where there is no replica, or one port is named twice.
    """
    if not ports or len({*ports, port}) <= len(ports):
        raise ValueError("nginx needs at least one replica, and a port of its own for each of them and itself")
    named = {f"r{number}": replica for number, replica in enumerate(ports, start=1)}
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        address=address,
        port=port,
        folder=folder,
        workers=min(2, len(ports)),
        every_replica="\n".join(f"        server {HOST}:{replica} {GONE};" for replica in ports),
        one_upstream_each="\n".join(_upstream(name, named) for name in named),
        replica_by_cookie="\n".join(f"        {name} {name};" for name in named),
        name_by_address="\n".join(f'        "~:{replica}$" {name};' for name, replica in named.items()),
    )


def _upstream(name: str, named: dict[str, int]) -> str:
    """One replica, with the others standing by for it."""
    others = [f"        server {HOST}:{port} {GONE} backup;" for other, port in named.items() if other != name]
    lines = [f"        server {HOST}:{named[name]} {GONE};", *others, "        keepalive 16;"]
    return "\n".join([f"    upstream {name} {{", f"        zone {name} 64k;", *lines, "    }"])


def main() -> None:
    """Print the configuration."""
    parser = argparse.ArgumentParser(description="Print the configuration of nginx for replicas on this machine.")
    parser.add_argument("replicas", type=int, nargs="+", help="their ports")
    parser.add_argument("--port", type=int, default=8600, help="that of nginx itself")
    parser.add_argument("--address", default=HOST, help="where nginx listens")
    parser.add_argument("--folder", type=Path, required=True, help="what nginx may write in")
    chosen = parser.parse_args()
    try:
        print(configuration(chosen.replicas, chosen.port, chosen.folder, chosen.address), end="")
    except ValueError as why:
        sys.exit(str(why))


if __name__ == "__main__":
    main()
