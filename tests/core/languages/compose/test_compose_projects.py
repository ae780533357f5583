"""Files to services: overrides, `extends`, `include`, merge keys, parts; where a value stands and is changed."""

from __future__ import annotations

import pytest

from cloudlint.analysis import Analysis
from cloudlint.languages import analyse
from cloudlint.resource import Plain, Resource
from cloudlint.workspace import Workspace
from tests.core.languages.yaml.reading import applied


def analysed(files: dict[str, str], *targets: str) -> Analysis:
    """The analysis of some files of a repository that holds all of them."""
    texts = {f"/r/{name}": text for name, text in files.items()}
    return analyse(Workspace("/r", texts), [f"/r/{name}" for name in targets or files], list(texts))


def resource(files: dict[str, str], address: str, *targets: str) -> Resource:
    """The one resource of an address."""
    found = [it for graph in analysed(files, *targets).graphs for it in graph.resources if it.address == address]
    assert len(found) == 1
    return found[0]


def stands(files: dict[str, str], value: Resource | None, path: str) -> str:
    """What is written where a value is shown, behind the name of its file."""
    assert value is not None
    place = value[path].place
    assert place is not None
    name = place.path.removeprefix("/r/")
    return f"{name}: {files[name][place.start : place.end]}"


def test_addresses() -> None:
    text = "services:\n  web: {image: a}\n  half:\nvolumes:\n  data: {}\n  bare:\nsecrets:\n  s: {file: x}\n"
    found = analysed({"compose.yaml": text}).graph.resources
    assert [it.address for it in found] == ["services.web", "volumes.data", "secrets.s"]
    assert [it.kind for it in found] == ["compose_service", "compose_volume", "compose_secret"]
    assert found[0].span is not None
    assert text[found[0].span.start : found[0].span.end] == "web"


BASE = """services:
  web:
    image: a
    environment: {A: 1, B: 2}
    command: [run]
    ports: ["80:80", "81:81"]
    volumes: ["./a:/x", "data:/y"]
    security_opt: [a]
    cap_add: [X]
    build: .
    healthcheck: {test: [CMD, a], interval: 5s}
    depends_on: [db]
"""


@pytest.mark.parametrize(
    ("over", "path", "merged"),
    [
        ("image: b", "image", "b"),
        ("environment: [B=3, C=4]", "environment", {"A": 1, "B": "3", "C": "4"}),
        ("environment: {B: 3}", "environment", {"A": 1, "B": 3}),
        ("command: [other]", "command", ["other"]),
        ('ports: ["82:82", "80:80"]', "ports", ["80:80", "81:81", "82:82"]),
        ('ports: !override ["9:9"]', "ports", ["9:9"]),
        ("ports: !reset []", "ports", None),
        ('volumes: ["./b:/x"]', "volumes", ["./b:/x", "data:/y"]),
        (
            "volumes: [{type: bind, source: ./c, target: /x/}]",
            "volumes",
            [{"type": "bind", "source": "./c", "target": "/x/"}, "data:/y"],
        ),
        ("security_opt: [b]", "security_opt", ["a", "b"]),
        ("cap_add: [X, Y]", "cap_add", ["X", "Y"]),
        ("build: {target: t}", "build", {"context": ".", "target": "t"}),
        ("healthcheck: {test: [CMD, b]}", "healthcheck", {"test": ["CMD", "b"], "interval": "5s"}),
        ("depends_on: {cache: {condition: x}}", "depends_on", {"db": {}, "cache": {"condition": "x"}}),
    ],
)
def test_an_override_is_laid_over_its_base(over: str, path: str, merged: Plain) -> None:
    files = {"compose.yaml": BASE, "compose.override.yaml": f"services:\n  web:\n    {over}\n"}
    assert resource(files, "services.web")[path].known == merged
    assert resource(files, "services.web", "compose.override.yaml")[path].known == merged


def test_a_value_stands_in_the_file_that_decides() -> None:
    files = {
        "compose.yaml": "services:\n  web: {image: a, privileged: false, ipc: host}\n",
        "compose.override.yaml": "services:\n  web:\n    privileged: true\n",
    }
    web = resource(files, "services.web")
    assert stands(files, web, "privileged") == "compose.override.yaml: true"
    assert stands(files, web, "ipc") == "compose.yaml: host"
    assert stands(files, web, "pid") == "compose.yaml: web"


def test_any_other_file_is_a_project_of_its_own() -> None:
    files = {"docker-compose.yml": BASE, "docker-compose.prod.yml": "services:\n  web: {ipc: host}\n  db: {image: x}\n"}
    (whole,) = (it for it in analysed(files, "docker-compose.prod.yml").graphs)
    web, db = whole.resources
    assert web["ipc"].known == "host"
    assert web["mem_limit"].unknown, "it may be laid over the base"
    assert db["mem_limit"].absent


