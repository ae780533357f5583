"""The tools that are compared: how each is started, what it found, and what a run of it cost."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "build" / "peers"  # virtual environments, one a tool: `make peers` makes them
ENTRY = "import sys; from cloudlint.cli import start; sys.exit(start())"  # what the installed script does


class Run(NamedTuple):
    """One run: seconds by the clock, seconds of the processor, the largest resident size in megabytes.

    `found` is the number of findings, -1 where the output cannot be read; `over` is true where the limit was reached.
    """

    seconds: float
    processor: float
    memory: float
    found: int
    over: bool = False


class Contender(NamedTuple):
    """A tool. Its commands take a path as `{}` and write a report to standard output."""

    name: str
    version: str
    on_file: tuple[str, ...]
    on_folder: tuple[str, ...]
    environment: Mapping[str, str] = {}

    def command(self, path: Path, *more: str) -> list[str]:
        """The command for a file or a folder."""
        template = self.on_folder if path.is_dir() else self.on_file
        return [part.replace("{}", str(path)) for part in (*template, *more)]


def contenders(wanted: Sequence[str], scratch: Path) -> list[Contender]:
    """The tools that are there, of those wanted; `scratch` is a folder for what they keep."""
    found = []
    for name in wanted:
        made = _MAKERS[name](scratch)
        if made is None:
            print(f"{name} is not there; `make peers` sets it up", file=sys.stderr)
        else:
            found.append(made)
    return found


def once(command: Sequence[str], folder: Path, environment: Mapping[str, str], limit: float) -> Run:
    """Run a command in a folder; ends it after `limit` seconds."""
    output = folder / ".cloudlint-benchmark.json"
    with open(output, "wb") as out, open(os.devnull, "wb") as nothing:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=out, stderr=nothing, start_new_session=True
        )
        over = threading.Event()

        def end() -> None:
            over.set()
            _kill(process)

        timer = threading.Timer(limit, end)
        timer.start()
        processor, memory = _waited(process)
        seconds = time.perf_counter() - began
        timer.cancel()
    text = output.read_text(encoding="utf-8", errors="replace")
    output.unlink()
    return Run(seconds, processor, memory, _found(text), over.is_set())


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it has started."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _waited(process: subprocess.Popen[bytes]) -> tuple[float, float]:
    """Waits for the end; seconds of the processor and megabytes, nan where the system does not tell."""
    if not hasattr(os, "wait4"):
        process.wait()
        return float("nan"), float("nan")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _found(text: str) -> int:
    """How many findings a report holds, whosever it is."""
    summary = re.search(r"^(?:([\d,]+) findings?|No findings)\b", text, re.MULTILINE)
    if summary is not None:
        return int((summary[1] or "0").replace(",", ""))
    start = re.search(r"^[\[{]", text, re.MULTILINE)  # behind what pre-commit says
    try:
        report = json.JSONDecoder().raw_decode(text, start.start() if start else 0)[0]
    except ValueError:
        return -1
    if isinstance(report, dict) and ("Results" in report or "SchemaVersion" in report):
        return sum(len(each.get("Misconfigurations") or ()) for each in report.get("Results") or ())
    parts = report if isinstance(report, list) else [report]
    return sum(part.get("summary", part).get("failed", 0) for part in parts)


# ------------------------------------------------------------------------------ the tools


def _cloudlint(scratch: Path) -> Contender | None:
    """As installed: an editable install makes every start slower, and so does Python where it may write no bytecode.

    With the report that a person or a hook gets: for JSON every fix would be tried as well, which the others have not.
    """
    python = PEERS / "cloudlint" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.is_file():
        return None
    bytecode = {"PYTHONPYCACHEPREFIX": str(scratch / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
    environment = {"PYTHONPATH": str(ROOT / "core"), **bytecode}
    check = (str(python), "-c", ENTRY, "check")
    version = _said([*check[:-1], "--version"], environment)
    # A file as a hook gives it, without options; for so little nothing is remembered of earlier runs.
    return Contender("cloudlint", version, (*check, "{}"), (*check, "--no-cache", "{}"), environment)


def _checkov(scratch: Path) -> Contender | None:
    program = PEERS / "checkov" / "bin" / "checkov"
    if not program.is_file():
        return None
    # Our formats only, and nothing fetched; otherwise it would look for secrets and packages, too.
    formats = ("terraform", "cloudformation", "kubernetes", "dockerfile")
    options = ("--quiet", "--compact", "--skip-download", "--soft-fail", "-o", "json", "--framework", *formats)
    return Contender(
        "checkov",
        _said([str(program), "--version"], {}),
        (str(program), *options, "-f", "{}"),
        (str(program), *options, "-d", "{}"),
        {"LOG_LEVEL": "ERROR"},
    )


def _trivy(scratch: Path) -> Contender | None:
    program = PEERS / "trivy" / "bin" / "trivy"
    if not program.is_file():
        return None
    # With the checks that are built in: without network there are no others.
    options = ("--quiet", "--skip-check-update", "--skip-version-check", "--cache-dir", str(scratch / "trivy"))
    command = (str(program), "config", *options, "--format", "json", "{}")
    return Contender("trivy", _said([str(program), "--version"], {}).removeprefix("Version: "), command, command)


_MAKERS = {"cloudlint": _cloudlint, "checkov": _checkov, "trivy": _trivy}
NAMES = tuple(_MAKERS)


def _said(command: Sequence[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    return (done.stdout.strip().splitlines() or ["?"])[0].removeprefix("cloudlint ")
