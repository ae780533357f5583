"""The arguments that sub-commands share. A command line of nothing but paths, as a hook gives it, needs none of it."""

from __future__ import annotations

from argparse import Action, ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from .asked import Report
from .options import SEVERITIES
from .reports import FORMATS
from .terminal import UsageError

MOST_JOBS = 256


def argument_parser(command: str, description: str, epilog: str = "") -> ArgumentParser:
    """An empty parser for a sub-command.

    With the width given, argparse need not import shutil (and with it the compression modules) to ask the terminal.
    """
    return ArgumentParser(
        prog=f"cloudlint {command}",
        description=description,
        epilog=epilog,
        formatter_class=lambda prog: RawDescriptionHelpFormatter(prog, max_help_position=28, width=100),
        allow_abbrev=False,
    )


def add_rules(made: ArgumentParser, severity: str) -> None:
    """The arguments that choose rules; `severity` explains `--severity`."""
    rules = made.add_argument_group("which rules")
    rules.add_argument("--select", action="append", default=[], metavar="RULES", help="run only these, comma-separated")
    rules.add_argument("--ignore", action="append", default=[], metavar="RULES", help="leave these out")
    rules.add_argument("--severity", type=str.lower, choices=SEVERITIES, help=severity)


def add_context(made: ArgumentParser, *, stdin: bool = False) -> None:
    """The arguments that say what is read."""
    context = made.add_argument_group("what to read")
    context.add_argument("--config", metavar="FILE", help="settings from this file")
    context.add_argument("--no-config", action="store_true", help="read no settings file")
    context.add_argument(
        "--var-file", action="append", default=[], metavar="FILE", help="values of Terraform variables"
    )
    context.add_argument("--terraform-workspace", metavar="NAME", help="what `terraform.workspace` is")
    context.add_argument("--max-file-size", type=_size, metavar="BYTES", help="larger files are not analysed")
    if stdin:
        context.add_argument("--stdin-filename", metavar="PATH", help="where standard input counts as standing")


def add_effort(made: ArgumentParser) -> None:
    """The arguments that say how the work is done."""
    effort = made.add_argument_group("how it is done")
    effort.add_argument(
        "--jobs", type=_jobs, metavar="N", help="processes for large work (default: as many as there are processors)"
    )
    effort.add_argument("--no-cache", action="store_true", help="neither use nor keep what earlier runs came to")


class _Format(Action):
    """A report for each `--format`; `--output` is about the one before it."""

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        """Take in one of the two options."""
        reports: tuple[Report, ...] = namespace.reports
        value = str(values)
        if option_string == "--format":
            namespace.reports = (*reports, Report(value))
        elif reports and not reports[-1].output:
            namespace.reports = (*reports[:-1], reports[-1]._replace(output=value))
        else:
            namespace.reports = (*reports, Report(_by_ending(value), value))


def add_reports(made: ArgumentParser) -> None:
    """The arguments that say what is written."""
    told = made.add_argument_group("what is written (both may be given several times)")
    add = told.add_argument
    add(
        "--format", action=_Format, dest="reports", default=(), choices=FORMATS, help="form of a report (default: text)"
    )
    add(
        "--output",
        action=_Format,
        dest="reports",
        metavar="FILE",
        help="where the report goes (default: standard output)",
    )
    add("--statistics", action="store_true", help="add up the findings by rule, or by the standard's controls")
    add("--standard", metavar="NAME", help="only findings that a standard names, such as cis-aws")
    add("--show-ignored", action="store_true", help="list what is ignored, accepted or known, and why")


def _size(text: str) -> int:
    if text.isdigit() and int(text):
        return int(text)
    raise ArgumentTypeError(f"`{text}` is not a number of bytes above zero")


def _jobs(text: str) -> int:
    if text.isdigit() and 0 < int(text) <= MOST_JOBS:
        return int(text)
    raise ArgumentTypeError(f"`{text}` is not a number from 1 to {MOST_JOBS}")


def _by_ending(path: str) -> str:
    """The form that a file's name asks for where no `--format` says it."""
    endings = {".sarif": "sarif", ".json": "json", ".xml": "junit", ".html": "html", ".txt": "text"}
    form = next((form for ending, form in endings.items() if path.lower().endswith(ending)), "")
    if not form:
        raise UsageError(f"`--output {path}`: give a `--format` before it")
    return form
