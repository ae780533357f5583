"""The recipes: what the documentation and the action say can be run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cloudlint.cli import COMMANDS
from cloudlint.cli.check import parser
from cloudlint.config import load
from tests.conftest import ROOT

PAGES = ["docs/ci.md", "docs/ci-suggestions.md", "docs/ignoring.md"]
PAGE = pytest.mark.parametrize("page", [page for page in PAGES if (ROOT / page).exists()])


def blocks(page: str, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )


@PAGE
def test_what_is_yaml_is_yaml(page: str) -> None:
    for block in blocks(page, "yaml"):
        assert yaml.safe_load(block)


@PAGE
def test_the_commands_are_understood(page: str) -> None:
    for line in (ROOT / page).read_text(encoding="utf-8").splitlines():
        for command in re.findall(r"(?<![\w/-])cloudlint check ((?:(?!`|\|)[^\n])*)", line):
            parser().parse_args(shlex.split(command))
        for command in re.findall(r"`cloudlint ([a-z]+)", line):
            assert command in COMMANDS


def test_the_settings_are_settings(tmp_path: Path) -> None:
    (block,) = blocks("docs/ignoring.md", "toml")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/cloudlint.toml").write_text("")
    (tmp_path / "own").mkdir()
    (tmp_path / "own/cloudlint.toml").write_text(block)
    settings = load(str(tmp_path / "own/cloudlint.toml"))
    assert settings.accept[0].until == "2027-03-31"
    assert settings.override[0].paths == ("sandbox/",)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
def test_the_action(tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    step = action["runs"]["steps"][-1]
    used = {re.fullmatch(r"\$\{\{ inputs\.([\w-]+) }}", value)[1] for value in step["env"].values()}  # type: ignore[index]
    assert used == set(action["inputs"])
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.tf").write_text('resource "aws_s3_bucket_acl" "a" {\n  acl = "public-read"\n}\n')
    shim = tmp_path / "bin" / "cloudlint"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cloudlint "$@"\n')
    shim.chmod(0o755)
    given = {
        "PATHS": "a.tf",
        "SINCE": "",
        "SARIF": "x.sarif",
        "HTML": "x.html",
        "ARGUMENTS": "--severity high --exit-zero",
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env={**os.environ, **given, "PATH": f"{shim.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("::error title=aws-s3-bucket-public-acl,file=a.tf,line=2")
    assert (tmp_path / "x.sarif").exists()
    assert (tmp_path / "x.html").exists()
