"""Settings: read from `cloudlint.toml` or `[tool.cloudlint]` of `pyproject.toml` into one frozen value.

A wrong setting is an error that names the file and the line, never a silent default: a mistyped `ignore` would
otherwise look as if it worked.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from .model import LOW, Severity
from .workspace import SIZE_LIMIT, absolute

FILE = "cloudlint.toml"
SHARED_FILE = "pyproject.toml"
TABLE = ("tool", "cloudlint")

Toml = object  # what a TOML value is before it has been checked


class SettingsError(Exception):
    """A settings file that cannot be used; `line` counts from 1 and is 0 where the whole file is meant."""

    def __init__(self, path: str, line: int, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}" if self.line else f"{self.path}: {self.reason}"


class Settings(NamedTuple):
    """What to look for and what to say.

    select         ids, globs or peers' ids of the rules to run; empty: all that are on by default
    ignore         the same, of rules not to run; wins over `select`
    exclude        patterns as in `.gitignore`, seen from `folder`: files that are left out even where they are named
    severity       the least severity to report
    fail_on        the least severity that makes a run fail
    var_files      absolute paths of files with values of Terraform variables; later ones win
    max_file_size  in bytes
    source         the file they were read from, empty for the defaults
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    severity: Severity = LOW
    fail_on: Severity = LOW
    var_files: tuple[str, ...] = ()
    max_file_size: int = SIZE_LIMIT
    source: str = ""

    @property
    def folder(self) -> str:
        """The folder that relative paths and patterns are seen from, empty for the defaults."""
        return self.source.rpartition("/")[0]


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


def load(path: str, over: Settings | None = None) -> Settings:
    """The settings in a file, over others where it says nothing; raises SettingsError."""
    path = absolute(path)
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8-sig")
    except OSError as error:
        raise SettingsError(path, 0, (error.strerror or "cannot be read").lower()) from error
    except UnicodeDecodeError as error:
        raise SettingsError(path, error.object[: error.start].count(b"\n") + 1, "not UTF-8 text") from error
    table: Toml = _parsed(path, text)
    header = TABLE if path.rpartition("/")[2] == SHARED_FILE else ()
    for name in header:
        table = table.get(name, {}) if isinstance(table, dict) else table
    if not isinstance(table, dict):
        raise SettingsError(path, _line(text, TABLE[:-1], TABLE[-1]), f"`{'.'.join(TABLE)}` must be a table")
    settings = (over or Settings())._replace(source=path)
    for name, value in table.items():
        settings = _with(settings, name, value, lambda name: _line(text, header, name))
    return settings


def changed(settings: Settings, name: str, value: Toml) -> Settings:
    """The settings with one more of them set, as a file would set it; raises SettingsError without line."""
    return _with(settings, name, value, lambda name: 0)


def _with(settings: Settings, name: str, value: Toml, line: Callable[[str], int]) -> Settings:
    """The settings with one more key taken in."""
    change = KEYS.get(name)
    if change is None:
        from difflib import get_close_matches

        close = get_close_matches(name.replace("_", "-"), KEYS, n=1)
        hint = f"did you mean `{close[0]}`?" if close else f"known are {', '.join(KEYS)}"
        raise SettingsError(settings.source, line(name), f"unknown setting `{name}`; {hint}")
    try:
        return change(settings, value)
    except ValueError as error:
        reason = f"`{name}` must be {error}, not {_described(value)}"
        raise SettingsError(settings.source, line(name), reason) from None


def _mentions_us(path: str) -> bool:
    """Does this `pyproject.toml` have our table? Parsed only if the word occurs: most repositories' has not."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return False
    if "cloudlint" not in text:
        return False
    table: Toml = _parsed(path, text)
    for name in TABLE:
        table = table.get(name) if isinstance(table, dict) else None
    return table is not None


def _parsed(path: str, text: str) -> Mapping[str, Toml]:
    import sys

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        table: Mapping[str, Toml] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        digits = "".join(char for char in place.partition(",")[0] if char.isdigit())
        raise SettingsError(path, int(digits or text.count("\n") + 1), reason[:1].lower() + reason[1:]) from error
    return table


# ----------------------------------------------------------------------- types


def _strings(value: Toml) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError('a list of strings, such as ["one", "two"]')


def _paths(value: Toml, folder: str) -> tuple[str, ...]:
    return tuple(absolute(os.path.join(folder, path)) for path in _strings(value))


def _size(value: Toml) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise ValueError("a number of bytes above zero")


def _severity(value: Toml) -> Severity:
    if isinstance(value, str) and value.upper() in Severity.__members__:
        return Severity[value.upper()]
    raise ValueError("one of " + ", ".join(f'"{severity}"' for severity in Severity))


# Every setting there is: how it changes the settings; raises ValueError with what the value must be.
KEYS: Mapping[str, Callable[[Settings, Toml], Settings]] = {
    "select": lambda settings, value: settings._replace(select=_strings(value)),
    "ignore": lambda settings, value: settings._replace(ignore=_strings(value)),
    "exclude": lambda settings, value: settings._replace(exclude=_strings(value)),
    "severity": lambda settings, value: settings._replace(severity=_severity(value)),
    "fail-on": lambda settings, value: settings._replace(fail_on=_severity(value)),
    "var-files": lambda settings, value: settings._replace(var_files=_paths(value, settings.folder)),
    "max-file-size": lambda settings, value: settings._replace(max_file_size=_size(value)),
}


def _described(value: Toml) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        return "a list" if all(isinstance(item, str) for item in value) else "a list with other things in it"
    return "a table" if isinstance(value, dict) else "a date"


# ------------------------------------------------------------------ line numbers


def _line(text: str, header: tuple[str, ...], name: str) -> int:
    """The line (from 1) where a key is set; TOML parsers do not tell. Failing that, its table's; failing that, 1."""
    best = 1
    for number, section, key in _keys(text):
        full = (*section, *key)
        if full[: len(header) + 1] == (*header, name) and full:
            return number
        if full == header[: len(full)]:
            best = number
    return best


def _keys(text: str) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """Line, table and key for every line that looks like a table's header (key empty) or an assignment."""
    import re

    section: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        header = re.match(r"\s*\[\[?([^\]]*)\]", line)
        assignment = re.match(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""", line)
        if assignment:
            yield number, section, _parts(assignment[1])
        elif header:
            section = _parts(header[1])
            yield number, section, ()


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
