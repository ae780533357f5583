"""A repository that came as an archive brings its own `.git`: nothing that it names there is run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="needs git"),
    pytest.mark.skipif(os.name == "nt", reason="the traps are shell scripts"),
]

OPEN = 'resource "aws_s3_bucket_acl" "a" {\n  acl = "public-read"\n}\n'


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


class Trap:
    """A repository with a commit and changes since, and a program that leaves a mark when it is run."""

    def __init__(self, folder: Path) -> None:
        self.repository = folder / "repository"
        self.mark = folder / "it-was-run"
        self.program = folder / "trap"
        self.repository.mkdir()
        self.program.write_text(f"#!/bin/sh\necho run > '{self.mark}'\ncat\n")
        self.program.chmod(0o755)
        git(self.repository, "init", "-q")
        (self.repository / "main.tf").write_text(OPEN)
        (self.repository / "old.tf").write_text("locals {\n  one = 1\n  two = 2\n}\n")
        git(self.repository, "add", ".")
        git(self.repository, "commit", "-q", "-m", "one")
        (self.repository / "main.tf").write_text(OPEN + "# changed\n")
        (self.repository / "old.tf").rename(self.repository / "new.tf")
        (self.repository / ".cloudlint-baseline").write_text("gone.tf\trule\tresource\tevidence\n")

    def set(self, name: str, value: str = "") -> None:
        git(self.repository, "config", name, value or str(self.program))


def monitor(trap: Trap) -> None:
    trap.set("core.fsmonitor")


def hooks(trap: Trap) -> None:
    for name in ("post-index-change", "fsmonitor-watchman", "pre-auto-gc", "post-checkout", "reference-transaction"):
        shutil.copy(trap.program, trap.repository / ".git" / "hooks" / name)
    trap.set("core.untrackedCache", "true")


def hooks_path(trap: Trap) -> None:
    (trap.repository / "tools").mkdir()
    shutil.copy(trap.program, trap.repository / "tools" / "post-index-change")
    trap.set("core.hooksPath", "tools")


def attributes(trap: Trap, text: str) -> None:
    (trap.repository / ".gitattributes").write_text(text)
    (trap.repository / ".git" / "info" / "attributes").write_text(text)


def clean_filter(trap: Trap) -> None:
    attributes(trap, "* filter=a.b=c\n")
    trap.set("filter.a.b=c.clean")
    trap.set("filter.a.b=c.smudge")
    trap.set("filter.a.b=c.required", "true")


def process_filter(trap: Trap) -> None:
    attributes(trap, "* filter=long\n")
    trap.set("filter.long.process")


def differences(trap: Trap) -> None:
    attributes(trap, "* diff=mine\n")
    trap.set("diff.external")
    trap.set("diff.mine.command")
    trap.set("diff.mine.textconv")
    trap.set("diff.mine.cachetextconv", "true")


def signatures(trap: Trap) -> None:
    trap.set("log.showSignature", "true")
    trap.set("gpg.program")
    trap.set("gpg.ssh.program")


def aliases(trap: Trap) -> None:
    for name in ("diff", "rev-parse", "rev-list", "ls-files", "cat-file", "config", "log"):
        trap.set(f"alias.{name}", f"!{trap.program}")


def pager(trap: Trap) -> None:
    for name in ("core.pager", "pager.diff", "pager.config", "core.editor", "core.askPass", "credential.helper"):
        trap.set(name)


def missing_objects(trap: Trap) -> None:
    """Objects that a remote has promised are fetched when they are asked for, over a helper that is any program."""
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{trap.program}",
        "protocol.ext.allow": "always",
        "protocol.allow": "always",
        "core.sshCommand": str(trap.program),
    }.items():
        trap.set(name, value)
    for path in (trap.repository / ".git" / "objects").glob("??/*"):
        head = subprocess.run(
            ["git", "cat-file", "-t", path.parent.name + path.name], capture_output=True, cwd=trap.repository
        )
        if head.stdout == b"blob\n":
            path.unlink()


def submodule(trap: Trap) -> None:
    inner = trap.repository / "inner"
    inner.mkdir()
    git(inner, "init", "-q")
    git(inner, "commit", "-q", "--allow-empty", "-m", "x")
    git(trap.repository, "add", "inner")
    git(trap.repository, "commit", "-q", "-m", "two")
    git(inner, "config", "core.fsmonitor", str(trap.program))
    (inner / "a").write_text("")


def bare_inside(trap: Trap) -> None:
    """A folder of plain files that git takes for a repository without working tree."""
    shutil.rmtree(trap.repository / ".git")
    git(trap.repository, "init", "-q", "--bare")
    trap.set("core.bare", "false")
    trap.set("core.worktree", ".")
    trap.set("core.fsmonitor")


def program_in_folder(trap: Trap) -> None:
    for name in ("git", "git.exe"):
        shutil.copy(trap.program, trap.repository / name)


TRAPS: list[Callable[[Trap], None]] = [
    monitor,
    hooks,
    hooks_path,
    clean_filter,
    process_filter,
    differences,
    signatures,
    aliases,
    pager,
    missing_objects,
    submodule,
    bare_inside,
    program_in_folder,
]
COMMANDS = {
    "a plain check, whose baseline names a file that is gone": ("check", "."),
    "--new-since": ("check", "--new-since", "HEAD", "."),
    "baseline": ("baseline", "--prune", "."),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("set", TRAPS)
def test_nothing_is_run(tmp_path: Path, set: Callable[[Trap], None], command: tuple[str, ...]) -> None:
    trap = Trap(tmp_path)
    set(trap)
    path = os.pathsep.join(("", ".", os.environ["PATH"]))
    done = subprocess.run(
        [sys.executable, "-m", "cloudlint", *command],
        cwd=trap.repository,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert not trap.mark.exists(), f"the trap was run; {done.stderr}"
    assert "fault in cloudlint" not in done.stderr


def test_the_traps_are_live(tmp_path: Path) -> None:
    """What git itself does with some of them, or else the test above shows nothing."""
    for number, (set, command) in enumerate(
        ((monitor, ("ls-files", "--others")), (clean_filter, ("diff", "HEAD")), (differences, ("diff", "HEAD")))
    ):
        (tmp_path / str(number)).mkdir()
        trap = Trap(tmp_path / str(number))
        set(trap)
        subprocess.run(["git", *command], cwd=trap.repository, capture_output=True, check=False)
        assert trap.mark.exists(), set.__name__
