"""What `fix --unsafe` makes of real code: how much is fixed, and whether anything is worse afterwards.

    python benchmarks/fix_report.py [--format NAME] [--all-rules] [--no-terraform] [--most N] [--jobs N] [FOLDER ...]

Each FOLDER is a repository of its own (default: the repositories and the cases of ../shared that are in the format,
Terraform's for AWS). Fixed is in memory and in copies. Counted are findings with a fix; files that our parser or one
that is not ours (`benchmarks/independent_readers.py`) can no longer read, and comments that are gone; findings that
came back or are new when the result is judged from nothing; fixes that a second run would still make. Real Terraform
then says of the copies whether `fmt -check` and `validate` fail where they passed before
(`benchmarks/terraform_oracle.py`; validated are at most `--most` directories). Exit code 1 where anything is worse.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.independent_readers import broken, lost_comments  # noqa: E402
from benchmarks.terraform_oracle import Copies, formatting, validity  # noqa: E402
from cloudlint.config import Settings  # noqa: E402
from cloudlint.languages import formats  # noqa: E402
from cloudlint.mending import Bench  # noqa: E402
from cloudlint.model import SAFE, UNSAFE, Finding  # noqa: E402
from cloudlint.outcome import Outcome  # noqa: E402
from cloudlint.running import files_below, run  # noqa: E402
from cloudlint.workspace import Workspace  # noqa: E402

FORMATS = ("terraform", "cloudformation", "kubernetes", "dockerfile", "compose")


class Mended(NamedTuple):
    """What came of one folder. `texts` are path -> text before and after; `worse` says what must not be."""

    folder: Path
    findings: int
    offered: int
    safe: int
    fixed: int
    refused: tuple[str, ...]
    texts: Mapping[str, tuple[str, str]]
    worse: tuple[str, ...]
    seconds: float


def shared_folders(format: str) -> list[Path]:
    """The repositories and the cases of ../shared that are in a format; empty where it is missing."""
    shared = ROOT.parent / "shared"
    if not (shared / "unpack.py").is_file():
        return []
    real, cases = (
        Path(
            subprocess.run([sys.executable, shared / "unpack.py", name], capture_output=True, text=True).stdout.strip()
        )
        for name in ("real", "cases")
    )
    with (shared / "corpus" / "labels.jsonl").open(encoding="utf-8") as lines:
        labels = [json.loads(line) for line in lines]
    chosen = {
        cases / "cases" / label["source"] / label["case"]
        for label in labels
        if label["framework"].startswith(format) and (format != "terraform" or label["provider"] == "aws")
    }
    repositories = [path for path in real.iterdir() if path.is_dir() and files_in(path, format)]
    return sorted(repositories) + sorted(path for path in chosen if path.is_dir())


def files_in(folder: Path, format: str) -> list[str]:
    """The files of a folder that are in a format."""
    workspace = Workspace(str(folder))
    files = files_below(str(folder), Settings(), roots=[str(folder)])
    return [path for path in files if format in formats(workspace, path)]


def mended(folder: Path, format: str, settings: Settings) -> Mended:
    """Fix the files of a folder that are in a format in memory: those of Terraform together, others one by one."""
    files = files_in(folder, format)
    groups = [files] if format == "terraform" else [[path] for path in files]
    done = [mended_files(folder, group, settings) for group in groups if group]
    return Mended(
        folder,
        sum(one.findings for one in done),
        sum(one.offered for one in done),
        sum(one.safe for one in done),
        sum(one.fixed for one in done),
        tuple(reason for one in done for reason in one.refused),
        {path: pair for one in done for path, pair in one.texts.items()},
        tuple(what for one in done for what in one.worse),
        sum(one.seconds for one in done),
    )


def mended_files(folder: Path, files: Sequence[str], settings: Settings) -> Mended:
    """Fix files of a repository, and judge the result afresh."""
    began = time.perf_counter()
    roots = [str(folder)]
    bench = Bench(settings, {}, roots=roots)
    before = bench.judge(files)
    settled, changed = bench.settled(files, lambda finding: _wanted(finding, before))
    if changed:
        after = run(files, settings, overlay=changed, roots=roots)
        again, _ = Bench(settings, changed, roots=roots).settled(files, lambda finding: _wanted(finding, before))
    else:
        after, again = before, settled
    came = Counter(map(_identity, after.findings)) - Counter(map(_identity, before.findings))
    gone = Counter(map(_identity, before.findings)) - Counter(map(_identity, settled.fixed))
    back = {
        item for item in map(_identity, settled.fixed) if Counter(map(_identity, after.findings))[item] > gone[item]
    }
    worse = [f"new: {rule} on {resource} in {path}" for rule, path, resource in came]
    worse += [f"came back: {rule} on {resource} in {path}" for rule, path, resource in sorted(back - set(came))]
    worse += [f"fixed only by a second run: {finding.rule} on {finding.resource}" for finding in again.fixed]
    texts = {path: (before.documents[path].text, text) for path, text in changed.items()}
    worse += [item.message for item in (*before.findings, *after.findings) if item.rule == "internal-error"]
    worse += [f"broken: {path}" for path in broken(texts)]
    worse += [f"lost comment: {comment}" for comment in lost_comments(texts)]
    fixes = [finding.fix for finding in before.findings if finding.fix is not None]
    return Mended(
        folder,
        len(before.findings),
        len(fixes),
        sum(fix.safety is SAFE for fix in fixes),
        len(settled.fixed),
        tuple(f"{item.finding.rule} on {item.finding.resource}: {item.reason}" for item in settled.refused),
        texts,
        tuple(worse),
        time.perf_counter() - began,
    )


def all_mended(folders: Sequence[Path], format: str, settings: Settings, jobs: int) -> Iterator[Mended]:
    """What comes of the folders, in their order, with so many processes at work."""
    if jobs == 1:
        yield from (mended(folder, format, settings) for folder in folders)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(partial(mended, format=format, settings=settings), folders)


def _wanted(finding: Finding, outcome: Outcome) -> bool:
    fix = finding.fix
    return fix is not None and fix.safety >= UNSAFE and all(edit.span.path in outcome.targets for edit in fix.edits)


def _identity(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.span.path, finding.resource


def table(rows: Sequence[tuple[str, Sequence[Mended]]]) -> None:
    """Print a line a group."""
    print(
        f"{'':<46}{'findings':>9}{'with fix':>9}{'safe':>6}{'fixed':>7}{'refused':>8}{'files':>7}{'worse':>6}{'s':>7}"
    )
    for name, group in rows:
        found, offered, safe = (sum(getattr(one, key) for one in group) for key in ("findings", "offered", "safe"))
        fixed, refused = sum(one.fixed for one in group), sum(len(one.refused) for one in group)
        files, worse = sum(len(one.texts) for one in group), sum(len(one.worse) for one in group)
        share = [f"{part / found:.0%}" if found else "-" for part in (offered, safe)]
        seconds = sum(one.seconds for one in group)
        print(
            f"{name:<60}{found:>9}{share[0]:>9}{share[1]:>6}{fixed:>7}{refused:>8}{files:>7}{worse:>6}{seconds:>7.1f}"
        )


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    arguments.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    arguments.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="what to fix (default: terraform)")
    arguments.add_argument("--all-rules", action="store_true", help="the rules that are off by default as well")
    arguments.add_argument("--no-terraform", action="store_true", help="ask no Terraform")
    arguments.add_argument(
        "--most", type=int, default=200, metavar="COUNT", help="directories to validate (default: 200)"
    )
    arguments.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: one a processor)"
    )
    asked = arguments.parse_args()
    folders = [folder.resolve() for folder in asked.folders] or shared_folders(asked.format)
    if not folders:
        print("nothing to fix: ../shared is missing, and no folder is named")
        return 0
    settings = Settings(select=("all",)) if asked.all_rules else Settings()
    done = []
    for number, one in enumerate(all_mended(folders, asked.format, settings, asked.jobs), start=1):
        print(f"\r{number}/{len(folders)} {one.folder.name:<70.70}", end="", file=sys.stderr)
        done.append(one)
    print(f"\r{'':<80}\r", end="", file=sys.stderr)
    cases = [one for one in done if "/cases/" in str(one.folder)]
    table([(one.folder.name, [one]) for one in done if one not in cases and one.findings])
    table([(f"{len(cases)} cases", cases), (f"all {len(done)}", done)])
    complaints = [f"{one.folder.name}: {what}" for one in done for what in one.worse]
    for one in done:
        for reason in one.refused:
            print(f"refused: {one.folder.name}: {reason}")
    if asked.format == "terraform" and not asked.no_terraform:
        with Copies((one.folder, one.texts) for one in done if one.texts) as copies:
            complaints += formatting(copies)
            complaints += validity(copies, asked.most)
    for complaint in complaints:
        print(f"WORSE: {complaint}")
    print(f"{len(complaints)} things are worse than before")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
