"""One verdict: the command line and the server say the same, at the same places, of the same files."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

import pytest
from lsprotocol import types

from cloudlint.documentation import parse
from tests.conftest import CATALOG, ROOT, SHARED
from tests.examples import NAMES
from tests.lsp.conftest import Editor, answer, capabilities, editing

pytestmark = pytest.mark.asyncio

SAMPLE = 150  # case directories that are tried

Said = tuple[str, int, int, int, int, str, str]  # path, start and end as line and column from 1, rule, message


def by_command_line(root: Path) -> set[Said]:
    command = [sys.executable, "-m", "cloudlint", "check", "--format", "json", "--exit-zero", "."]
    done = subprocess.run(command, cwd=root, capture_output=True, check=True)
    return {
        (
            it["path"],
            it["start"]["line"],
            it["start"]["column"],
            it["end"]["line"],
            it["end"]["column"],
            it["rule"],
            it["message"],
        )
        for it in json.loads(done.stdout)["findings"]
    }


def said(root: Path, uri: str, problems: Iterable[types.Diagnostic]) -> set[Said]:
    path = unquote(uri.removeprefix(root.as_uri() + "/"))
    return {
        (
            path,
            it.range.start.line + 1,
            it.range.start.character + 1,
            it.range.end.line + 1,
            it.range.end.character + 1,
            str(it.code),
            it.message,
        )
        for it in problems
    }


async def by_workspace(editor: Editor) -> set[Said]:
    report = await answer(editor.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([])))
    found: set[Said] = set()
    for item in report.items:
        assert isinstance(item, types.WorkspaceFullDocumentDiagnosticReport)
        found |= said(editor.root, item.uri, item.items)
    return found


async def by_opening(editor: Editor, names: Iterable[str]) -> set[Said]:
    found: set[Said] = set()
    for name in names:
        editor.open(name)
        found |= said(editor.root, editor.uri(name), await editor.problems(name))
        editor.close(name)
    return found


async def demand_one_verdict(root: Path, opened: str = "*.tf") -> None:
    expected = by_command_line(root)
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob(opened))
    random.Random(7).shuffle(names)
    async with editing(root, capabilities(encodings=["utf-32"])) as editor:
        assert await by_opening(editor, names) == {it for it in expected if it[0] in names}
        assert await by_workspace(editor) == expected


async def test_of_the_examples(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / ".git").mkdir()
    await demand_one_verdict(tmp_path)


async def test_of_the_bad_examples_of_all_rules(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for rule in CATALOG.all():
        for number, example in enumerate(parse(rule.documentation).examples):
            if example.language in NAMES:
                folder = tmp_path / f"{rule.id}-{number}"
                folder.mkdir()
                (folder / NAMES[example.language]).write_text(example.bad, encoding="utf-8")
    await demand_one_verdict(tmp_path)


COMPOSE = {
    "compose.yaml": "services:\n  web: {image: a, ipc: host, privileged: '${P:-true}'}\n  db:\n    extends: "
    "{file: shared/stack.yml, service: base}\n  app: {image: a, pid: '${PID}'}\n",
    "compose.override.yaml": "services:\n  web: {pid: host}\n  db:\n    volumes: [/boot:/boot]\n",
    "docker-compose.prod.yml": "services:\n  web: {network_mode: host}\n",
    "shared/stack.yml": "services:\n  base:\n    image: a\n    privileged: true\n",
    "all/compose.yaml": "include: [../one/stack.yaml]\n",
    "one/stack.yaml": "services:\n  one:\n    image: a\n    network_mode: ${MODE}\n",
    "all/.env": "MODE=host\n",
    ".env": "PID=host\n",
}


async def test_of_projects_of_compose(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name, text in COMPOSE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert len(by_command_line(tmp_path)) >= 8
    await demand_one_verdict(tmp_path, "*.y*ml")


POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {hostIPC: true, containers: [{name: a, image: a}]}\n"
KUSTOMIZE = {
    "base/kustomization.yaml": "resources: [pod.yaml]\n",
    "base/pod.yaml": POD,
    "prod/kustomization.yaml": "resources: [../base]\nnamePrefix: p-\npatches:\n- path: patch.yaml\n- patch: |-\n"
    "    - op: add\n      path: /spec/hostNetwork\n      value: true\n  target: {kind: Pod}\n",
    "prod/patch.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {hostIPC: false, hostPID: true}\n",
    "dev/kustomization.yaml": "resources: [../base]\n",
    "alone.yaml": POD,
}


async def test_of_kustomizations(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name, text in KUSTOMIZE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert {it[0] for it in by_command_line(tmp_path)} == {
        "alone.yaml",
        "base/pod.yaml",
        "prod/kustomization.yaml",
        "prod/patch.yaml",
    }
    await demand_one_verdict(tmp_path, "*.yaml")


async def test_of_a_sample_of_the_corpus(tmp_path: Path) -> None:
    if not (SHARED / "unpack.py").is_file():
        pytest.skip("needs ../shared")
    unpacked = subprocess.run([sys.executable, SHARED / "unpack.py", "cases"], capture_output=True, text=True)
    if unpacked.returncode:
        pytest.skip("../shared has no cases")
    folders = sorted({path.parent for path in Path(unpacked.stdout.strip()).rglob("*.tf")})
    (tmp_path / ".git").mkdir()
    for number, folder in enumerate(random.Random(11).sample(folders, min(SAMPLE, len(folders)))):
        (tmp_path / str(number)).mkdir()
        for file in folder.glob("*.tf*"):
            if file.is_file():
                shutil.copy(file, tmp_path / str(number) / file.name)
    await demand_one_verdict(tmp_path)
