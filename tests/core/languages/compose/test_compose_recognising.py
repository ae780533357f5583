"""What is a Compose file, and what only has `services`, too."""

from __future__ import annotations

import pytest

from cloudlint.languages import name_for
from cloudlint.languages.compose.recognising import is_compose

WEB = "services:\n  web:\n    image: nginx\n"


@pytest.mark.parametrize(
    ("name", "text", "ours"),
    [
        ("stack.yml", WEB, True),
        (
            "stack.yml",
            "version: '3'\n\n# all of it\nservices: # two\n\n  web:\n    build: .\n  db:\n    image: pg\n",
            True,
        ),
        ("stack.yml", "x-logging: &l\n  driver: none\n" + WEB, True),
        ("stack.yml", "services:\n  web: &web\n    <<: *common\n    image: nginx\n    x-note: 1\n", True),
        ("stack.yml", "services:\n  web:\n    image: nginx\n    por", True),  # half typed
        ("stack.yml", "services:\n  web: {image: nginx, ports: ['80:80']}\n", True),
        ("compose.yaml", "services:\n  web:\n    ports: ['80:80']\n", True),  # laid over a base
        ("compose.yaml", "services:\n", True),
        ("docker-compose.prod.yml", "services:\n  web:\n", True),
        ("compose.yaml", "include:\n  - other.yaml\n", True),
        ("docker-compose.yml", "volumes:\n  data: {}\n", True),
        ("app.compose.yml", WEB, True),
        ("compose.json", '{"services": {"web": {"image": "nginx"}}}', True),
        ("stack.yml", "services:\n  web:\n    ports: ['80:80']\n", False),  # nothing tells it from others
        ("stack.json", '{"services": {"web": {"image": "nginx"}}}', False),
        ("docker-compose.yml", "web:\n  image: nginx\n", False),  # the first format, which Compose no longer reads
        ("decompose.yaml", "steps: []\n", False),
        (".gitlab-ci.yml", "services:\n  - docker:dind\n" + "test:\n  script: make\n", False),
        ("services.yaml", "services:\n  App\\Mailer:\n    arguments: ['@x']\n    tags: [a]\n", False),  # Symfony
        (
            "azure.yaml",
            "name: app\nservices:\n  web:\n    project: ./src\n    language: py\n    host: appservice\n",
            False,
        ),
        ("values.yaml", "services:\n  web:\n    image:\n      repository: nginx\n    replicas: 2\n", False),
        ("drone.yml", "pipeline:\n  test:\n    image: a\n" + WEB, False),
        ("workflow.yaml", "jobs:\n  test:\n    services:\n      db:\n        image: pg\n", False),
        ("empty.yaml", "", False),
    ],
)
def test_recognised(name: str, text: str, ours: bool) -> None:
    assert is_compose(text, f"/repo/{name}") is ours


@pytest.mark.parametrize(("text", "name"), [(WEB, "-/stdin.yaml"), ("a: 1\n", ""), ("services:\n- a\n", "")])
def test_a_text_without_a_name(text: str, name: str) -> None:
    assert name_for(text) == name
