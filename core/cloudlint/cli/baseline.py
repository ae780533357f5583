"""`cloudlint baseline`: write down what is known, so that `check` reports only what is new; and how `check` does so."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping

from ..baseline import FILE, BaselineError, Matched, identities, load, matched, place, renamed_files, save
from ..catalog import Catalog
from ..config import Settings
from ..effort import Effort
from ..fingerprints import Identity
from ..git import GitError
from ..outcome import Outcome
from ..running import run
from ..since import brought
from ..workspace import absolute, repository_root
from .arguments import add_context, add_effort, add_rules, argument_parser
from .asked import Asked
from .options import STDIN, settings_of, shown, told, warn_unread
from .terminal import CLEAN, UsageError, complain, progress, say

EPILOGUE = f"""\
The baseline is `{FILE}` at the root of the repository, `baseline` in the settings, or the file given. From then on
`cloudlint check` reports only what is not in it. Its lines name path, rule, resource and the text of the place: they
stay right where lines move, files are reformatted, or files and resources are renamed.

`cloudlint check --new-since REV` needs no file: it compares with a revision of git.
"""


def parser() -> ArgumentParser:
    """The arguments of `cloudlint baseline`."""
    made = argument_parser(
        "baseline", "Write down the findings that are there, or drop those that are mended.", EPILOGUE
    )
    add = made.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders (default: .)")
    add("--baseline", metavar="FILE", help=f"the file to write (default: {FILE} at the root)")
    add("--prune", action="store_true", help="take out what is mended, and add nothing")
    add_rules(made, "least severity to write down")
    add_context(made)
    add_effort(made)
    return made


def command(arguments: list[str]) -> int:
    """Run `cloudlint baseline` and return the exit code; raises UsageError."""
    asked = parser().parse_args(arguments, Asked())
    if STDIN in asked.paths:
        raise UsageError("`-`: a baseline is of files")
    catalog = Catalog()
    paths = asked.paths or [os.curdir]
    with told():
        settings = settings_of(asked, catalog)
        with progress() as heard:
            effort = Effort(asked.jobs, heard, cache=not asked.no_cache)
            outcome = run(paths, settings, catalog=catalog, effort=effort)
    warn_unread(outcome.unread)
    path = _path(asked.baseline, settings, outcome) or f"{_root(outcome)}/{FILE}"
    before = _lines(path) if os.path.exists(path) else []
    if asked.prune and not os.path.exists(path):
        raise UsageError(f"`{shown(path)}`: there is no baseline to prune")
    found = _matched(outcome, path, before)
    elsewhere = [line for line in found.left if not _was_judged(line, outcome, paths)]
    now = [*elsewhere, *found.known] if asked.prune else [*elsewhere, *identities(outcome)]
    _write(path, now)
    gone = len(found.left) - len(elsewhere)
    new = 0 if asked.prune else len(now) - len(elsewhere) - len(found.known)
    return say(f"{shown(path)}: {len(now)} known, {new} added, {gone} mended and taken out\n", CLEAN)


def only_new(
    outcome: Outcome,
    asked: Asked,
    paths: Iterable[str],
    settings: Settings,
    catalog: Catalog,
    overlay: Mapping[str, str],
) -> Outcome:
    """The outcome of `check` without what its baseline or its revision knows; raises UsageError."""
    if asked.new_since:
        try:
            outcome = brought(outcome, paths, asked.new_since, settings, catalog, overlay, Effort(asked.jobs))
        except GitError as error:
            raise UsageError(f"`--new-since {asked.new_since}`: {error}") from error
    found = without_known(outcome, asked, settings)
    if found is not None:
        outcome = found.outcome
        mended = sum(_was_judged(line, outcome, paths) for line in found.left)
        if mended and not asked.new_since:
            what = "line of the baseline is" if mended == 1 else "lines of the baseline are"
            complain(f"note: {mended} {what} mended; `cloudlint baseline --prune` takes them out")
    return outcome


def without_known(outcome: Outcome, asked: Asked, settings: Settings) -> Matched | None:
    """What the baseline makes of an outcome, None where there is none; raises UsageError."""
    path = _path(asked.baseline, settings, outcome) if not asked.no_baseline else ""
    return _matched(outcome, path, _lines(path)) if path else None


def _path(given: str | None, settings: Settings, outcome: Outcome) -> str:
    """The baseline to use, empty where there is none; one that was asked for has to be there."""
    return absolute(given) if given else place(outcome, settings)


def _root(outcome: Outcome) -> str:
    return outcome.roots[0] if outcome.roots else repository_root(os.curdir)


def _lines(path: str) -> list[Identity]:
    try:
        return load(path)
    except BaselineError as error:
        where = f"{shown(path)}:{error.line}" if error.line else f"`{shown(path)}`"
        raise UsageError(f"{where}: {error.reason}") from error


def _matched(outcome: Outcome, path: str, lines: list[Identity]) -> Matched:
    return matched(outcome, lines, renamed_files(_root(outcome), path, lines), f"in {shown(path)}")


def _was_judged(line: Identity, outcome: Outcome, paths: Iterable[str]) -> bool:
    """Would this run have found what a line is about?"""
    path = f"{_root(outcome)}/{line.path}"
    folders = tuple(absolute(folder).rstrip("/") + "/" for folder in paths if os.path.isdir(folder))
    return path in outcome.targets or (path.startswith(folders) and not os.path.exists(path))


def _write(path: str, known: Iterable[Identity]) -> None:
    try:
        save(path, known)
    except OSError as error:
        raise UsageError(f"`{shown(path)}`: {(error.strerror or 'cannot be written').lower()}") from error