def test_a_service_of_nothing_is_a_part() -> None:
    web = resource({"debug.compose.yml": "services:\n  web:\n    deploy: {replicas: 2}\n"}, "services.web")
    assert web["privileged"].unknown
    assert web["deploy.resources"].unknown


EXTENDING = {
    "compose.yaml": """services:
  web:
    extends: {file: shared/common.yml, service: base}
    environment: [B=2]
  worker:
    extends: web
    pid: host
""",
    "shared/common.yml": "services:\n  base:\n    image: a\n    privileged: true\n    environment: {A: 1}\n",
}


def test_extends() -> None:
    web, worker = (resource(EXTENDING, f"services.{name}", "compose.yaml") for name in ("web", "worker"))
    assert web["environment"].known == {"A": 1, "B": "2"}
    assert worker["environment"].known == {"A": 1, "B": "2"}
    assert web["pid"].absent
    assert stands(EXTENDING, web, "privileged") == "shared/common.yml: true"
    assert stands(EXTENDING, web, "pid") == "compose.yaml: web"
    assert web["privileged"].trail[-1].what == "`extends` of service `web`"
    fixed = applied(EXTENDING["shared/common.yml"], web["privileged"].set(False))
    assert fixed == EXTENDING["shared/common.yml"].replace("true", "false")


def test_an_extended_file_hears_of_those_who_extend_it() -> None:
    found = analysed(EXTENDING, "shared/common.yml").graphs
    assert {it.address for graph in found for it in graph.resources} == {
        "services.base",
        "services.web",
        "services.worker",
    }


@pytest.mark.parametrize(
    "extends",
    [
        "{file: ../outside.yml, service: base}",
        "{file: missing.yml, service: base}",
        "{service: none}",
        "web",
        "{file: $FILE, service: base}",
        "[half",
    ],
)
def test_what_cannot_be_followed_is_unknown(extends: str) -> None:
    web = resource({"compose.yaml": f"services:\n  web:\n    image: a\n    extends: {extends}\n"}, "services.web")
    assert web["image"].known == "a"
    assert web["privileged"].unknown


def test_merge_keys() -> None:
    text = "x-c: &c\n  deploy:\n    replicas: 2\n  volumes:\n    - /a:/a\nservices:\n  web:\n    <<: *c\n    image: a\n"
    files = {"compose.yaml": text}
    web = resource(files, "services.web")
    (mounted,) = web["volumes"].items()
    assert mounted.span is not None
    assert text[mounted.span.start : mounted.span.end] == "/a:/a"
    assert stands(files, web, "deploy.replicas") == "compose.yaml: 2"


def test_variables_come_from_the_file_beside() -> None:
    files = {"compose.yaml": "services:\n  web:\n    image: a:${TAG}\n    ipc: ${IPC:-host}\n", ".env": "TAG=7\n"}
    web = resource(files, "services.web", "compose.yaml")
    assert web["image"].known == "a:7"
    assert web["image"].trail[0].what == "variable `TAG` of `.env`"
    assert web["image"].set("b") is None
    fixed = applied(files["compose.yaml"], web["ipc"].set("private"))
    assert "ipc: ${IPC:-private}\n" in fixed


def test_include() -> None:
    files = {
        "compose.yaml": "include:\n  - path: [db/stack.yaml, db/more.yaml]\n    env_file: db/x.env\nservices: {}\n",
        "db/stack.yaml": "services:\n  db: {image: 'pg:${TAG}', ipc: '${IPC}'}\n",
        "db/more.yaml": "services:\n  db: {pid: host}\n",
        "db/x.env": "TAG=1\nIPC=none\n",
        ".env": "TAG=2\n",
    }
    db = resource(files, "services.db", "db/stack.yaml")
    assert db["image"].known == "pg:2", "the project that includes wins"
    assert db["ipc"].known == "none"
    assert db["pid"].known == "host"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("services:\n  web:\n    image: a\n    image: b\n", "The key `image` is given twice"),
        ("services:\n  web:\n    image: a\n  db:\n    image: [b\n", ""),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_kept(text: str, message: str) -> None:
    analysis = analysed({"compose.yaml": text})
    assert [notice.rule for notice in analysis.notices] == ["syntax-error"]
    assert message in analysis.notices[0].message
    assert analysis.graph.resources[0].address == "services.web"


def test_services_that_extend_each_other() -> None:
    text = "services:\n  a: {image: x, extends: b}\n  b: {image: y, extends: a}\n"
    assert resource({"compose.yaml": text}, "services.a")["image"].known == "x"
