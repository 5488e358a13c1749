"""More than one machine: nginx in front of replicas, and servers that are killed, stopped or end by themselves."""

import json
import re
import shutil
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from deploy import replicas
from deploy.nginx import HOST, configuration
from harness.serving import Server, free_port

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
needs_nginx = pytest.mark.skipif(not NGINX, reason=replicas.WITHOUT_NGINX)


class Replica(ThreadingHTTPServer):
    """Stands for a replica: says its own port and the headers that it was sent."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                body = json.dumps({"port": port, **headers}).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        super().__init__((HOST, port), Answer)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def end(self) -> None:
        self.shutdown()
        self.server_close()


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, Replica]]]:
    """The address of nginx, and three stand-ins by the name that the cookie has for them."""
    ports, front, folder = [free_port() for _ in range(3)], free_port(), tmp_path_factory.mktemp("nginx")
    stand_ins = {f"r{number}": Replica(port) for number, port in enumerate(ports, start=1)}
    (folder / "nginx.conf").write_text(configuration(ports, front, folder))
    server = Server([str(NGINX), "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        server.keep_up()
        server.await_answer(f"http://{HOST}:{front}")
        yield f"http://{HOST}:{front}", stand_ins
    finally:
        server.stop()
        for stand_in in stand_ins.values():
            stand_in.end()


def get(address: str, replica: str = "", **headers: str) -> tuple[dict[str, Any], str]:
    """What a stand-in says, and the cookie that came with it."""
    cookie = {"Cookie": f"replica={replica}"} if replica else {}
    with urllib.request.urlopen(urllib.request.Request(address, headers={**cookie, **headers}), timeout=10) as answer:
        return json.load(answer), answer.headers["Set-Cookie"] or ""


def named(cookie: str) -> str:
    return re.match(r"replica=(r\d+); Path=/; HttpOnly; SameSite=Lax$", cookie).group(1)  # type: ignore[union-attr]


@needs_nginx
def test_new_people_are_spread_over_all_replicas_and_told_whose_they_are(three: tuple[str, dict[str, Replica]]) -> None:
    address, stand_ins = three
    first = [get(address) for _ in range(9)]
    assert {named(cookie) for _, cookie in first} == set(stand_ins)
    assert all(answer["port"] == stand_ins[named(cookie)].server_port for answer, cookie in first)


@needs_nginx
@pytest.mark.parametrize(
    "path", ["/situation", "/_stcore/stream", "/media/a.pdf", "/_stcore/upload_file/x", "/static/a.js"]
)
def test_a_person_stays_with_their_replica(three: tuple[str, dict[str, Replica]], path: str) -> None:
    address, stand_ins = three
    for name, stand_in in stand_ins.items():
        answers = [get(address + path, name) for _ in range(4)]
        assert [(answer["port"], cookie) for answer, cookie in answers] == [(stand_in.server_port, "")] * 4


@needs_nginx
def test_another_replica_takes_over_and_keeps_the_person_when_the_first_is_back(
    three: tuple[str, dict[str, Replica]],
) -> None:
    address, stand_ins = three
    gone = stand_ins["r2"]
    gone.end()
    _, cookie = get(f"{address}/situation", "r2")
    now = named(cookie)
    assert now != "r2"
    stand_ins["r2"] = Replica(gone.server_port)
    end = time.monotonic() + 6  # nginx tries a replica that was gone again after two seconds, by whole seconds
    while get(f"{address}/situation", "r2")[0]["port"] != gone.server_port:
        assert time.monotonic() < end
        time.sleep(0.1)
    answer, cookie = get(f"{address}/situation", now)
    assert (answer["port"], cookie) == (stand_ins[now].server_port, "")


@needs_nginx
def test_a_replica_is_told_of_the_websocket_and_of_no_ones_address(three: tuple[str, dict[str, Replica]]) -> None:
    address, _ = three
    answer, _ = get(f"{address}/_stcore/stream", **{"Upgrade": "websocket", "X-Forwarded-For": "192.0.2.7"})
    assert (answer["upgrade"], answer["connection"]) == ("websocket", "upgrade")
    assert answer["host"] == address.removeprefix("http://")
    assert "192.0.2.7" not in json.dumps(answer)


@needs_nginx
def test_files_that_caches_may_keep_carry_no_cookie_and_counts_stay_inside(
    three: tuple[str, dict[str, Replica]],
) -> None:
    address, _ = three
    assert get(f"{address}/static/js/a.js")[1] == get(f"{address}/app/static/a.woff2")[1] == ""
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(f"{address}/_stcore/metrics")


@pytest.mark.parametrize(("ports", "port"), [([], 8600), ([8601, 8601], 8600), ([8600, 8601], 8600)])
def test_no_configuration_is_written_for_ports_that_cannot_work(ports: list[int], port: int) -> None:
    with pytest.raises(ValueError, match="replica"):
        configuration(ports, port, Path("/nowhere"))


def test_a_server_that_is_killed_is_started_again_and_one_that_is_stopped_is_gone() -> None:
    server = Server(["sleep", "60"])
    server.keep_up()
    first = server.pid
    server.keep_up()
    assert server.pid == first
    server.kill()
    for _ in range(100):
        server.keep_up()
        if server.pid != first:
            break
        time.sleep(0.02)
    assert server.pid != first
    server.stop()
    assert not Path(f"/proc/{server.pid}").exists()


def test_a_server_that_ends_at_its_start_is_not_waited_for() -> None:
    server = Server([sys.executable, "-c", "raise SystemExit(3)"])
    server.keep_up()
    with pytest.raises(ChildProcessError, match="code 3"):
        server.await_answer(f"http://{HOST}:{free_port()}")
