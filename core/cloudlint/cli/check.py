"""`cloudlint check`: judge files and folders."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence

from ..catalog import Catalog
from ..config import Settings, SettingsError, find, load
from ..languages import language_of
from ..model import Severity
from ..running import Outcome, RunError, run
from ..workspace import absolute, decode, repository_root
from .terminal import CLEAN, FOUND, UsageError, argument_parser, complain, say, terminal_width, wants_colour

STDIN = "-"
STDIN_PATH = "-/stdin.tf"  # a folder of its own: without a name, standard input belongs to no module
FORMATS = ("text", "json", "sarif")
SEVERITIES = tuple(str(severity) for severity in Severity)

EPILOGUE = """\
exit codes:
  0  no findings   1  findings   2  the work could not be done

A file is judged in the context of its module and of the modules that call it. Reported is what stands in the
given files or is caused by them. Rules are named by id, by glob (`aws-s3-*`) or by another tool's id
(`CKV_AWS_20`); `all` is every rule, also those that are off by default.
"""


def parser() -> ArgumentParser:
    """The arguments of `cloudlint check`."""
    made = argument_parser("check", "Find misconfigurations in files and folders.", EPILOGUE)
    add = made.add_argument
    add("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input (default: .)")
    add("--format", choices=FORMATS, default="text", help="form of the report (default: text)")
    rules = made.add_argument_group("which rules")
    rules.add_argument("--select", action="append", default=[], metavar="RULES", help="run only these, comma-separated")
    rules.add_argument("--ignore", action="append", default=[], metavar="RULES", help="leave these out")
    rules.add_argument("--severity", type=str.lower, choices=SEVERITIES, help="least severity to report")
    failing = made.add_argument_group("when to fail")
    failing.add_argument("--fail-on", type=str.lower, choices=SEVERITIES, help="least severity that gives exit code 1")
    failing.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    context = made.add_argument_group("what to read")
    context.add_argument("--config", metavar="FILE", help="settings from this file")
    context.add_argument("--no-config", action="store_true", help="read no settings file")
    context.add_argument(
        "--var-file", action="append", default=[], metavar="FILE", help="values of Terraform variables"
    )
    context.add_argument("--max-file-size", type=_size, metavar="BYTES", help="larger files are not analysed")
    context.add_argument("--stdin-filename", metavar="PATH", help="where standard input counts as standing")
    add("--show-undecided", action="store_true", help="list the checks that an unknown value left undecided")
    return made


def command(arguments: list[str]) -> int:
    """Run `cloudlint check` and return the exit code; raises UsageError."""
    asked = parser().parse_args(arguments)
    catalog = Catalog()
    try:
        settings = _settings(asked, catalog)
        paths, overlay = _input(asked)
        outcome = run(paths, settings, overlay=overlay, catalog=catalog)
    except SettingsError as error:
        place = f"{shown(error.path)}:{error.line}" if error.line else shown(error.path)
        raise UsageError(f"{place}: {error.reason}") from error
    except RunError as error:
        raise UsageError(str(error)) from error
    for path in outcome.unread:
        complain(f"warning: `{shown(path)}` is in no format that cloudlint reads")
    code = FOUND if outcome.fails(settings) and not asked.exit_zero else CLEAN
    return _report(outcome, asked, code)


def shown(path: str) -> str:
    """A path as people and programs get it: seen from the working directory, with forward slashes."""
    here = absolute(os.curdir).rstrip("/") + "/"
    if path.startswith(here):
        inside = path[len(here) :]
        return STDIN if inside == STDIN_PATH else inside
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive
        return path


def _report(outcome: Outcome, asked: Namespace, code: int) -> int:
    if asked.format == "text":
        from ..report import text

        colour, width = wants_colour(), terminal_width()
        return say(text.render(outcome, shown, colour=colour, width=width, details=asked.show_undecided), code)
    from ..version import VERSION

    if asked.format == "json":
        from ..report import json

        return say(json.render(outcome, shown, VERSION), code, "utf-8")
    from ..report import sarif

    return say(sarif.render(outcome, shown, VERSION), code, "utf-8")


def _settings(asked: Namespace, catalog: Catalog) -> Settings:
    """The settings of the nearest file with the arguments over them: `--select` replaces, `--ignore` adds."""
    if asked.config and asked.no_config:
        raise UsageError("`--config` and `--no-config` exclude each other")
    path = asked.config
    if path is None and not asked.no_config:
        path = find(os.curdir, repository_root(os.curdir))
    settings = load(path) if path else Settings()
    select, ignore = _split(asked.select), _split(asked.ignore)
    _known(catalog, select, "--select")
    _known(catalog, ignore, "--ignore")
    _known(catalog, settings.select, f"`select` in {shown(settings.source)}")
    _known(catalog, settings.ignore, f"`ignore` in {shown(settings.source)}")
    return settings._replace(
        select=select or settings.select,
        ignore=settings.ignore + ignore,
        severity=Severity[asked.severity.upper()] if asked.severity else settings.severity,
        fail_on=Severity[asked.fail_on.upper()] if asked.fail_on else settings.fail_on,
        var_files=settings.var_files + tuple(absolute(path) for path in asked.var_file),
        max_file_size=asked.max_file_size or settings.max_file_size,
    )


def _known(catalog: Catalog, patterns: Sequence[str], where: str) -> None:
    """A selection that means nothing is an error; an `ignore` that does may be about a check of another tool."""
    unknown = catalog.unknown(patterns) if patterns else []
    for pattern in unknown:
        close = catalog.suggest(pattern)
        hint = f"; did you mean {' or '.join(f'`{id}`' for id in close)}?" if close else ""
        if "ignore" not in where:
            raise UsageError(f"{where}: `{pattern}` names no rule{hint}")
        complain(f"warning: {where}: `{pattern}` names no rule{hint}")


def _input(asked: Namespace) -> tuple[list[str], dict[str, str]]:
    """The paths to judge, and standard input as an unsaved file where it is one of them."""
    paths = asked.paths or [os.curdir]
    if STDIN not in paths:
        if asked.stdin_filename:
            raise UsageError("`--stdin-filename` goes with `-` as a path")
        return paths, {}
    name = asked.stdin_filename or STDIN_PATH
    if language_of(name) is None:
        raise UsageError(f"`--stdin-filename`: `{name}` is in no format that cloudlint reads")
    try:
        text = decode(sys.stdin.buffer.read())[0]
    except UnicodeDecodeError as error:
        raise UsageError("standard input is not UTF-8 text") from error
    return [name if path == STDIN else path for path in paths], {absolute(name): text}


def _split(values: list[str]) -> tuple[str, ...]:
    return tuple(name for value in values for name in value.replace(",", " ").split())


def _size(text: str) -> int:
    if text.isdigit() and int(text):
        return int(text)
    raise ArgumentTypeError(f"`{text}` is not a number of bytes above zero")
