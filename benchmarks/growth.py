"""How cost grows: the same work 1, 2, 4 and 8 times as large, along one measure at a time.

    python benchmarks/growth.py [--only files,resources,...] [--repeats 3]

Prints a table in Markdown: processor seconds of a run for each size, and the exponent that fits them best (1 is linear,
2 quadratic). What every run costs, whatever its size, is measured on an empty folder and taken off first.
"""

from __future__ import annotations

import argparse
import gc
import math
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from cloudlint.catalog import Catalog
from cloudlint.config import Settings
from cloudlint.running import run

TIMES = (1, 2, 4, 8)
LINEAR = 1.15  # exponents up to this are linear but for noise

BUCKET = """\
resource "aws_s3_bucket" "bucket{n}" {{
  bucket = "${{var.name}}-{n}"
  acl    = "public-read"
}}

resource "aws_security_group" "group{n}" {{
  name = "group-{n}"
  ingress {{
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }}
}}

"""
POD = """\
apiVersion: v1
kind: Pod
metadata:
  name: pod{n}
spec:
  containers:
    - name: one
      image: nginx
---
"""
VARIABLE = 'variable "name" {\n  default = "shop"\n}\n\n'


class Measure(NamedTuple):
    """One way to be larger: writes a project `times` as large; `rules` is the share of the rules that are run."""

    title: str
    write: Callable[[Path, int], None]
    rules: Callable[[int], float] = lambda times: 1.0


def blocks(first: int, count: int) -> str:
    """Two resources each."""
    return "".join(BUCKET.format(n=number) for number in range(first, first + count))


def _files(folder: Path, times: int) -> None:
    (folder / "variables.tf").write_text(VARIABLE)
    for number in range(25 * times):
        (folder / f"file{number}.tf").write_text(blocks(10 * number, 4))


def _folders(folder: Path, times: int) -> None:
    for number in range(25 * times):
        (folder / f"root{number}").mkdir()
        (folder / f"root{number}" / "main.tf").write_text(VARIABLE + blocks(0, 4))


def _resources(folder: Path, times: int) -> None:
    (folder / "main.tf").write_text(VARIABLE + blocks(0, 100 * times))


def _same(folder: Path, times: int) -> None:
    _resources(folder, 8)


def _brackets(folder: Path, times: int) -> None:
    nested = "[" * (7 * times) + '"x"' + "]" * (7 * times)
    text = "".join(f'resource "aws_s3_bucket" "b{n}" {{\n  tags = {nested}\n}}\n' for n in range(200))
    (folder / "main.tf").write_text(text)


def _nested_blocks(folder: Path, times: int) -> None:
    body = "inner {\n" * (7 * times) + "x = 1\n" + "}\n" * (7 * times)
    text = "".join(f'resource "aws_s3_bucket" "b{n}" {{\n{body}}}\n' for n in range(200))
    (folder / "main.tf").write_text(text)


def _modules(folder: Path, times: int) -> None:
    """A chain of calls, each module with the same resources."""
    depth = 6 * times
    for level in range(depth):
        inner = folder / "/".join(["m"] * level)
        inner.mkdir(exist_ok=True)
        call = 'module "m" {\n  source = "./m"\n  name = var.name\n}\n' if level < depth - 1 else ""
        (inner / "main.tf").write_text(VARIABLE + blocks(0, 4) + call)


def _calls(folder: Path, times: int) -> None:
    """One module that is called more and more often."""
    (folder / "m").mkdir()
    (folder / "m" / "main.tf").write_text(VARIABLE + blocks(0, 4))
    calls = "".join(f'module "m{n}" {{\n  source = "./m"\n  name = "n{n}"\n}}\n' for n in range(25 * times))
    (folder / "main.tf").write_text(calls)


