"""The hook as people get it: real git, real pre-commit, installed by pip from this checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cloudlint.languages import SUFFIXES

ROOT = Path(__file__).parent.parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())

OPEN = 'resource "aws_s3_bucket_acl" "site" {\n  bucket = "site"\n  acl    = "public-read"\n}\n'
CONFIG = 'select = ["aws-s3-bucket-public-acl"]\n'


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_the_hooks_are_given_what_we_read_and_nothing_else(hook: dict[str, object]) -> None:
    wanted = re.compile(str(hook["files"]))
    assert all(wanted.search("infra/main" + suffix) for suffix in (*SUFFIXES["terraform"], *SUFFIXES["cloudformation"]))
    for name in ("package.json", "x/package-lock.json", "tsconfig.app.json", ".prettierrc.json", "x.schema.json"):
        assert not wanted.search(name), name
    for name in ("main.py", "yaml", "main.tf.bak", "terraform.tfstate", "tf", "a.tfx"):
        assert not wanted.search(name), name
    for name in (
        "Dockerfile",
        "x/Dockerfile.prod",
        "x/app.dockerfile",
        "x/App.Dockerfile",
        "Containerfile",
        "a/Kustomization",
    ):
        assert wanted.search(name), name
    for name in ("Dockerfile.dockerignore", "x/Dockerfile.md", "Dockerfile.d/x", "MyDockerfile.x", "dockerfiles"):
        assert not wanted.search(name), name
    assert hook["require_serial"] is True
    assert hook["language"] == "python"


def test_there_is_a_hook_that_judges_and_one_that_fixes() -> None:
    assert [(hook["id"], hook["entry"]) for hook in HOOKS] == [
        ("cloudlint", "cloudlint check"),
        ("cloudlint-fix", "cloudlint fix"),
    ]


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    nobody = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        "NO_COLOR": "",
    }
    return subprocess.run(
        ["git", "-C", folder, *nobody, *arguments], capture_output=True, text=True, check=False, env=environment
    )


def snapshot(folder: Path) -> Path:
    """The working tree, changes that are not committed included, as a repository of its own."""
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "core", "lsp", "*.*", "LICENSE")
    for name in listed.stdout.split("\0"):
        if name and (ROOT / name).is_file() and not name.startswith(("tests/", "docs/", "examples/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    assert git(folder, "commit", "-qm", "snapshot").returncode == 0
    return folder


@pytest.mark.skipif(os.name == "nt", reason="the hook below is a shell script")
@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
def test_a_risky_commit_is_refused_and_the_corrected_one_accepted(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    (tmp_path / "cloudlint").mkdir()
    (tmp_path / "project").mkdir()
    checkout, project = snapshot(tmp_path / "cloudlint"), tmp_path / "project"
    git(project, "init", "-q")
    hook = project / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m pre_commit try-repo '{checkout}' cloudlint\n")
    hook.chmod(0o755)

    (project / "cloudlint.toml").write_text(CONFIG)
    (project / "main.tf").write_text(OPEN)
    git(project, "add", "-A")
    refused = git(project, "commit", "-m", "Publish the site")
    said = refused.stdout + refused.stderr
    if re.search(r"No matching distribution|Could not find a version|[Cc]onnection", said):
        pytest.skip("pip reaches no package registry, so that pre-commit cannot install the hook")
    assert refused.returncode == 1, said
    assert "main.tf:3:12" in said
    assert "high[aws-s3-bucket-public-acl]" in said
    assert git(project, "rev-parse", "HEAD").returncode != 0, "nothing was committed"

    (project / "main.tf").write_text(OPEN.replace("public-read", "private"))
    git(project, "add", "-A")
    accepted = git(project, "commit", "-m", "Keep the site private")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert git(project, "log", "--format=%s").stdout == "Keep the site private\n"


BALANCER = 'resource "aws_lb" "web" {\n  name = "web" # the only one\n}\n'
PROTECTED = (
    'resource "aws_lb" "web" {\n  name                       = "web" # the only one\n'
    "  enable_deletion_protection = true\n}\n"
)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
def test_what_was_fixed_is_looked_at_before_it_is_committed(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    (tmp_path / "cloudlint").mkdir()
    (tmp_path / "project").mkdir()
    checkout, project = snapshot(tmp_path / "cloudlint"), tmp_path / "project"
    revision = git(checkout, "rev-parse", "HEAD").stdout.strip()
    hooks = [{"id": "cloudlint-fix"}, {"id": "cloudlint"}]
    config = {"repos": [{"repo": checkout.as_posix(), "rev": revision, "hooks": hooks}]}
    git(project, "init", "-q")
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (project / "cloudlint.toml").write_text('select = ["aws-elb-deletion-protection-off"]\n')
    install = [sys.executable, "-m", "pre_commit", "install"]
    assert subprocess.run(install, cwd=project, capture_output=True, check=False).returncode == 0
    (project / "main.tf").write_text(BALANCER)
    git(project, "add", "-A")

    stopped = git(project, "commit", "-m", "Balance the load")
    said = stopped.stdout + stopped.stderr
    if re.search(r"No matching distribution|Could not find a version|[Cc]onnection", said):
        pytest.skip("pip reaches no package registry, so that pre-commit cannot install the hook")
    assert stopped.returncode == 1, said
    assert "files were modified by this hook" in said
    assert "fixed main.tf: set `enable_deletion_protection` to true on aws_lb.web" in said
    assert git(project, "rev-parse", "HEAD").returncode != 0, "nothing was committed"
    assert (project / "main.tf").read_text() == PROTECTED
    assert git(project, "diff", "--stat").stdout, "the fix is there to look at"

    git(project, "add", "-A")
    accepted = git(project, "commit", "-m", "Balance the load")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert git(project, "show", "HEAD:main.tf").stdout == PROTECTED
