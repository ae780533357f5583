"""The recipes: what the documentation and the action say can be run."""

from __future__ import annotations

# ruff: noqa: E501  a table
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from cloudlint.cli import COMMANDS, main
from cloudlint.cli.check import parser
from cloudlint.settings_files import load
from tests.conftest import ROOT

OPEN = 'resource "aws_s3_bucket_acl" "a" {\n  acl = "public-read"\n}\n'
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


RECIPES = [
    # heading in docs/ci.md, schema of the service, what else its reader does
    ("GitHub Actions", "vendor.github-workflows", ()),
    ("GitLab", "vendor.gitlab-ci", ("--data-transform", "gitlab-ci")),
    ("Azure Pipelines", "vendor.azure-pipelines", ("--data-transform", "azure-pipelines", "--regex-variant", "nonunicode")),
]  # fmt: skip


def recipe(heading: str, language: str) -> str:
    """The block of a language in a section of docs/ci.md."""
    section = (ROOT / "docs/ci.md").read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    (block,) = re.findall(rf"^```{language}\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
    return str(block)


def validated(file: Path, schema: str, options: Sequence[str] = ()) -> None:
    pytest.importorskip("check_jsonschema")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *options, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("heading", "schema", "options"), RECIPES)
def test_the_recipes_are_valid(tmp_path: Path, heading: str, schema: str, options: Sequence[str]) -> None:
    (tmp_path / "recipe.yml").write_text(recipe(heading, "yaml"), encoding="utf-8")
    validated(tmp_path / "recipe.yml", schema, options)


def test_the_action_is_valid() -> None:
    validated(ROOT / "action.yml", "vendor.github-actions")


def test_the_hooks_of_the_recipe_are_ours(tmp_path: Path) -> None:
    config = tmp_path / ".pre-commit-config.yaml"
    config.write_text(recipe("pre-commit.ci", "yaml"), encoding="utf-8")
    pytest.importorskip("pre_commit")
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-config", str(config)], check=True)
    (repo,) = yaml.safe_load(config.read_text(encoding="utf-8"))["repos"]
    ours = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in repo["hooks"]} == {hook["id"] for hook in ours}


RUN = [
    # heading, language, what the lines leave behind
    ("GitLab", "yaml", ["gl-code-quality-report.json", "junit.xml"]),
    ("Azure Pipelines", "yaml", ["junit.xml", "cloudlint.html"]),
    ("Jenkins", "groovy", ["junit.xml", "cloudlint.sarif"]),
    ("Anywhere else, without a container", "sh", ["cloudlint.sarif"]),
]


@pytest.mark.parametrize(("heading", "language", "files"), RUN)
def test_the_lines_of_a_recipe_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heading: str, language: str, files: list[str]
) -> None:
    """They leave the files that the recipe hands on, and end with 1 where something is found."""
    (tmp_path / "a.tf").write_text(OPEN)
    monkeypatch.chdir(tmp_path)
    (line,) = re.findall(r"cloudlint (check .*)", recipe(heading, language))
    assert main(shlex.split(line)) == 1
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(["a.tf", *files])


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
    (tmp_path / "a.tf").write_text(OPEN)
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
