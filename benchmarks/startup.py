"""What a check of one file costs, in starts of Python: the price of a commit.

    python benchmarks/startup.py [FILE]

Both are measured in one run, by turns, in a virtual environment of their own that holds nothing else (an editable
install makes every start of Python slower, which would flatter us). Prints the medians, their ratio, the peak memory.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUNS = 20
RATIO, MEGABYTES = 6.0, 40.0  # what is promised

ENTRY = "import sys; from cloudlint.cli import start; sys.exit(start())"  # what the installed script does


def main(file: str) -> int:
    """Measure, print, and return 1 where a promise is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=False, symlinks=os.name != "nt")
        python = str(next(Path(folder).glob("[bS]*/python*")))
        environment = {**os.environ, "PYTHONPATH": str(HERE.parent / "core"), "PYTHONPYCACHEPREFIX": folder + "/pyc"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
        nothing = [python, "-c", "pass"]
        check = [python, "-c", ENTRY, "check", "--no-config", "--exit-zero", file]
        times: dict[str, list[float]] = {"nothing": [], "check": []}
        for n in range(RUNS + 2):
            for name, command in (("nothing", nothing), ("check", check)):
                took = wall_time(command, environment)
                if n >= 2:  # the first runs write the bytecode and warm the disk
                    times[name].append(took)
        memory = peak_memory(check, environment)
    base, ours = statistics.median(times["nothing"]), statistics.median(times["check"])
    lines = Path(file).read_text(encoding="utf-8").count("\n")
    print(f"python -c pass           {base * 1000:7.1f} ms   (median of {RUNS})")
    print(f"cloudlint check          {ours * 1000:7.1f} ms   ({Path(file).name}, {lines} lines)")
    print(f"ratio                    {ours / base:7.1f}      (promised: at most {RATIO:g})")
    print(f"peak memory              {memory:7.1f} MB   (promised: below {MEGABYTES:g})")
    return 0 if ours / base <= RATIO and memory < MEGABYTES else 1


def wall_time(command: list[str], environment: dict[str, str]) -> float:
    """Seconds from start to end; raises CalledProcessError where the command fails."""
    began = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def peak_memory(command: list[str], environment: dict[str, str]) -> float:
    """The largest resident size of a run, in megabytes; nan where the system does not tell."""
    measure = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", measure, *command], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        return float("nan")
    return int(done.stdout) / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else str(HERE / "one.tf")))
