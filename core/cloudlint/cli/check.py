"""`cloudlint check`: judge files and folders."""

from __future__ import annotations

import os
import sys

from ..catalog import Catalog
from ..config import Settings
from ..effort import Effort
from ..languages import language_of, name_for
from ..memory import Memory
from ..model import Severity
from ..outcome import Outcome
from ..running import run
from ..typed import TYPE_CHECKING
from ..workspace import absolute, decode
from .asked import Asked
from .options import SEVERITIES, STDIN, STDIN_PATH, settings_of, told, warn_unread
from .reports import WITH_EDITS, chosen, restricted, standard_of, write
from .terminal import CLEAN, FOUND, UsageError, progress

if TYPE_CHECKING:
    from argparse import ArgumentParser

BASELINE = ".cloudlint-baseline"  # as in `..baseline`, which is loaded only where there is one

MOST_KEPT = 500  # files whose values may be there at once

EPILOGUE = """\
exit codes:
  0  no findings   1  findings   2  the work could not be done

A file is judged in the context of its module and of the modules that call it. Reported is what stands in the
given files or is caused by them. Rules are named by id, by glob (`aws-s3-*`) or by another tool's id
(`CKV_AWS_20`); `all` is every rule, also those that are off by default.
"""


def parser() -> ArgumentParser:
    """The arguments of `cloudlint check`."""
    from .arguments import add_context, add_effort, add_reports, add_rules, argument_parser

    made = argument_parser("check", "Find misconfigurations in files and folders.", EPILOGUE)
    add = made.add_argument
    add("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input (default: .)")
    add_rules(made, "least severity to report")
    failing = made.add_argument_group("when to fail")
    failing.add_argument("--fail-on", type=str.lower, choices=SEVERITIES, help="least severity that gives exit code 1")
    failing.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    add_context(made, stdin=True)
    add_reports(made)
    known = made.add_argument_group("what is known")
    known.add_argument("--baseline", metavar="FILE", help="report only what is not in this baseline")
    known.add_argument("--no-baseline", action="store_true", help="use no baseline")
    known.add_argument("--new-since", metavar="REV", help="report only what was not there at this revision of git")
    add_effort(made)
    add("--show-unknown", action="store_true", help="list the checks that an unknown value left undecided")
    return made


def read(arguments: list[str]) -> Asked:
    """What was asked for. A hook names files and nothing else: argparse would be a tenth of what its start costs."""
    asked = Asked()
    if any(argument.startswith("-") and argument != STDIN for argument in arguments):
        return parser().parse_args(arguments, asked)
    asked.paths = arguments
    return asked


def command(arguments: list[str]) -> int:
    """Run `cloudlint check` and return the exit code; raises UsageError."""
    asked = read(arguments)
    reports = chosen(asked)
    standard = standard_of(asked.standard) if asked.standard else ""
    catalog = Catalog()
    with told():
        settings = settings_of(asked, catalog)
        if asked.fail_on:
            settings = settings._replace(fail_on=Severity[asked.fail_on.upper()])
        paths, overlay = _input(asked)
        # What tries the fixes starts from what was judged; a report without them needs no values any more.
        memory = Memory() if any(report.format in WITH_EDITS for report in reports) else None
        with progress() as heard:
            effort = Effort(asked.jobs, heard, cache=not asked.no_cache, keeps=MOST_KEPT)
            outcome = run(paths, settings, overlay=overlay, catalog=catalog, memory=memory, effort=effort)
            whole = outcome
            outcome = _only_new(outcome, asked, paths, settings, catalog, overlay)
            if standard:
                outcome = restricted(outcome, standard)
            if memory is not None:
                from ..mending import Bench

                outcome = Bench(settings, overlay, catalog=catalog, memory=memory, effort=effort).proven(outcome, whole)
    warn_unread(outcome.unread)
    code = FOUND if outcome.fails(settings) and not asked.exit_zero else CLEAN
    return write(outcome, asked, code)


def _only_new(
    outcome: Outcome,
    asked: Asked,
    paths: list[str],
    settings: Settings,
    catalog: Catalog,
    overlay: dict[str, str],
) -> Outcome:
    """Without what a baseline or a revision knows, where one is asked for or lies at the root."""
    given = asked.baseline or asked.new_since or settings.baseline
    if not given and not any(os.path.isfile(f"{root}/{BASELINE}") for root in outcome.roots):
        return outcome
    from .baseline import only_new

    return only_new(outcome, asked, paths, settings, catalog, overlay)


def _input(asked: Asked) -> tuple[list[str], dict[str, str]]:
    """The paths to judge, and standard input as an unsaved file where it is one of them."""
    paths = asked.paths or [os.curdir]
    if STDIN not in paths:
        if asked.stdin_filename:
            raise UsageError("`--stdin-filename` goes with `-` as a path")
        return paths, {}
    if asked.stdin_filename and language_of(asked.stdin_filename) is None:
        raise UsageError(f"`--stdin-filename`: `{asked.stdin_filename}` is in no format that cloudlint reads")
    try:
        text = decode(sys.stdin.buffer.read())[0]
    except UnicodeDecodeError as error:
        raise UsageError("standard input is not UTF-8 text") from error
    name = asked.stdin_filename or name_for(text) or STDIN_PATH
    return [name if path == STDIN else path for path in paths], {absolute(name): text}
