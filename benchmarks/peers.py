"""cloudlint beside checkov and trivy, on the same files, by turns, in one run.

    python benchmarks/peers.py [--only one,hook,module] [--tools cloudlint,trivy] [--repeats 5] [--limit 600]

Prints a table in Markdown: the median time by the clock and its spread, and what was found, so that nobody takes an
empty run for a fast one. The trees are those of `../shared/real`; without them there is only the single file.
`--processor` shows the seconds of the processor in place of the clock's: a busy machine hardly changes them. pre-commit
starts the hooks by itself, so that their memory is not told. Nothing is fetched.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
from contenders import NAMES, ROOT, Contender, Run, contenders, once

ENOUGH = 30.0  # seconds of one tool at one task after which it is not asked again
SHARED = ROOT.parent / "shared" / "unpack.py"
MODULE = "terraform-aws-modules+terraform-aws-vpc"
KUBERNETES = "prometheus-operator+kube-prometheus"
CLOUDFORMATION = "aws-cloudformation+aws-cloudformation-templates"
CHANGED = f"{MODULE}/main.tf"
HOOKS = """\
repos:
  - repo: local
    hooks:
      - {{id: measured, name: measured, language: system, entry: {entry}, pass_filenames: {named}, files: '{files}'}}
"""


class Task(NamedTuple):
    """What is measured: a title, the folder it is done in, and the command of a contender."""

    title: str
    folder: Path
    command: Callable[[Contender], list[str]]


def tasks(scratch: Path, wanted: Sequence[str]) -> dict[str, Task]:
    """The tasks that can be done here, of those wanted; trees are copied so that each is a repository of its own."""
    found: dict[str, Task] = {}
    if "one" in wanted:
        file = _copied(ROOT / "benchmarks" / "one.tf", scratch / "one") / "one.tf"
        found["one"] = Task("one file of 99 lines", file.parent, lambda tool: tool.command(file))
    real = _real() if set(wanted) - {"one"} else None
    if real is None:
        return found
    for name, inner in {"module": MODULE, "kubernetes": KUBERNETES, "cloudformation": CLOUDFORMATION}.items():
        if name in wanted:
            tree = _copied(real / inner, scratch / name)
            found[name] = Task(_title(name, inner, tree), tree, partial(Contender.command, path=tree))
    if {"hook", "monorepo", "unchanged"} & set(wanted):
        whole = _copied(real, scratch / "monorepo")
        count = sum(1 for path in whole.rglob("*") if path.is_file() and ".git" not in path.parts)
        every = {
            "nothing": Task("pre-commit with a hook that does nothing", whole, lambda tool: _no_hook(whole, tool)),
            "hook": Task("one changed file, through pre-commit", whole, lambda tool: _hook(whole, tool)),
            "monorepo": Task(f"the monorepo, {count:,} files", whole, lambda tool: tool.command(whole)),
            "unchanged": Task("the monorepo again", whole, lambda tool: _cached(tool, whole)),
        }
        found |= {name: task for name, task in every.items() if name in (*wanted, "nothing" * ("hook" in wanted))}
    return found


def measured(tool: Contender, task: Task, repeats: int, limit: float) -> list[Run]:
    """The runs of a tool at a task; a first one, that warms the disk, does not count where there are more."""
    runs: list[Run] = []
    command = task.command(tool)
    if not command:
        return runs
    while len(runs) <= repeats:
        runs.append(once(command, task.folder, tool.environment, limit))
        if runs[-1].over or sum(run.seconds for run in runs) > ENOUGH:
            break
    return runs[1:] if len(runs) > 1 else runs


def shown(runs: Sequence[Run], by_processor: bool) -> str:
    """A cell of the table."""
    if not runs:
        return ""
    if runs[-1].over:
        return f"over {runs[-1].seconds:.0f} s"
    times = sorted(run.processor if by_processor else run.seconds for run in runs)
    spread = f" ({_time(times[0])}-{_time(times[-1])})" if len(times) > 1 else ""
    found = f"{runs[-1].found:,} found" if runs[-1].found >= 0 else "no report"
    return f"{_time(statistics.median(times))} s{spread}, {max(run.memory for run in runs):.0f} MB, {found}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    every = ("one", "hook", "module", "kubernetes", "cloudformation", "monorepo", "unchanged")
    parser.add_argument("--only", default=",".join(every), help=f"of {','.join(every)}")
    parser.add_argument("--tools", default=",".join(NAMES), help=f"of {','.join(NAMES)}")
    parser.add_argument("--repeats", type=int, default=5, help="runs that count; fewer where one takes long")
    parser.add_argument("--limit", type=float, default=120, help="seconds that one run may take")
    parser.add_argument("--processor", action="store_true", help="seconds of the processor, not of the clock")
    asked = parser.parse_args()
    wanted = asked.only.split(",")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name).resolve()
        tools = contenders(asked.tools.split(","), scratch)
        print(f"| | {' | '.join(f'{tool.name} {tool.version}' for tool in tools)} |")
        print(f"|---|{'---|' * len(tools)}")
        for task in tasks(scratch, wanted).values():
            cells = [shown(measured(tool, task, asked.repeats, asked.limit), asked.processor) for tool in tools]
            print(f"| {task.title} | {' | '.join(cells)} |", flush=True)
    what = "processor time" if asked.processor else "time by the clock"
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(
        f"\nMedian {what} (least-most) of up to {asked.repeats} runs, the largest process in MB, findings."
        f" {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}{load}."
    )


def _time(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"


# ------------------------------------------------------------------------------- the trees


def _real() -> Path | None:
    if not SHARED.is_file():
        print("without ../shared/real there is only the single file", file=sys.stderr)
        return None
    done = subprocess.run([sys.executable, SHARED, "real"], capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


def _copied(source: Path, target: Path) -> Path:
    """A copy that is a repository of its own, with all files in its index."""
    if source.is_file():
        target.mkdir()
        shutil.copy(source, target)
    else:
        shutil.copytree(source, target, symlinks=True, ignore=shutil.ignore_patterns(".git"))
    for command in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", "-C", target, *command], check=True, capture_output=True)
    return target


def _title(name: str, inner: str, folder: Path) -> str:
    endings = (".tf",) if name == "module" else (".yaml", ".yml", ".json", ".template")
    count = sum(1 for path in folder.rglob("*") if path.suffix in endings and ".git" not in path.parts)
    what = {"module": "a module repository", "kubernetes": "Kubernetes", "cloudformation": "CloudFormation"}[name]
    return f"{what} (`{inner.partition('+')[2]}`, {count} files)"


def _hook(folder: Path, tool: Contender) -> list[str]:
    """pre-commit with one hook: the file for those that take files, its folder for trivy, which takes modules."""
    by_folder = tool.name == "trivy"
    start = [part for part in tool.on_file if part != "{}"] + ([str((folder / CHANGED).parent)] if by_folder else [])
    entry = " ".join(f"'{part}'" if set(part) & set("; ()") else part for part in start)
    return _pre_commit(folder, tool.name, entry, named=not by_folder)


def _no_hook(folder: Path, tool: Contender) -> list[str]:
    """What pre-commit itself costs, which is the same for all."""
    return _pre_commit(folder, "nothing", "true", named=True) if tool.name == "cloudlint" else []


def _pre_commit(folder: Path, name: str, entry: str, *, named: bool) -> list[str]:
    config = folder.parent / f"hook-{name}.yaml"
    config.write_text(HOOKS.format(entry=f'"{entry}"', named=str(named).lower(), files=r"\.tf$"), encoding="utf-8")
    program = Path(sys.executable).parent / "pre-commit"
    return [str(program), "run", "--verbose", "--config", str(config), "--files", CHANGED] if program.exists() else []


def _cached(tool: Contender, folder: Path) -> list[str]:
    """A run that may use what the one before it has kept; of the tools only ours keeps anything."""
    return [part for part in tool.command(folder) if part != "--no-cache"] if tool.name == "cloudlint" else []


if __name__ == "__main__":
    main()
