"""What a project comes to, compared with Compose itself: its first version, as Debian has it, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from cloudlint.languages import analyse
from cloudlint.resource import Plain
from cloudlint.vocabulary.compose import mount, port
from cloudlint.workspace import Workspace

COMPOSE = shutil.which("docker-compose")

pytestmark = pytest.mark.skipif(COMPOSE is None, reason="needs docker-compose")

BASE = """version: "3.7"
x-common: &common
  restart: always
  labels: [l=1, m=2]
services:
  base:
    <<: *common
    image: a:${TAG:-1}
    environment: {A: "1", B: "2"}
    ports: ["80:80", "127.0.0.1:81:81/udp"]
    volumes: ["/a:/x:ro", "data:/y"]
    command: [run]
    cap_add: [NET_ADMIN]
    security_opt: ["a:b"]
    healthcheck: {test: [CMD, a], interval: 5s}
    deploy: {resources: {limits: {memory: 1g}}}
  web:
    extends: base
    image: b:${SET}
    environment: [B=3, D=4]
    volumes: ["/b:/x"]
    privileged: true
volumes: {data: {}}
"""
OVERRIDE = """version: "3.7"
services:
  web:
    command: [other]
    labels: {m: "5"}
    cap_add: [NET_ADMIN, SYS_TIME]
    security_opt: ["c:d"]
    healthcheck: {test: [CMD, b]}
    ports: ["80:80", "82:82"]
    privileged: false
"""

PLAIN = ("cap_add", "command", "deploy", "healthcheck", "image", "privileged", "restart", "security_opt")
NAMED = ("environment", "labels")


def by_compose(folder: Path) -> dict[str, dict[str, Plain]]:
    assert COMPOSE is not None
    done = subprocess.run([COMPOSE, "config"], cwd=folder, capture_output=True, text=True, check=True)
    services: dict[str, dict[str, Plain]] = yaml.safe_load(done.stdout)["services"]
    return services


@pytest.mark.parametrize(
    "files", [{"docker-compose.yml": BASE}, {"docker-compose.yml": BASE, "docker-compose.override.yml": OVERRIDE}]
)
def test_services_are_what_compose_makes_of_them(tmp_path: Path, files: dict[str, str]) -> None:
    for name, text in {**files, ".env": "SET=7 # seven\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    expected = by_compose(tmp_path)
    root = tmp_path.as_posix()
    (graph,) = analyse(Workspace(root), [f"{root}/docker-compose.yml"]).graphs
    for service in graph.of("compose_service"):
        theirs = expected.pop(service.label)
        for key in PLAIN:
            assert service[key].known == theirs.get(key), (service.label, key)
        for key in NAMED:
            assert _named(service[key].known) == theirs[key], (service.label, key)
        mounts = [found for item in service["volumes"].items() if (found := mount(item))]
        modes = {True: "ro", False: "rw"}
        assert [f"{it.source}:{it.target}:{modes[it.read_only]}" for it in mounts] == theirs["volumes"]
        ports = {(it.published, it.target) for item in service["ports"].items() if (it := port(item))}
        given = theirs["ports"]
        assert isinstance(given, list)
        assert ports == {_port(item) for item in given}
    assert expected == {}


def _named(given: Plain) -> Plain:
    """A list of `NAME=value` as a mapping."""
    if isinstance(given, list):
        return {str(item).partition("=")[0]: str(item).partition("=")[2] for item in given}
    return given


def _port(item: Plain) -> tuple[str, str]:
    """Published port and target of what Compose writes in either syntax."""
    if isinstance(item, dict):
        return str(item["published"]), str(item["target"])
    numbers = str(item).partition("/")[0].split(":")
    return numbers[-2], numbers[-1]
