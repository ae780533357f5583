"""Parts judged by several processes: the same outcome, and an end to it whatever happens to them."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from cloudlint import pooling
from cloudlint.config import Settings
from cloudlint.effort import ALL_CORES, Effort
from cloudlint.outcome import Outcome
from cloudlint.report import json, sarif, text
from cloudlint.running import run
from tests.conftest import ROOT
from tests.core.test_running import DATABASE, MODULE, repository

POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: p%s}\nspec:\n  containers: [{name: c, image: i}]\n"

# What a process of the pool runs instead of `serve`, where something is to happen to it at the parts below `evil`.
BOOT = """\
import os, sys, time
sys.path[:] = sys.argv[1:]
from cloudlint import pooling
honest = pooling.attempted
def attempted(workspace, part, *rest, **named):
    if "/evil" in part.path:
        {happens}
    return honest(workspace, part, *rest, **named)
pooling.attempted = attempted
pooling.serve()
"""


def tree(root: Path) -> Path:
    """Several root modules with a module in common, other formats, what cannot be read, and ignores."""
    call = 'module "db" {\n  source    = "../modules/db"\n  encrypted = %s\n}\n'
    files = {f"env{n}/main.tf": call % ("true", "false", "var.x")[n % 3] + DATABASE for n in range(12)}
    files |= {f"k8s/{n}.yaml": POD % n for n in range(12)}
    files["modules/db/main.tf"] = MODULE
    files["evil/main.tf"] = DATABASE
    files["ignored/main.tf"] = f"# cloudlint: ignore-file[aws-rds-*] they move\n{DATABASE}"
    files["ignored/value.tf"] = f"# trivy:ignore:avd-aws-0080[storage_encrypted=false]\n{DATABASE}".replace(
        "one", "two"
    )
    files["broken/main.tf"] = 'resource "aws_db_instance" {\n'
    files["alone/x.tfvars"] = "a = \n"
    files["Dockerfile"] = "FROM alpine\n"
    repository(root, files)
    (root / "broken/latin.tf").write_bytes(b'locals {\n  a = "\xe9"\n}\n')
    return root


def reports(outcome: Outcome) -> list[str]:
    """The outcome as people and programs get it."""
    listed = text.render(outcome, str, details=True) + text.ignored(outcome, str)
    return [listed, json.render(outcome, str, "0"), sarif.render(outcome, str, "0")]


def by(jobs: int, progress: Callable[[int, int], None] | None = None) -> Effort:
    """So many processes, however little there is to do."""
    return Effort(jobs, progress, patience=0)


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(select=("aws-*",), ignore=("aws-rds-*",)),
        Settings(workspace="prod", max_file_size=90),
        Settings(environments=(("a", ()), ("b", ()))),
    ],
)
def test_the_outcome_is_the_same_however_many_there_are(tmp_path: Path, settings: Settings) -> None:
    root = tree(tmp_path)
    assert reports(run([str(root)], settings, effort=by(3))) == reports(run([str(root)], settings))


@pytest.mark.parametrize("named", ["modules/db/main.tf", "k8s", "env1"])
def test_the_same_for_what_is_named(tmp_path: Path, named: str) -> None:
    path = str(tree(tmp_path) / named)
    assert reports(run([path], effort=by(2))) == reports(run([path]))


def test_the_examples() -> None:
    path = str(ROOT / "examples")
    assert reports(run([path], effort=by(2))) == reports(run([path]))


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    run([str(tree(tmp_path))], effort=by(2, lambda done, of: told.append((done, of))))
    first = [done for done, of in told if of == max(of for _, of in told)]
    assert first == sorted(first)
    assert first[-1] == max(of for _, of in told)


def test_small_work_starts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pooling, "Popen", None)
    assert run([str(tree(tmp_path))], effort=Effort(ALL_CORES)).findings


@pytest.mark.parametrize(
    ("happens", "what"),
    [
        ("os._exit(3)", "its process ended with code 3"),
        ("os.kill(os.getpid(), 9)", "its process was killed by signal 9"),
        ("sys.stdout.buffer.write(b'0' * 5); os._exit(0)", "its process ended with code 0"),
        ("raise MemoryError", "its process ended with code 1"),
    ],
)
def test_a_process_that_dies_costs_one_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, happens: str, what: str
) -> None:
    if "kill" in happens and os.name == "nt":
        pytest.skip("signals of POSIX")
    monkeypatch.setattr(pooling, "_BOOT", BOOT.format(happens=happens))
    root = tree(tmp_path)
    outcome = run([str(root)], effort=by(2))
    (crash,) = (finding for finding in outcome.findings if finding.rule == "internal-error")
    assert crash.message == f"`evil/main.tf` was not analysed because cloudlint failed on it ({what})"
    alone = run([str(root)])
    lost = {finding for finding in alone.findings if "/evil/" in finding.span.path}
    assert lost
    assert set(outcome.findings) == {crash, *alone.findings} - lost


@pytest.mark.parametrize("boot", ["raise SystemExit(1)", "import os; os.close(1)"])
def test_where_no_process_can_be_started_all_is_done_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, boot: str
) -> None:
    monkeypatch.setattr(pooling, "_BOOT", boot)
    root = tree(tmp_path)
    assert reports(run([str(root)], effort=by(2))) == reports(run([str(root)]))


def test_what_was_unknown_to_the_program_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree(tmp_path)
    for name in ("json", "typing", "cloudlint", "sitecustomize", "subprocess"):
        (root / f"{name}.py").write_text(f"open({str(tmp_path / 'run')!r}, 'w')\n")
    monkeypatch.chdir(root)
    run(["."], effort=by(2))
    assert not (tmp_path / "run").exists()


# ------------------------------------------------------------------------- interrupted

PROGRAM = """\
import sys
from cloudlint import pooling
from cloudlint.effort import Effort
from cloudlint.running import run
pooling._BOOT = {boot!r}
try:
    run([{root!r}], effort=Effort(2, patience=0))
except KeyboardInterrupt:
    sys.exit(130)
"""


def started(tmp_path: Path) -> tuple[Popen[bytes], list[int]]:
    """A run whose processes take for ever over a part, and these processes."""
    pids = tmp_path / "pids"
    pids.mkdir()
    happens = f"open({str(pids)!r} + '/' + str(os.getpid()), 'w').close(); time.sleep(600)"
    (tmp_path / "root").mkdir()
    root = repository(tmp_path / "root", {f"evil{n}/main.tf": DATABASE for n in range(4)})
    program = PROGRAM.format(boot=BOOT.format(happens=happens), root=str(root))
    process = Popen([sys.executable, "-c", program], stderr=PIPE, start_new_session=True)
    wait_for(lambda: len(list(pids.iterdir())) == 2)
    return process, [int(file.name) for file in pids.iterdir()]


def wait_for(holds: Callable[[], bool]) -> None:
    """Wait until something holds; fails where it never does."""
    for _ in range(600):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("waited in vain")


def is_there(pid: int) -> bool:
    """Does a process run, and is no mere entry that waits for its parent?"""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="processes are looked up in /proc")
@pytest.mark.parametrize("whole_group", [True, False])
def test_an_interrupt_ends_all(tmp_path: Path, whole_group: bool) -> None:
    process, workers = started(tmp_path)
    if whole_group:
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130
    assert process.stderr is not None
    assert process.stderr.read() == b""
    wait_for(lambda: not any(map(is_there, workers)))
