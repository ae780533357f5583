"""`cloudlint fix`: apply fixes, each of them tried in memory first."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Mapping

from ..catalog import Catalog
from ..config import Settings
from ..document import Document
from ..fixing import Settled
from ..mending import Bench
from ..model import SAFE, UNSAFE, Finding, Safety
from ..outcome import Outcome
from ..report.fixed import Done, render, summary
from .arguments import add_context, add_rules, argument_parser
from .asked import Asked
from .options import STDIN, settings_of, shown, told, warn_unread
from .terminal import CLEAN, FOUND, UsageError, complain, say, wants_colour

EPILOGUE = """\
exit codes:
  0  all that was asked for is fixed, or nothing was to be fixed; findings without a fix may be left
  1  with --diff or --check: there is something to fix
  2  the work could not be done; no file was changed

Each fix is tried first: its finding must go, no finding of any rule may come, and the file must stay valid, also
for python-hcl2. Only files that were named, or that lie below a named folder, are changed: all of them, or none
where one has changed meanwhile. Findings that are ignored, accepted or in the baseline are left alone; with
`--no-baseline` those in the baseline are fixed, too.
"""


def parser() -> ArgumentParser:
    """The arguments of `cloudlint fix`."""
    made = argument_parser("fix", "Apply fixes to files and folders.", EPILOGUE)
    add = made.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders (default: .)")
    add("--unsafe", action="store_true", help="also fixes that may change what runs; `cloudlint explain` says how")
    add("--diff", action="store_true", help="write nothing, print a patch for `git apply`")
    add("--check", action="store_true", help="write nothing, list what would be fixed")
    add_rules(made, "least severity to fix")
    add_context(made)
    known = made.add_argument_group("what is known")
    known.add_argument("--baseline", metavar="FILE", help="fix only what is not in this baseline")
    known.add_argument("--no-baseline", action="store_true", help="use no baseline")
    return made


def command(arguments: list[str]) -> int:
    """Run `cloudlint fix` and return the exit code; raises UsageError."""
    asked = parser().parse_args(arguments, Asked())
    if STDIN in asked.paths:
        raise UsageError("`-`: files are fixed in place; `--diff` shows what would change")
    catalog = Catalog()
    with told():
        settings = settings_of(asked, catalog)
        bench = Bench(settings, {}, catalog=catalog)
        before = bench.judge(asked.paths or [os.curdir])
        warn_unread(before.unread)
        own = _Own(_only_new(before, asked, settings), UNSAFE if asked.unsafe else SAFE)
        settled, changed = bench.settled(before.targets, own.wants)
        after = _only_new(bench.judge(before.targets, changed), asked, settings)
    done = Done(settled.fixed, tuple((finding, own.why_left(finding, settled)) for finding in after.findings), changed)
    if asked.diff:
        complain(summary(done, written=False).rstrip())
        return say(_patch(before.documents, changed), FOUND if changed else CLEAN, "utf-8")
    if not asked.check:
        _write(before.documents, changed)
    report = render(done, after.documents, shown, colour=wants_colour(), written=not asked.check)
    return say(report, FOUND if asked.check and changed else CLEAN)


def _only_new(outcome: Outcome, asked: Asked, settings: Settings) -> Outcome:
    """Without what the baseline knows."""
    from .baseline import without_known

    found = without_known(outcome, asked, settings)
    return outcome if found is None else found.outcome


class _Own:
    """What may be fixed: findings with a fix that is safe enough and stays within the named files.

    What the baseline knows is debt that somebody decided to carry: whoever names a file for something else is not to
    find it paid on the way.
    """

    def __init__(self, outcome: Outcome, least: Safety) -> None:
        self._least = least
        self._targets = frozenset(outcome.targets)
        self._links: dict[str, bool] = {}
        known = {_content(item.finding) for item in outcome.suppressed if item.means == "baseline"}
        self._known = known.difference(map(_content, outcome.findings))

    def wants(self, finding: Finding) -> bool:
        """Is the finding to be fixed?"""
        fix = finding.fix
        return (
            fix is not None
            and fix.safety >= self._least
            and all(self._may_write(edit.span.path) for edit in fix.edits)
            and _content(finding) not in self._known
        )

    def why_left(self, finding: Finding, settled: Settled) -> str:
        """Why a finding that has a fix was left, in words that end its line; empty where it has none."""
        fix = finding.fix
        if fix is None:
            return ""
        if fix.safety < self._least:
            return f"by hand: {fix.title}" if fix.safety < UNSAFE else f"--unsafe: {fix.title}"
        elsewhere = sorted({shown(edit.span.path) for edit in fix.edits if not self._may_write(edit.span.path)})
        if elsewhere:
            return f"its fix is in {', '.join(elsewhere)}, which was not named"
        for refusal in settled.refused:
            if (refusal.finding.rule, refusal.finding.resource) == (finding.rule, finding.resource):
                return f"its fix was not made: {refusal.reason}"
        return ""

    def _may_write(self, path: str) -> bool:
        """Was the file named? A link to a file that was named is left to that file."""
        if path not in self._links:
            self._links[path] = path in self._targets and not (
                os.path.islink(path) and os.path.realpath(path).replace(os.sep, "/") in self._targets
            )
        return self._links[path]


def _content(finding: Finding) -> tuple[str, str, str, str]:
    """What a finding says, wherever it stands by now."""
    return finding.rule, finding.span.path, finding.resource, finding.message


def _write(documents: Mapping[str, Document], changed: Mapping[str, str]) -> None:
    if not changed:
        return
    from ..writing import Writing, original, write_all

    try:
        write_all([Writing(path, text, original(path, documents[path].text)) for path, text in sorted(changed.items())])
    except OSError as error:
        what = f"{shown(error.filename)}: {(error.strerror or '').lower()}" if error.filename else str(error)
        raise UsageError(f"{what}; no file was changed") from error


def _patch(documents: Mapping[str, Document], changed: Mapping[str, str]) -> str:
    """The changes for `git apply`, in the working directory; without files that no patch can change, which is said."""
    if not changed:
        return ""
    from ..patch import diff
    from ..writing import BOM, UTF_16, original

    parts = []
    for path, text in sorted(changed.items()):
        content = original(path, documents[path].text)
        if content.startswith(UTF_16):  # bytes that are no text to git
            complain(f"{shown(path)}: left out of the patch, because it is UTF-16; without --diff it is fixed")
            continue
        mark = "\ufeff" if content.startswith(BOM) else ""
        parts.append(diff(shown(path), mark + documents[path].text, mark + text))
    return "".join(parts)