def _for_each(folder: Path, times: int) -> None:
    """Up to 200 instances: of more than these none is looked at."""
    keys = ", ".join(f'"key{number}"' for number in range(25 * times))
    text = blocks(0, 10).replace("{\n", f"{{\n  for_each = toset([{keys}])\n")
    (folder / "main.tf").write_text(VARIABLE + text.replace("ingress {\n  for_each", "ingress {\n  # "))


def _references(folder: Path, times: int) -> None:
    """A chain of locals, each made of the one before."""
    links = "".join(f'  a{n} = "${{local.a{n - 1}}}"\n' for n in range(1, 50 * times))
    text = f'locals {{\n  a0 = "x"\n{links}}}\n'
    (folder / "main.tf").write_text(text + f'resource "aws_s3_bucket" "b" {{\n  bucket = local.a{50 * times - 1}\n}}\n')


def _manifests(folder: Path, times: int) -> None:
    for number in range(10):
        (folder / f"{number}.yaml").write_text("".join(POD.format(n=n) for n in range(10 * times)))


MEASURES = {
    "files": Measure("files of one module (25 to 200)", _files),
    "folders": Measure("root modules (25 to 200)", _folders),
    "resources": Measure("resources in one file (200 to 1,600)", _resources),
    "rules": Measure("rules (an eighth to all)", _same, lambda times: times / TIMES[-1]),
    "brackets": Measure("brackets inside each other (7 to 56)", _brackets),
    "blocks": Measure("blocks inside each other (7 to 56)", _nested_blocks),
    "modules": Measure("modules inside each other (6 to 48)", _modules),
    "calls": Measure("calls of one module (25 to 200)", _calls),
    "for_each": Measure("instances of a block (25 to 200, the most)", _for_each),
    "references": Measure("locals, each made of another (50 to 400)", _references),
    "manifests": Measure("Kubernetes objects (100 to 800)", _manifests),
}


def processor_seconds(folder: Path, rules: float, repeats: int) -> float:
    """The least of several runs: whatever disturbs makes a run longer, never shorter."""
    catalog = Catalog()
    some = catalog.defaults[:: max(round(1 / rules), 1)]
    settings = Settings(select=some)
    run([str(folder)], settings, catalog=catalog)  # imports the rules
    best = math.inf
    for _ in range(repeats):
        gc.collect()
        began = time.process_time()
        run([str(folder)], settings, catalog=catalog)
        best = min(best, time.process_time() - began)
    return best


def exponent(seconds: Sequence[float]) -> float:
    """The slope of the line through the logarithms, by least squares."""
    points = [(math.log(times), math.log(max(spent, 1e-5))) for times, spent in zip(TIMES, seconds, strict=True)]
    middle_x, middle_y = (sum(each) / len(points) for each in zip(*points, strict=True))
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / sum((x - middle_x) ** 2 for x, _ in points)


def measured(measure: Measure, repeats: int) -> list[float]:
    """Seconds for each size, above those of an empty repository."""
    found = []
    for times in TIMES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name).resolve()
            (folder / ".git").mkdir()
            nothing = processor_seconds(folder, measure.rules(times), repeats)
            measure.write(folder, times)
            found.append(processor_seconds(folder, measure.rules(times), repeats) - nothing)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default=",".join(MEASURES), help=f"of {','.join(MEASURES)}")
    parser.add_argument("--repeats", type=int, default=3, help="runs for each size, of which the shortest counts")
    asked = parser.parse_args()
    print(f"| | {' | '.join(f'{times}x' for times in TIMES)} | exponent |")
    print(f"|---|{'--:|' * len(TIMES)}--:|")
    steep = []
    for name in asked.only.split(","):
        seconds = measured(MEASURES[name], asked.repeats)
        slope = exponent(seconds)
        cells = " | ".join(f"{1000 * spent:.0f} ms" for spent in seconds)
        print(f"| {MEASURES[name].title} | {cells} | {slope:.2f} |", flush=True)
        if slope > LINEAR:
            steep.append(name)
    print(f"\nMore than linear: {', '.join(steep) or 'none'}.")


if __name__ == "__main__":
    main()
