"""What a check of one file costs, in starts of Python: the price of a commit.

    python benchmarks/startup.py [FILE]

Measured in one run, by turns, in a virtual environment of their own that holds nothing else (an editable install makes
every start of Python slower, which would flatter us): Python doing nothing; a check as the hook asks for it, of a copy
of the file in a repository of its own; the same with a settings file. Prints medians, ratios and the peak memory.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUNS = 20
RATIO, MEGABYTES, SETTINGS = 5.0, 40.0, 1.1  # what is promised

SETTINGS_FILE = """\
fail-on = "high"
ignore = ["aws-rds-storage-unencrypted"]

[[accept]]
rule = "aws-s3-*"
reason = "public on purpose"
"""

ENTRY = "import sys; from cloudlint.cli import start; sys.exit(start())"  # what the installed script does


def main(file: str) -> int:
    """Measure, print, and return 1 where a promise is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=False, symlinks=os.name != "nt")
        python = str(next(Path(folder).glob("[bS]*/python*")))
        environment = {**os.environ, "PYTHONPATH": str(HERE.parent / "core"), "PYTHONPYCACHEPREFIX": folder + "/pyc"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
        nothing = [python, "-c", "pass"]
        plain, set_up = repository(Path(folder, "plain"), file), repository(Path(folder, "set-up"), file)
        Path(set_up, "cloudlint.toml").write_text(SETTINGS_FILE, encoding="utf-8")
        check = [python, "-c", ENTRY, "check", Path(file).name]
        runs = {"nothing": (nothing, plain), "check": (check, plain), "settings": (check, set_up)}
        times: dict[str, list[float]] = {name: [] for name in runs}
        for n in range(RUNS + 2):
            for name, (command, where) in runs.items():
                took = wall_time(command, environment, where)
                if n >= 2:  # the first runs write the bytecode and warm the disk
                    times[name].append(took)
        memory = peak_memory(check, environment, plain)
    base, ours, with_settings = (statistics.median(times[name]) for name in runs)
    lines = Path(file).read_text(encoding="utf-8").count("\n")
    print(f"python -c pass           {base * 1000:7.1f} ms   (median of {RUNS})")
    print(f"cloudlint check          {ours * 1000:7.1f} ms   ({Path(file).name}, {lines} lines)")
    print(f"ratio                    {ours / base:7.2f}      (promised: at most {RATIO:g})")
    print(f"with a settings file     {with_settings / ours:7.2f}      (times as long; promised: at most {SETTINGS:g})")
    print(f"peak memory              {memory:7.1f} MB   (promised: below {MEGABYTES:g})")
    return 0 if ours / base <= RATIO and with_settings / ours <= SETTINGS and memory < MEGABYTES else 1


def repository(folder: Path, file: str) -> Path:
    """A repository that holds nothing but a copy of the file."""
    Path(folder, ".git").mkdir(parents=True)
    shutil.copy(file, folder)
    return folder


def wall_time(command: list[str], environment: dict[str, str], where: Path) -> float:
    """Seconds from start to end; raises CalledProcessError where the command could not do its work."""
    began = time.perf_counter()
    done = subprocess.run(command, cwd=where, env=environment, stdout=subprocess.DEVNULL, check=False)
    took = time.perf_counter() - began
    if done.returncode > 1:  # 1: there are findings
        raise subprocess.CalledProcessError(done.returncode, command)
    return took


def peak_memory(command: list[str], environment: dict[str, str], where: Path) -> float:
    """The largest resident size of a run, in megabytes; nan where the system does not tell."""
    measure = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", measure, *command],
        cwd=where,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return float("nan")
    return int(done.stdout) / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else str(HERE / "one.tf")))
