"""What `check` and `fix` have in common: which settings, how paths are shown."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ..catalog import Catalog
from ..config import Settings, SettingsError
from ..languages import language_of
from ..model import Severity
from ..running import RunError
from ..settings_files import find, load
from ..workspace import absolute, repository_root
from .asked import Asked
from .terminal import UsageError, complain

STDIN = "-"
STDIN_PATH = "-/stdin.tf"  # a folder of its own: without a name, standard input belongs to no module
SEVERITIES = tuple(str(severity) for severity in Severity)


def settings_of(asked: Asked, catalog: Catalog) -> Settings:
    """The settings of the nearest file with the arguments over them: `--select` replaces, `--ignore` adds."""
    if asked.config and asked.no_config:
        raise UsageError("`--config` and `--no-config` exclude each other")
    path, within = asked.config, ""
    if path is None and not asked.no_config:
        within = repository_root(os.curdir)
        path = find(os.curdir, within)
    settings = load(path, within=within) if path else Settings()
    select, ignore = _split(asked.select), _split(asked.ignore)
    _known(catalog, select, "--select")
    _known(catalog, ignore, "--ignore")
    _known(catalog, settings.select, f"`select` in {shown(settings.source)}")
    _known(catalog, settings.ignore, f"`ignore` in {shown(settings.source)}")
    for accept in settings.accept:
        _known(catalog, accept.rules, f"`[[accept]]` in {shown(accept.source or settings.source)}")
    return settings._replace(
        select=select or settings.select,
        ignore=settings.ignore + ignore,
        severity=Severity[asked.severity.upper()] if asked.severity else settings.severity,
        var_files=settings.var_files + tuple(absolute(path) for path in asked.var_file),
        workspace=asked.terraform_workspace or settings.workspace,
        max_file_size=asked.max_file_size or settings.max_file_size,
        today=time.strftime("%Y-%m-%d"),
    )


@contextmanager
def told() -> Iterator[None]:
    """What cannot be done as asked becomes a message for the user."""
    try:
        yield
    except SettingsError as error:
        place = f"{shown(error.path)}:{error.line}" if error.line else shown(error.path)
        raise UsageError(f"{place}: {error.reason}") from error
    except RunError as error:
        raise UsageError(str(error)) from error


def shown(path: str) -> str:
    """A path as people and programs get it: seen from the working directory, with forward slashes."""
    here = absolute(os.curdir).rstrip("/") + "/"
    if path.startswith(here):
        inside = path[len(here) :]
        return STDIN if inside.startswith("-/stdin.") else inside
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive
        return path


def warn_unread(paths: Sequence[str]) -> None:
    """Say which named files are in no format that is read.

    Not of YAML and JSON: a hook hands over all of them, and the summary counts those that were judged.
    """
    for path in paths:
        if language_of(path) is None:
            complain(f"warning: `{shown(path)}` is in no format that cloudlint reads")


def _known(catalog: Catalog, patterns: Sequence[str], where: str) -> None:
    """A selection that means nothing is an error; an `ignore` that does may be about a check of another tool."""
    unknown = catalog.unknown(patterns) if patterns else []
    for pattern in unknown:
        close = catalog.suggest(pattern)
        hint = f"; did you mean {' or '.join(f'`{id}`' for id in close)}?" if close else ""
        if "select" in where:
            raise UsageError(f"{where}: `{pattern}` names no rule{hint}")
        complain(f"warning: {where}: `{pattern}` names no rule{hint}")


def _split(values: list[str]) -> tuple[str, ...]:
    return tuple(name for value in values for name in value.replace(",", " ").split())
