"""How much of real Terraform can be known: attribute values by state, and the commonest reasons for unknown ones.

    python benchmarks/evaluate_report.py [FOLDER]

FOLDER holds one folder a repository (default: `../shared/real`, unpacked). Every attribute of every resource of every
root module is evaluated. Prints a row a repository, the slowest root module, and the reasons for unknown values.
Seconds are those of the processor.
"""

from __future__ import annotations

import collections
import gc
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from cloudlint.discovery import discover
from cloudlint.document import Document
from cloudlint.languages import analysed, language_of, parts
from cloudlint.resource import ABSENT, KNOWN, UNKNOWN, Graph, Value
from cloudlint.unknowns import way
from cloudlint.workspace import Workspace

HERE = Path(__file__).resolve().parent


def leaves(value: Value) -> Iterator[Value]:
    """The scalar values inside a value. A whole resource that is referred to (`depends_on`) counts as one."""
    pending = [value]
    while pending:
        item = pending.pop()
        data = item.data
        if item.open and item.refers:
            yield Value(UNKNOWN, None, item.span, refers=item.refers)
        elif isinstance(data, tuple):
            pending.extend(data)
        elif type(data) is dict or isinstance(data, Mapping):
            pending.extend(data.values())
        else:
            yield item


def reason(value: Value, documents: Mapping[str, Document]) -> str:
    """Why a value is unknown, in words that can be counted: by what decides it, or else by what is written there."""
    if value.refers:
        return f"known only to the provider: {value.refers[0].kind}"
    steps = way((value,))
    if steps and "which has no default" in steps[-1].what:
        return "variable without default"
    span = steps[-1].span if steps else value.span
    document = documents.get(span.path) if span else None
    if span is None or document is None:
        return "not written in a file"
    return shape(document.text[span.start : span.end])


def shape(text: str) -> str:
    """What an expression begins with: the function it calls, the names it reads, the sort of literal it is."""
    names = r"data\.\w+|each\.\w+|count\.index|path\.cwd|terraform\.\w+"
    found = re.match(rf"({names}|[a-z_]\w*\(|[a-z_]\w*(?=[.\[]))", text)
    if found:
        return f"reads {found[1]}" if not found[1].endswith("(") else f"calls {found[1][:-1]}()"
    what = {"[": "a list", "{": "an object", '"': "a template", "<": "a heredoc", "(": "parentheses"}
    return what.get(text[:1], " ".join(text.split())[:30])


def forced(graph: Graph) -> Iterator[Value]:
    """The scalar values of the resources and data sources: of all that a rule would look at."""
    for resource in graph.resources:
        if "_" in resource.kind and isinstance(resource.data, Mapping):
            yield from (leaf for name in resource.data if name != "provider" for leaf in leaves(resource.data[name]))


def report(repository: Path) -> tuple[list[str], collections.Counter[str], float]:
    """A table row, the reasons for unknown values, the seconds that the slowest root module takes.

    That is what a run pays before any rule asks; what no rule asks for stays unevaluated there, and is forced here.
    """
    workspace = Workspace(str(repository))
    files = list(discover(workspace, [str(repository)], lambda name: language_of(name) == "terraform"))
    reasons: collections.Counter[str] = collections.Counter()
    states = {KNOWN: 0, ABSENT: 0, UNKNOWN: 0}
    seconds = []
    for part in parts(workspace, files, files):
        begun = time.process_time()
        analysis = analysed(workspace, part)
        seconds.append(time.process_time() - begun)
        for value in (value for graph in analysis.graphs for value in forced(graph)):
            states[value.state] += 1
            if value.state is UNKNOWN:
                reasons[reason(value, analysis.documents)] += 1
        for graph in analysis.graphs:
            graph.release()
    total = sum(states.values()) or 1
    share = [f"{100 * states[state] / total:.0f}%" for state in (KNOWN, ABSENT, UNKNOWN)]
    row = [repository.name, str(len(files)), str(len(seconds)), str(total), *share, f"{sum(seconds):.1f}"]
    return row, reasons, max(seconds, default=0.0)


def main() -> None:
    gc.set_threshold(100_000, 20, 20)  # as the command line does
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
    print(f"\nslowest root module: {slowest[0]:.2f} s to evaluate what makes its resources ({slowest[1]})")
    print("\nwhy values are unknown:")
    for why, count in every.most_common(25):
        print(f"{count:8}  {why}")


if __name__ == "__main__":
    main()
