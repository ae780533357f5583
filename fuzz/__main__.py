"""Fuzzing: `python -m fuzz hcl yaml --seconds 600 [--corpus FOLDER]`; without a name, every target in turn.

Guided by coverage where `atheris` is installed (`pip install atheris`), else texts are changed at random; `--shapes`
changes what a text says and leaves it readable. What breaks a promise is written to build/fuzz/, one file for each
place in the code where it shows.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

OUTPUT = Path(__file__).resolve().parent.parent / "build" / "fuzz"
SLOW = 5.0  # seconds: a text that takes longer is told as well
ONE_LINE = "{name}: {tried} texts in {seconds:.0f} s, {crashes} crashes, {slow} slow"


class Record:
    """Runs a target, counts, and keeps what breaks it."""

    def __init__(self, name: str, target: Callable[[str], None]) -> None:
        self.name = name
        self.target = target
        self.tried = 0
        self.crashes: set[str] = set()
        self.slow = 0
        self.began = time.monotonic()

    def __call__(self, text: str) -> None:
        """Try one text."""
        began = time.monotonic()
        self.tried += 1
        try:
            self.target(text)
        except Exception as error:
            self._crashed(text, error)
        if time.monotonic() - began > SLOW:
            self.slow += 1
            self._keep("slow", text, f"{time.monotonic() - began:.1f} seconds")

    def summary(self) -> str:
        """What was done, in a line."""
        seconds = time.monotonic() - self.began
        return ONE_LINE.format(
            name=self.name, tried=self.tried, seconds=seconds, crashes=len(self.crashes), slow=self.slow
        )

    def _crashed(self, text: str, error: Exception) -> None:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        words = "".join(char for char in str(error)[:60] if not char.isdigit())
        where = f"{type(error).__name__} {Path(frame.filename).name}:{frame.lineno} {words}"
        if where not in self.crashes:
            self.crashes.add(where)
            self._keep("crash", text, "".join(traceback.format_exception(error)))

    def _keep(self, kind: str, text: str, told: str) -> None:
        folder = OUTPUT / self.name
        folder.mkdir(parents=True, exist_ok=True)
        data = text.encode("utf-8", "surrogatepass")
        stem = f"{kind}-{hashlib.sha256(data).hexdigest()[:12]}"
        (folder / stem).write_bytes(data)
        (folder / f"{stem}.txt").write_text(told, encoding="utf-8", errors="replace")
        print(f"{self.name}: {kind} in {folder / stem}\n  {told.strip().splitlines()[-1][:300]}", flush=True)


def at_random(record: Record, texts: Sequence[str], seconds: float, seed: int, syntax: str = "") -> None:
    """Change texts at random, for a time; with a syntax, parts of their trees."""
    from fuzz.seeds import mutated
    from fuzz.shapes import reshaped

    chance = random.Random(seed)
    change = partial(reshaped, syntax) if syntax else mutated
    while time.monotonic() - record.began < seconds:
        record(change(chance.choice(texts), texts, chance))


def guided(name: str, texts: Sequence[str], seconds: float, seed: int) -> None:
    """Let atheris choose what to change by what it reaches; does not return."""
    import atheris

    with atheris.instrument_imports(include=["cloudlint"]), tempfile.TemporaryDirectory() as corpus:
        from fuzz.targets import TARGETS

        record = Record(name, TARGETS[name])
        for number, text in enumerate(texts):
            Path(corpus, str(number)).write_text(text, encoding="utf-8", errors="replace", newline="")

        def one(data: bytes) -> None:
            record(data.decode("utf-8", "replace"))
            if time.monotonic() - record.began > seconds:
                print(record.summary(), flush=True)
                os._exit(bool(record.crashes))  # libFuzzer takes any other end for a crash

        arguments = [f"-seed={seed}", "-max_len=6000", "-timeout=120", "-rss_limit_mb=3000", "-verbosity=0", corpus]
        atheris.Setup([sys.argv[0], *arguments], one)
        atheris.Fuzz()


def main() -> int:
    """Fuzz the targets that were named; 1 where a promise was broken."""
    made = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__.split("\n\n")[1])
    made.add_argument("targets", nargs="*", metavar="TARGET")
    made.add_argument("--seconds", type=float, default=60, help="for each target (default: 60)")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--corpus", type=Path, action="append", default=[], help="a folder of further files")
    made.add_argument("--shapes", action="store_true", help="change what texts say, not how they are written")
    made.add_argument("--guided", action="store_true", help=argparse.SUPPRESS)
    asked = made.parse_args()
    from fuzz.seeds import KIND_OF, seeds

    if asked.guided:
        (name,) = asked.targets
        guided(name, seeds(name, asked.corpus), asked.seconds, asked.seed)
        return 0
    from importlib.util import find_spec

    from fuzz.shapes import ODD
    from fuzz.targets import TARGETS

    broken = False
    for name in asked.targets or TARGETS:
        if name not in TARGETS:
            made.error(f"`{name}` is no target; there are {', '.join(TARGETS)}")
        syntax = KIND_OF.get(name, "") if asked.shapes else ""
        if asked.shapes and syntax not in ODD:
            if asked.targets:
                made.error(f"the texts of `{name}` have no shapes")
            continue
        if not syntax and find_spec("atheris") is not None:
            command = [sys.executable, "-m", "fuzz", "--guided", name, "--seconds", str(asked.seconds)]
            command += ["--seed", str(asked.seed), *(part for it in asked.corpus for part in ("--corpus", str(it)))]
            broken |= subprocess.run(command, check=False).returncode != 0
            continue
        record = Record(name, TARGETS[name])
        at_random(record, seeds(name, asked.corpus), asked.seconds, asked.seed, syntax)
        print(record.summary(), flush=True)
        broken |= bool(record.crashes)
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
