"""How much of real Terraform can be known: attribute values by state, and the commonest reasons for unknown ones.

    python benchmarks/evaluate_report.py [FOLDER]

FOLDER holds one folder a repository (default: `../shared/real`, unpacked). Every attribute of every resource of every
root module is evaluated. Prints a row a repository, the slowest root module, and the reasons for unknown values.
"""

from __future__ import annotations

import collections
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from cloudlint.discovery import discover
from cloudlint.document import Document
from cloudlint.languages import analyse, language_of
from cloudlint.resource import ABSENT, KNOWN, UNKNOWN, Resource, Value
from cloudlint.workspace import Workspace

HERE = Path(__file__).resolve().parent


def leaves(value: Value) -> Iterator[Value]:
    """The scalar values inside a value. A whole resource that is referred to (`depends_on`) counts as one."""
    data = value.data
    if value.open and value.refers:
        yield Value(UNKNOWN, None, value.span, refers=value.refers)
    elif isinstance(data, (tuple, Mapping)):
        for item in data if isinstance(data, tuple) else data.values():
            yield from leaves(item)
    else:
        yield value


def reason(value: Value, documents: dict[str, Document]) -> str:
    """Why a value is unknown, in words that can be counted."""
    if value.refers:
        return "known only to the provider"
    if value.trail:
        what = value.trail[-1].what
        if "no default" in what:
            return "variable without default"
        return re.sub(r'".*?"|\S+\.\S+', "...", what)
    span = value.span
    document = documents.get(span.path) if span else None
    if span is None or document is None:
        return "not written in a file"
    text = document.text[span.start : span.end]
    word = re.match(r"[a-z_]+(?:\.[a-z_]+)?\(?", text)
    return word[0] if word else re.sub(r"\s+", " ", text[:20])


def judged(resource: Resource) -> bool:
    """A resource or data source: what a rule would look at."""
    return "_" in resource.kind


def report(repository: Path) -> tuple[list[str], collections.Counter[str], float]:
    """A table row, the reasons for unknown values, the seconds of the slowest folder."""
    workspace = Workspace(str(repository))
    files = list(discover(workspace, [str(repository)], lambda name: language_of(name) == "terraform"))
    reasons: collections.Counter[str] = collections.Counter()
    states = {KNOWN: 0, ABSENT: 0, UNKNOWN: 0}
    started = time.perf_counter()
    analysis = analyse(workspace, files, files)
    modules = []
    for graph in analysis.graphs:
        begun = time.perf_counter()
        for resource in filter(judged, graph.resources):
            for value in leaves(Value(KNOWN, resource.data)):
                states[value.state] += 1
                if value.state is UNKNOWN:
                    reasons[reason(value, dict(analysis.documents))] += 1
        modules.append(time.perf_counter() - begun)
    seconds = time.perf_counter() - started
    total = sum(states.values()) or 1
    share = [f"{100 * states[state] / total:.0f}%" for state in (KNOWN, ABSENT, UNKNOWN)]
    row = [repository.name, str(len(files)), str(len(analysis.graphs)), str(total), *share, f"{seconds:.1f}"]
    return row, reasons, max(modules, default=0.0)


def main() -> None:
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
    else:
        unpack = HERE.parent.parent / "shared" / "unpack.py"
        done = subprocess.run([sys.executable, unpack, "real"], capture_output=True, text=True, check=True)
        folder = Path(done.stdout.strip())
    rows, every, slowest = [], collections.Counter[str](), (0.0, "")
    for repository in sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")):
        row, reasons, longest = report(repository)
        if row[1] != "0":
            rows.append(row)
            every += reasons
            slowest = max(slowest, (longest, repository.name))
    head = ["repository", "files", "roots", "values", "known", "absent", "unknown", "seconds"]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        cells = [cell.rjust(width) for cell, width in zip(row, widths)]
        print("  ".join([row[0].ljust(widths[0]), *cells[1:]]))
    print(f"\nslowest root module: {slowest[0]:.2f} s to force every value ({slowest[1]})")
    print("\nwhy values are unknown:")
    for why, count in every.most_common(25):
        print(f"{count:8}  {why}")


if __name__ == "__main__":
    main()
