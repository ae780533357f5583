"""How fast HCL is parsed: ours, tree-sitter-hcl and python-hcl2, in one run.

    python benchmarks/parse.py [--rounds N] [FOLDER]

Over all HCL files of FOLDER (default: ../shared/real, else the examples of this repository), read into memory first.
The parsers take turns, so that noise disturbs all alike; printed are the median and the best MB/s, of wall time
and of processor time. python-hcl2 gets a spread of files, about 1 % of the text. tree-sitter is measured to its own
tree, and to that tree walked once from Python, which is what using it takes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "core"))

from cloudlint.languages.terraform.parser import parse  # noqa: E402

SUFFIXES = (".tf", ".tofu", ".tfvars", ".hcl")


def default_folder() -> Path:
    """The unpacked real repositories, or our examples where there are none."""
    script = ROOT.parent / "shared" / "unpack.py"
    if not script.is_file():
        return ROOT / "examples"
    return Path(subprocess.run([sys.executable, script, "real"], capture_output=True, text=True).stdout.strip())


def texts(folder: Path) -> list[str]:
    """The text of all HCL files below the folder that are UTF-8."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            try:
                found.append(path.read_bytes().decode("utf-8"))
            except UnicodeDecodeError:
                continue
    return found


def megabytes(sources: list[str]) -> float:
    """Their size in UTF-8."""
    return sum(len(text.encode()) for text in sources) / 1e6


def tree_sitter(walk: bool) -> Callable[[str], None] | None:
    """A parse by tree-sitter-hcl; None where it is not installed."""
    try:
        import tree_sitter
        import tree_sitter_hcl
    except ImportError:
        return None
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_hcl.language()))

    def run(text: str) -> None:
        tree = parser.parse(text.encode())
        if walk:
            rows = [tree.root_node]
            while rows:
                rows.extend(rows.pop().children)

    return run


def python_hcl2() -> Callable[[str], object] | None:
    """A parse by python-hcl2, whatever it says; None where it is not installed."""
    try:
        import hcl2
    except ImportError:
        return None

    def run(text: str) -> None:
        with suppress(Exception):  # it refuses some valid files, by many kinds of exception
            hcl2.loads(text)

    return run


def main() -> None:
    """The command."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    chosen = arguments.parse_args()
    sources = texts(chosen.folder or default_folder())
    few = sources[::100]
    rows: list[tuple[str, Callable[[str], object] | None, list[str]]] = [
        ("cloudlint", parse, sources),
        ("tree-sitter-hcl, parse only", tree_sitter(walk=False), sources),
        ("tree-sitter-hcl, tree walked", tree_sitter(walk=True), sources),
        ("python-hcl2", python_hcl2(), few),
    ]
    print(f"{len(sources)} files, {megabytes(sources):.1f} MB; python-hcl2: {len(few)} files, {megabytes(few):.2f} MB")
    speeds: dict[str, list[tuple[float, float]]] = {}
    for _ in range(chosen.rounds):
        for name, run, given in rows:
            if run is None:
                continue
            wall, processor = time.perf_counter(), time.process_time()
            for text in given:
                run(text)
            wall, processor = time.perf_counter() - wall, time.process_time() - processor
            speeds.setdefault(name, []).append((megabytes(given) / wall, megabytes(given) / processor))
    print(f"{'MB/s':30}{'median':>10}{'best':>10}{'median, cpu':>14}{'best, cpu':>12}")
    for name, pairs in speeds.items():
        walls, processors = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        print(f"{name:30}{median(walls):10.2f}{max(walls):10.2f}{median(processors):14.2f}{max(processors):12.2f}")


if __name__ == "__main__":
    main()
