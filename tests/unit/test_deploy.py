"""More than one machine: nginx in front of replicas, the container file, the Kubernetes manifests."""

import json
import re
import shutil
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from configparser import ConfigParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from unittest.mock import create_autospec

import kubernetes_validate
import pytest
import yaml

from deploy import capacity, health, replicas
from deploy.nginx import HOST, configuration
from deploy.sights import Sights
from harness.server import Server
from harness.serving import free_port

ROOT = Path(__file__).parents[2]
CONTAINERFILE = ROOT / "deploy" / "Containerfile"
MANIFESTS = sorted((ROOT / "deploy" / "kubernetes").glob("*.yaml"))
KUBERNETES = ("1.30", "1.37")
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
needs_nginx = pytest.mark.skipif(not NGINX, reason=replicas.WITHOUT_NGINX)


class Replica(ThreadingHTTPServer):
    """Stands for a replica: says its own port and the headers that it was sent."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = json.dumps(
                    {"port": port, **{name.lower(): value for name, value in self.headers.items()}}
                ).encode()
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


@pytest.fixture
def three(tmp_path: Path) -> Iterator[tuple[str, dict[str, Replica]]]:
    """The address of nginx, and three stand-ins by the name that the cookie has for them."""
    ports, front = [free_port() for _ in range(3)], free_port()
    stand_ins = {f"r{number}": Replica(port) for number, port in enumerate(ports, start=1)}
    (tmp_path / "nginx.conf").write_text(configuration(ports, front, tmp_path))
    server = Server([str(NGINX), "-e", "stderr", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")])
    try:
        server.keep_up()
        server.await_answer(f"http://{HOST}:{front}")
        yield f"http://{HOST}:{front}", stand_ins
    finally:
        server.stop()
        for one in stand_ins.values():
            one.end()


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
    assert all(said["port"] == stand_ins[named(cookie)].server_port for said, cookie in first)


@needs_nginx
@pytest.mark.parametrize(
    "path", ["/situation", "/_stcore/stream", "/media/a.pdf", "/_stcore/upload_file/x", "/static/a.js"]
)
def test_a_person_stays_with_their_replica(three: tuple[str, dict[str, Replica]], path: str) -> None:
    address, stand_ins = three
    for name, one in stand_ins.items():
        met = [get(address + path, name) for _ in range(4)]
        assert [(said["port"], cookie) for said, cookie in met] == [(one.server_port, "")] * 4


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
    said, cookie = get(f"{address}/situation", now)
    assert (said["port"], cookie) == (stand_ins[now].server_port, "")


@needs_nginx
def test_a_replica_is_told_of_the_websocket_and_of_no_ones_address(three: tuple[str, dict[str, Replica]]) -> None:
    address, _ = three
    said, _ = get(f"{address}/_stcore/stream", **{"Upgrade": "websocket", "X-Forwarded-For": "192.0.2.7"})
    assert (said["upgrade"], said["connection"]) == ("websocket", "upgrade")
    assert said["host"] == address.removeprefix("http://")
    assert "192.0.2.7" not in json.dumps(said)


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


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harness.server.LONGEST_START", 0.3)
    server = Server(["sleep", "60"])
    try:
        server.keep_up()
        with pytest.raises(TimeoutError):
            server.await_answer(f"http://{HOST}:{free_port()}")
    finally:
        server.kill()


def unit(name: str) -> ConfigParser:
    """A file of settings under [headings], in the folder deploy."""
    read = ConfigParser(interpolation=None, comment_prefixes=("#", ";"))
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(ROOT / "deploy" / name)
    return read


SUPERVISED = unit("supervisord.conf")["program:aid"]["command"].split()


@needs_nginx
def test_the_secret_that_replicas_share_is_in_their_environment_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(replicas.SECRET, "between-us")
    given = replicas.environment(2, 8600, tmp_path)
    assert given[replicas.SECRET] == "between-us"
    assert replicas.SECRET not in replicas.SUPERVISOR.read_text()
    asked = set(re.findall(r"ENV_(\w+)", replicas.SUPERVISOR.read_text()))
    assert asked == set(given) - {replicas.SECRET}


def instructions() -> list[tuple[str, str]]:
    """The container file as instructions and what they say."""
    text = re.sub(r"\\\n\s*", "", re.sub(r"^\s*#.*\n", "", CONTAINERFILE.read_text(), flags=re.MULTILINE))
    return [(line.split()[0], line.partition(" ")[2].strip()) for line in text.splitlines() if line.strip()]


def given(kind: str) -> list[str]:
    return [said for name, said in instructions() if name == kind]


def test_everything_that_the_image_is_made_from_is_pinned_and_as_the_tests_know_it() -> None:
    assert given("FROM")
    assert all(re.match(r"\S+:\d+\.\d+\.\d+\b", base) for base in given("FROM"))
    installed = [run.partition("install -r requirements.txt")[2].split("&&")[0].split() for run in given("RUN")]
    named = {package for packages in installed for package in packages}
    assert named
    assert named - set((ROOT / "requirements-dev.txt").read_text().split()) == set()


def test_all_that_the_image_copies_is_there_and_is_not_held_back() -> None:
    copied = [said.split()[0].rstrip("/") for said in given("COPY") if not said.startswith("--from")]
    let_through = {
        line[1:] for line in (ROOT / "deploy" / "Containerfile.containerignore").read_text().split() if line[0] == "!"
    }
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert set(copied) == let_through


@pytest.mark.parametrize(
    "command",
    [json.loads(given("CMD")[-1]), unit("aid@.service")["Service"]["ExecStart"].split()],
    ids=["image", "systemd"],
)
def test_every_way_serves_what_the_replicas_serve_and_writes_down_no_more(command: list[str]) -> None:
    assert command[1] == SUPERVISED[SUPERVISED.index("uvicorn") + 1]
    assert {part for part in SUPERVISED if part.startswith("--no-")} <= set(command)
    assert command[command.index("--backlog") + 1] == SUPERVISED[SUPERVISED.index("--backlog") + 1]


def test_the_systemd_unit_has_files_for_a_thousand_tabs_and_a_port_of_its_own_for_each_process() -> None:
    service = unit("aid@.service")["Service"]
    assert int(service["LimitNOFILE"]) > 1000 * 4 + capacity.KEPT_FREE
    assert "--port %i" in service["ExecStart"]
    assert service["Restart"] == "always"


def test_the_composed_replicas_are_those_that_nginx_is_written_for_and_hold_no_secret() -> None:
    file = ROOT / "deploy" / "compose.yaml"
    services = read(file)["services"]
    front = services.pop("front")
    written = next(line for line in file.read_text().splitlines() if "deploy.nginx" in line)
    ports = [one["environment"]["UVICORN_PORT"] for one in services.values()]
    assert re.findall(r" (\d{4})\b", written) == ports
    assert len(set(ports)) == len(ports) > 1
    assert front["ports"] == ["127.0.0.1:8600:8600"]
    for one in (front, *services.values()):
        assert (one["restart"], one["read_only"], one["cap_drop"]) == ("always", True, ["ALL"])
        assert re.fullmatch(r"\S+:\d+\.\d+\.\d+\S*", one["image"])
    for one in services.values():
        assert one["network_mode"] == "service:front"
        assert one["environment"][replicas.SECRET].startswith("${")
        assert one["image"].endswith(f":{read(ROOT / 'CITATION.cff')['version']}")


def manifest(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in map(read, MANIFESTS) if one["kind"] == kind)
    return found


def read(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(file.read_text())
    return content


@pytest.mark.parametrize("version", KUBERNETES)
@pytest.mark.parametrize("file", MANIFESTS, ids=lambda file: file.name)
def test_every_manifest_fits_the_schema_with_no_field_unknown(file: Path, version: str) -> None:
    kubernetes_validate.validate(read(file), version, strict=True)


def test_a_misspelt_field_does_not_fit_the_schema() -> None:
    wrong = manifest("Deployment")
    wrong["spec"]["template"]["spec"]["containers"][0]["readinesProbe"] = {}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, KUBERNETES[-1], strict=True)


def test_the_manifests_speak_of_the_same_pods() -> None:
    deployment = manifest("Deployment")
    labels, name = deployment["spec"]["template"]["metadata"]["labels"], deployment["metadata"]["name"]
    container = deployment["spec"]["template"]["spec"]["containers"][0]
    service = manifest("Service")
    assert deployment["spec"]["selector"]["matchLabels"] == service["spec"]["selector"] == labels
    assert manifest("PodDisruptionBudget")["spec"]["selector"]["matchLabels"] == labels
    assert manifest("NetworkPolicy")["spec"]["podSelector"]["matchLabels"] == labels
    assert service["spec"]["ports"][0]["targetPort"] == container["ports"][0]["name"]
    backend = manifest("Ingress")["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"]
    assert backend == {"name": service["metadata"]["name"], "port": {"name": service["spec"]["ports"][0]["name"]}}
    scalers = [one for one in map(read, MANIFESTS) if one["kind"] == "HorizontalPodAutoscaler"]
    assert len(scalers) == 2
    assert all(one["spec"]["scaleTargetRef"]["name"] == name for one in scalers)
    assert "replicas" not in deployment["spec"], "the scaler's number would be undone"


def test_pods_keep_the_restricted_pod_security_standard_as_the_user_that_the_image_makes() -> None:
    # https://kubernetes.io/docs/concepts/security/pod-security-standards/, what "restricted" asks for on Linux
    pod = manifest("Deployment")["spec"]["template"]["spec"]
    user = pod["securityContext"]
    assert user["runAsNonRoot"] is True
    assert user["runAsUser"] > 0
    assert user["seccompProfile"]["type"] in ("RuntimeDefault", "Localhost")
    assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod)
    assert not [volume for volume in pod["volumes"] if "hostPath" in volume]
    for container in pod["containers"]:
        assert container["securityContext"]["allowPrivilegeEscalation"] is False
        assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    assert given("USER") == [f"{user['runAsUser']}:{user['runAsGroup']}"]
    assert any(f"--uid {user['runAsUser']} " in run for run in given("RUN"))


def test_pods_are_asked_the_questions_that_the_aid_answers_and_know_the_secret_by_name_alone() -> None:
    container = manifest("Deployment")["spec"]["template"]["spec"]["containers"][0]
    answered = {route.path for route in health.routes(create_autospec(Sights))}
    asked = {kind: container[kind]["httpGet"]["path"] for kind in ("startupProbe", "readinessProbe", "livenessProbe")}
    assert set(asked.values()) == answered
    assert asked["readinessProbe"] != asked["livenessProbe"]
    assert str(container["ports"][0]["containerPort"]) in given("EXPOSE")
    assert any(f"UVICORN_PORT={given('EXPOSE')[0]}" in said for said in given("ENV"))
    secret = next(one for one in container["env"] if one["name"] == replicas.SECRET)
    assert "value" not in secret
    assert not [file for file in MANIFESTS if read(file)["kind"] == "Secret"]
