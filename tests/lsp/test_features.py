"""Everything that helps to read, and the commands, over a real connection."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from lsprotocol import types

from cloudlint.languages import SUFFIXES
from tests.lsp.conftest import PUSHED, SERVER, answer, capabilities, editing, repository, until

pytestmark = pytest.mark.asyncio

ONLY = 'select = ["aws-rds-storage-unencrypted", "aws-rds-deletion-protection-off"]\nignore = ["*-off"]\n'
FILES = {
    "main.tf": 'module "db" {\n  source = "./db"\n  secret = true\n}\n',
    "db/main.tf": (
        'resource "aws_db_instance" "one" {\n  storage_encrypted = var.encrypted\n  name = "${local.prefix}-db"\n}\n'
    ),
    "db/variables.tf": 'variable "encrypted" {\n  default = false\n}\nlocals {\n  prefix = "shop"\n}\n',
    "cloudlint.toml": ONLY,
}


async def test_hover_on_a_finding(tmp_path: Path) -> None:
    repository(tmp_path, FILES)
    async with editing(tmp_path) as editor:
        editor.open("db/main.tf")
        shown = await editor.hover("db/main.tf", 1, 25)
        assert "**`storage_encrypted` is false on `aws_db_instance.one`**" in shown
        assert "[aws-rds-storage-unencrypted](https://" in shown
        assert "variables.tf:2](file://" in shown
        assert "```diff" in shown
        assert "storage_encrypted = false" in shown


async def test_a_hover_need_not_repeat_the_finding(tmp_path: Path) -> None:
    repository(tmp_path, FILES)
    async with editing(tmp_path, options={"hoverFindings": False}) as editor:
        editor.open("db/main.tf")
        shown = await editor.hover("db/main.tf", 1, 25)
        assert shown.startswith("[aws-rds-storage-unencrypted](https://")
        assert "is false on" not in shown
        assert "```diff" in shown


async def test_hover_on_a_computed_expression(tmp_path: Path) -> None:
    repository(tmp_path, FILES)
    async with editing(tmp_path) as editor:
        editor.open("db/main.tf")
        assert 'name = "shop-db"' in await editor.hover("db/main.tf", 2, 25)
        assert await editor.hover("db/main.tf", 3, 0) == ""


async def test_a_local_module_is_a_link(tmp_path: Path) -> None:
    repository(tmp_path, FILES)
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        params = types.DocumentLinkParams(editor.document("main.tf"))
        (link,) = await answer(editor.client.text_document_document_link_async(params)) or ()
        assert link.target == editor.uri("db/main.tf")
        assert link.range.start == types.Position(1, 11)


@pytest.mark.parametrize(
    ("environments", "title"),
    [
        ("", "cloudlint: 1 medium"),
        ('[environments]\ndev = ["db/dev.tfvars"]\nprod = []\n', "cloudlint: 1 medium in dev, prod"),
    ],
)
async def test_a_lens_counts(tmp_path: Path, environments: str, title: str) -> None:
    repository(tmp_path, {**FILES, "db/dev.tfvars": "", "cloudlint.toml": ONLY + environments})
    async with editing(tmp_path) as editor:
        editor.open("db/main.tf")
        params = types.CodeLensParams(editor.document("db/main.tf"))
        (lens,) = await answer(editor.client.text_document_code_lens_async(params)) or ()
        assert lens.command is not None
        assert lens.command.title == title


@pytest.mark.parametrize(
    ("options", "labels"),
    [(None, []), ({"inlayHints": True}, ["= false", '= "shop-db"'])],
)
async def test_values_are_shown_where_that_is_wanted(tmp_path: Path, options: object, labels: list[str]) -> None:
    repository(tmp_path, FILES)
    async with editing(tmp_path, options=options) as editor:
        editor.open("db/main.tf")
        whole = types.Range(types.Position(0, 0), types.Position(9, 0))
        params = types.InlayHintParams(editor.document("db/main.tf"), whole)
        hints = await answer(editor.client.text_document_inlay_hint_async(params)) or ()
        assert [hint.label for hint in hints] == labels


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("cloudlint.toml", 'ignore = ["aws-rds-', "aws-rds-storage-unencrypted"),
        ("cloudlint.toml", 'select = [\n  "aws-*",\n  "', "syntax-error"),
        ("cloudlint.toml", 'severity = "', "critical"),
        ("cloudlint.toml", "fail", "fail-on"),
        ("pyproject.toml", '[tool.cloudlint]\nselect = ["', "aws-rds-storage-unencrypted"),
        ("pyproject.toml", 'select = ["', None),
        ("cloudlint.toml", "ignore = [", None),
    ],
)
async def test_completion_in_settings_files(tmp_path: Path, name: str, text: str, expected: str | None) -> None:
    async with editing(tmp_path) as editor:
        editor.open(name, text, "toml")
        lines = text.split("\n")
        params = types.CompletionParams(editor.document(name), types.Position(len(lines) - 1, len(lines[-1])))
        found = await answer(editor.client.text_document_completion_async(params))
        labels = [item.label for item in found] if isinstance(found, (list, tuple)) else []
        assert expected in labels if expected else not labels


async def test_settings_of_the_editor(tmp_path: Path) -> None:
    repository(tmp_path, {"main.tf": FILES["db/main.tf"].replace("var.encrypted", "false")})
    async with editing(
        tmp_path, options={"select": ["aws-rds-storage-unencrypted"], "sellect": [], "failOn": 3}
    ) as editor:
        editor.open("main.tf")
        assert await editor.rules("main.tf") == ["2:23 aws-rds-storage-unencrypted"]
        said = " ".join(message.message for message in editor.client.messages)
        assert "`sellect`" in said
        assert "cloudlint.failOn" in said


async def test_wrong_settings_are_said_once_and_read_again(tmp_path: Path) -> None:
    repository(tmp_path, {**FILES, "cloudlint.toml": "# ours\nsellect = []\n"})
    async with editing(tmp_path) as editor:
        editor.open("db/main.tf")
        await editor.problems("db/main.tf")
        await editor.problems("db/main.tf")
        assert sum("sellect" in message.message for message in editor.client.messages) == 1
        editor.open("cloudlint.toml", language="toml")
        assert [problem.range.start.line for problem in await editor.problems("cloudlint.toml")] == [1]
        (tmp_path / "cloudlint.toml").write_text(ONLY)
        changed = types.FileEvent(editor.uri("cloudlint.toml"), types.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
        assert await editor.rules("db/main.tf") == ["2:23 aws-rds-storage-unencrypted"]


async def test_files_are_watched(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        await until(lambda: [item.method for item in editor.registered])
        (item,) = editor.registered
        assert item.method == "workspace/didChangeWatchedFiles"
        globs = {
            watcher["globPattern"] if isinstance(watcher, dict) else watcher.globPattern
            for watcher in (item.register_options or {})["watchers"]
        }
        assert {"**/*.tf", "**/*.tfvars", "**/cloudlint.toml", "**/.terraform/modules/modules.json"} <= globs
        read = [f"some{ending}" for endings in SUFFIXES.values() for ending in endings]
        read += ["Dockerfile.prod", "dockerfile", "Containerfile"]
        assert [name for name in read if not any(fnmatchcase(f"a/{name}", glob[3:]) for glob in globs)] == []


async def test_commands(tmp_path: Path) -> None:
    repository(tmp_path, {**FILES, "other/main.tf": FILES["db/main.tf"].replace("var.encrypted", "false")})
    async with editing(tmp_path, capabilities(PUSHED)) as editor:
        editor.open("db/main.tf")
        await editor.published("db/main.tf")
        status = await editor.command("cloudlint.status")
        assert "aws-rds" not in str(status)
        assert "settingsFiles" in str(status)
        assert "storage" in str(await editor.command("cloudlint.explain", "aws-rds-storage-unencrypted"))
        assert str(await editor.command("cloudlint.documentation", "CKV_AWS_16")).startswith("# RDS ")
        assert "is no rule" in str(await editor.command("cloudlint.documentation", "nothing"))
        await editor.command("cloudlint.scanWorkspace")
        assert await editor.published("other/main.tf") == ["2:23 aws-rds-storage-unencrypted"]
        await editor.command("cloudlint.restart")
        assert await editor.published("db/main.tf") == ["2:23 aws-rds-storage-unencrypted"]


async def test_a_request_about_an_unknown_buffer_is_answered(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        assert await editor.problems("nowhere.tf") == []
        assert await editor.actions("nowhere.tf", 0, 0) == []
        assert await editor.hover("nowhere.tf", 0, 0) == ""
        editor.versions["nowhere.tf"] = 1
        editor.change("nowhere.tf", "x")
        editor.close("nowhere.tf")


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
async def test_no_server_outlives_its_client(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys, time;"
        "p = subprocess.Popen([sys.executable, '-m', 'cloudlint', 'server'], stdin=subprocess.PIPE,"
        " stdout=subprocess.PIPE, stderr=subprocess.DEVNULL);"
        "print(p.pid, flush=True); time.sleep(600)"
    )
    client = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert client.stdout is not None
    server = int(client.stdout.readline())
    os.kill(client.pid, signal.SIGKILL)
    client.wait()
    await until(lambda: [] if alive(server) else ["gone"])


async def test_a_port_is_listened_on_for_debugging(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([*SERVER, "--tcp", str(port)], stderr=subprocess.DEVNULL)
    try:
        connection = await asyncio.to_thread(connected, port)
        ask = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"processId": None, "capabilities": {}}}
        body = json.dumps({**ask, "rootUri": None}).encode()
        connection.sendall(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        assert b"Content-Length" in connection.recv(1000)
        connection.close()
        assert await asyncio.to_thread(server.wait, 30) == 0
    finally:
        server.kill()


def connected(port: int) -> socket.socket:
    """A connection, as soon as there is somebody."""
    for _ in range(300):
        connection = socket.socket()
        connection.settimeout(30)
        if connection.connect_ex(("127.0.0.1", port)) == 0:
            return connection
        connection.close()
        time.sleep(0.1)
    raise TimeoutError


def alive(process: int) -> bool:
    """Is the process there, and not only waiting to be buried?"""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return True
