"""More than one machine: supervisor, the container file, systemd, compose, and the Kubernetes manifests."""

import json
import re
from configparser import ConfigParser
from pathlib import Path
from typing import Any
from unittest.mock import create_autospec

import kubernetes_validate
import pytest
import yaml

from deploy import capacity, health, replicas
from deploy.sights import Sights
from tests.unit.test_nginx import needs_nginx

ROOT = Path(__file__).parents[2]
CONTAINERFILE = ROOT / "deploy" / "Containerfile"
MANIFESTS = sorted((ROOT / "deploy" / "kubernetes").glob("*.yaml"))
KUBERNETES = ("1.30", "1.37")


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
    environment, settings = replicas.environment(2, 8600, tmp_path), replicas.SUPERVISOR.read_text()
    assert environment[replicas.SECRET] == "between-us"
    assert replicas.SECRET not in settings
    assert set(re.findall(r"ENV_(\w+)", settings)) == set(environment) - {replicas.SECRET}


def instructions() -> list[tuple[str, str]]:
    """The container file as instructions and what they say."""
    text = re.sub(r"\\\n\s*", "", re.sub(r"^\s*#.*\n", "", CONTAINERFILE.read_text(), flags=re.MULTILINE))
    return [(line.split()[0], line.partition(" ")[2].strip()) for line in text.splitlines() if line.strip()]


def instructed(kind: str) -> list[str]:
    return [text for name, text in instructions() if name == kind]


def test_everything_that_the_image_is_made_from_is_pinned_and_as_the_tests_know_it() -> None:
    assert instructed("FROM")
    assert all(re.match(r"\S+:\d+\.\d+\.\d+\b", base) for base in instructed("FROM"))
    installed = [run.partition("install -r requirements.txt")[2].split("&&")[0].split() for run in instructed("RUN")]
    named = {package for packages in installed for package in packages}
    assert named
    assert named - set((ROOT / "requirements-dev.txt").read_text().split()) == set()


def test_all_that_the_image_copies_is_there_and_is_not_held_back() -> None:
    copied = [text.split()[0].rstrip("/") for text in instructed("COPY") if not text.startswith("--from")]
    let_through = {
        line[1:] for line in (ROOT / "deploy" / "Containerfile.containerignore").read_text().split() if line[0] == "!"
    }
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert set(copied) == let_through


@pytest.mark.parametrize(
    "command",
    [json.loads(instructed("CMD")[-1]), unit("aid@.service")["Service"]["ExecStart"].split()],
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
    ports = [service["environment"]["UVICORN_PORT"] for service in services.values()]
    assert re.findall(r" (\d{4})\b", written) == ports
    assert len(set(ports)) == len(ports) > 1
    assert front["ports"] == ["127.0.0.1:8600:8600"]
    for service in (front, *services.values()):
        assert (service["restart"], service["read_only"], service["cap_drop"]) == ("always", True, ["ALL"])
        assert re.fullmatch(r"\S+:\d+\.\d+\.\d+\S*", service["image"])
    for service in services.values():
        assert service["network_mode"] == "service:front"
        assert service["environment"][replicas.SECRET].startswith("${")
        assert service["image"].endswith(f":{read(ROOT / 'CITATION.cff')['version']}")


def manifest(kind: str) -> dict[str, Any]:
    return next(written for written in map(read, MANIFESTS) if written["kind"] == kind)


def read(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(file.read_text())
    return content


@pytest.mark.parametrize("version", KUBERNETES)
@pytest.mark.parametrize("file", MANIFESTS, ids=lambda file: file.name)
def test_every_manifest_fits_the_schema_with_no_field_unknown(file: Path, version: str) -> None:
    kubernetes_validate.validate(read(file), version, strict=True)


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
    scalers = [written for written in map(read, MANIFESTS) if written["kind"] == "HorizontalPodAutoscaler"]
    assert len(scalers) == 2
    assert all(scaler["spec"]["scaleTargetRef"]["name"] == name for scaler in scalers)
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
    assert instructed("USER") == [f"{user['runAsUser']}:{user['runAsGroup']}"]
    assert any(f"--uid {user['runAsUser']} " in run for run in instructed("RUN"))


def test_pods_are_asked_the_questions_that_the_aid_answers_and_know_the_secret_by_name_alone() -> None:
    container = manifest("Deployment")["spec"]["template"]["spec"]["containers"][0]
    answered = {route.path for route in health.routes(create_autospec(Sights))}
    probes = {kind: container[kind]["httpGet"]["path"] for kind in ("startupProbe", "readinessProbe", "livenessProbe")}
    assert set(probes.values()) == answered
    assert probes["readinessProbe"] != probes["livenessProbe"]
    assert str(container["ports"][0]["containerPort"]) in instructed("EXPOSE")
    assert any(f"UVICORN_PORT={instructed('EXPOSE')[0]}" in text for text in instructed("ENV"))
    secret = next(entry for entry in container["env"] if entry["name"] == replicas.SECRET)
    assert "value" not in secret
    assert not [file for file in MANIFESTS if read(file)["kind"] == "Secret"]
