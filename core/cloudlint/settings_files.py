"""Settings files: `cloudlint.toml`, or `[tool.cloudlint]` in `pyproject.toml`, found and read into one frozen value.

A wrong setting is an error that names the file and the line, never a silent default: a mistyped `ignore` would
otherwise look as if it worked.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping

from .config import FILE, SHARED_FILE, TABLE, Settings, SettingsError
from .workspace import absolute, inside, regular_text, repository_root

MOST_EXTENDED = 10  # files that extend each other

Toml = object  # what a TOML value is before it has been checked


def find(start: str, root: str) -> str | None:
    """The settings file nearest to the directory `start`, upwards as far as `root`; None where there is none.

    In one directory `cloudlint.toml` wins over `pyproject.toml`.
    """
    folder, root = absolute(start), absolute(root)
    while True:
        if os.path.isfile(folder + "/" + FILE):
            return folder + "/" + FILE
        if _mentions_us(folder + "/" + SHARED_FILE):
            return folder + "/" + SHARED_FILE
        if folder == root or not folder.startswith(root.rstrip("/") + "/"):
            return None
        folder = folder.rpartition("/")[0] or "/"


def load(path: str, over: Settings | None = None, within: str = "") -> Settings:
    """The settings in a file, over those it extends, over those of files in the folders above, over others.

    Lists of exceptions (`ignore`, `exclude`, `accept`, ...) add up, all else is replaced; raises SettingsError. A file
    that was found, not named by the user, may not lead out of the folder `within`: whoever wrote it is not asking.
    """
    return _loaded(absolute(path), over or Settings(), (), within)


def changed(settings: Settings, name: str, value: Toml) -> Settings:
    """The settings with one more of them set, as a file would set it; raises SettingsError without line."""
    from .settings_keys import taken_in

    return taken_in(settings, name, value, lambda name: 0)


def _loaded(path: str, over: Settings, trail: tuple[str, ...], within: str) -> Settings:
    from .settings_keys import taken_in

    if within and not inside(path, within):
        raise SettingsError(path, 0, "it is a symbolic link that leaves the repository")
    table, line = _read(path)
    folder = path.rpartition("/")[0]
    settings = over
    if not trail and table.get("inherit", True) is not False and (above := _above(path)):
        settings = _loaded(above, settings, (), within or repository_root(folder))
    settings = _set_aside(settings)
    for base in _bases(path, table, line):
        if base in (*trail, path) or len(trail) > MOST_EXTENDED:
            raise SettingsError(path, line("extends"), "these settings extend each other without end")
        _stay(within, [base], path, "extends", line)
        try:
            settings = _adopted(settings, _loaded(base, settings, (*trail, path), within), folder)
        except SettingsError as error:
            if error.path == base and not error.line and not os.path.exists(base):
                raise SettingsError(path, line("extends"), f"`{base}`: {error.reason}") from error
            raise
    settings = settings._replace(source=path)
    for name, value in table.items():
        settings = taken_in(settings, name, value, line)
    named = {
        "var-files": settings.var_files,
        "environments": [path for _, files in settings.environments for path in files],
        "baseline": [settings.baseline] if settings.baseline else [],
    }
    for name, paths in named.items():
        if name in table:
            _stay(within, paths, path, name, line)
    return settings


def _stay(within: str, paths: Iterable[str], path: str, name: str, line: Callable[[str], int]) -> None:
    """Raise SettingsError where settings that were found name a file outside."""
    for named in paths:
        if within and not inside(named, within):
            reason = f"`{name}`: `{named}` lies outside the repository; only a file given with `--config` may name it"
            raise SettingsError(path, line(name), reason)


def _bases(path: str, table: Mapping[str, Toml], line: Callable[[str], int]) -> tuple[str, ...]:
    """The files that a file extends."""
    given = table.get("extends", [])
    names = given if isinstance(given, list) else [given]
    paths = [os.path.join(path.rpartition("/")[0], name) for name in names if isinstance(name, str)]
    if len(paths) < len(names):
        raise SettingsError(path, line("extends"), "`extends` must be a path or a list of paths")
    return tuple(map(absolute, paths))


def _set_aside(settings: Settings) -> Settings:
    """The patterns of `exclude` among those that belong to other files."""
    if not settings.exclude:
        return settings
    return settings._replace(excluded=(*settings.excluded, (settings.folder, settings.exclude)), exclude=())


def _adopted(before: Settings, extended: Settings, folder: str) -> Settings:
    """What a file that is extended adds, seen from the folder of the file that extends it, as if it stood there."""
    extended = _set_aside(extended)
    accepted, overridden, excluded = len(before.accept), len(before.override), len(before.excluded)
    accept = (entry._replace(folder=folder, source="") for entry in extended.accept[accepted:])
    override = (entry._replace(folder=folder) for entry in extended.override[overridden:])
    patterns = ((folder, patterns) for _, patterns in extended.excluded[excluded:])
    return extended._replace(
        accept=(*before.accept, *accept),
        override=(*before.override, *override),
        excluded=(*before.excluded, *patterns),
    )


def _above(path: str) -> str | None:
    """The nearest settings file in a folder above a file's, inside its repository."""
    folder = path.rpartition("/")[0]
    root = repository_root(folder)
    above = folder.rpartition("/")[0]
    return find(above, root) if folder != root and (above + "/").startswith(root.rstrip("/") + "/") else None


def _read(path: str) -> tuple[Mapping[str, Toml], Callable[[str], int]]:
    """Our table in a file, and the line on which one of its keys is set."""
    from .toml_text import line_of

    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8").removeprefix("\ufeff")
    except OSError as error:
        raise SettingsError(path, 0, (error.strerror or "cannot be read").lower()) from error
    except UnicodeDecodeError as error:
        raise SettingsError(path, error.object[: error.start].count(b"\n") + 1, "not UTF-8 text") from error
    table: Toml = _parsed(path, text)
    header = TABLE if path.rpartition("/")[2] == SHARED_FILE else ()
    for name in header:
        table = table.get(name, {}) if isinstance(table, dict) else table
    if not isinstance(table, dict):
        raise SettingsError(path, line_of(text, TABLE[:-1], TABLE[-1]), f"`{'.'.join(TABLE)}` must be a table")
    return table, lambda name: line_of(text, (*header, *name.split(".")[:-1]), name.rpartition(".")[2])


def _mentions_us(path: str) -> bool:
    """Does this `pyproject.toml` have our table? Parsed only if the word occurs: most repositories' has not."""
    text = regular_text(path)
    if text is None or "cloudlint" not in text:
        return False
    table: Toml = _parsed(path, text)
    for name in TABLE:
        table = table.get(name) if isinstance(table, dict) else None
    return table is not None


def _parsed(path: str, text: str) -> Mapping[str, Toml]:
    from .toml_text import TomlError, parsed

    try:
        return parsed(text)
    except TomlError as error:
        raise SettingsError(path, error.line, error.reason) from error
