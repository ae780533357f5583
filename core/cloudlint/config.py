"""Settings: read from `cloudlint.toml` or `[tool.cloudlint]` of `pyproject.toml` into one frozen value.

A wrong setting is an error that names the file and the line, never a silent default: a mistyped `ignore` would
otherwise look as if it worked. What each setting means is told in `settings_schema.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from .model import LOW, Severity
from .typed import NamedTuple
from .workspace import SIZE_LIMIT, absolute, repository_root

FILE = "cloudlint.toml"
SHARED_FILE = "pyproject.toml"
TABLE = ("tool", "cloudlint")
MOST_EXTENDED = 10  # files that extend each other

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


class Accept(NamedTuple):
    """Findings that are accepted, for a reason: all that are given must fit.

    `rules` as in `select`; `paths` as in `exclude`, seen from `folder`; `resources` are addresses with `*` and `?`.
    `until` is the last day it holds, as YYYY-MM-DD, empty for ever.
    """

    rules: tuple[str, ...]
    paths: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    reason: str = ""
    until: str = ""
    by: str = ""
    folder: str = ""


class Override(NamedTuple):
    """What is different for some paths, written as in `exclude` and seen from `folder`."""

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    folder: str = ""


class Settings(NamedTuple):
    """What to look for and what to say.

    select          ids, globs or peers' ids of the rules to run; empty: all that are on by default
    ignore          the same, of rules not to run; wins over `select`
    exclude         patterns as in `.gitignore`, seen from `folder`: files that are left out even where they are named
    severity        the least severity to report
    fail_on         the least severity that makes a run fail
    var_files       absolute paths of files with values of Terraform variables; later ones win
    max_file_size   in bytes
    source          the file they were read from, empty for the defaults
    excluded        patterns that other files leave out, with the folders they are seen from
    accept          findings that are accepted
    override        what is different for some paths; later ones win
    severities      patterns of rules, and the severity that their findings get; later ones win
    require_reason  an ignore without a reason ignores nothing
    not_ignorable   patterns of the rules that comments cannot ignore
    baseline        absolute path of the findings that are known; empty: the file at the root, if there is one
    today           YYYY-MM-DD, on which it depends what has expired; empty: nothing has
    environments    names, each with files as in `var_files` that win over those: everything is judged once for each
    workspace       what `terraform.workspace` is, empty where it is unknown
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    severity: Severity = LOW
    fail_on: Severity = LOW
    var_files: tuple[str, ...] = ()
    max_file_size: int = SIZE_LIMIT
    source: str = ""
    excluded: tuple[tuple[str, tuple[str, ...]], ...] = ()
    accept: tuple[Accept, ...] = ()
    override: tuple[Override, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    require_reason: bool = False
    not_ignorable: tuple[str, ...] = ()
    today: str = ""
    environments: tuple[tuple[str, tuple[str, ...]], ...] = ()
    workspace: str = ""
    baseline: str = ""

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
    """The settings in a file, over those it extends, over those of files in the folders above, over others.

    Lists of exceptions (`ignore`, `exclude`, `accept`, ...) add up, all else is replaced; raises SettingsError.
    """
    return _loaded(absolute(path), over or Settings(), ())


def changed(settings: Settings, name: str, value: Toml) -> Settings:
    """The settings with one more of them set, as a file would set it; raises SettingsError without line."""
    return _with(settings, name, value, lambda name: 0)


def _loaded(path: str, over: Settings, trail: tuple[str, ...]) -> Settings:
    table, line = _read(path)
    settings = over
    extends = table.get("extends", [])
    try:
        bases = _paths([extends] if isinstance(extends, str) else extends, path.rpartition("/")[0])
    except ValueError:
        raise SettingsError(path, line("extends"), "`extends` must be a path or a list of paths") from None
    if not trail and table.get("inherit", True) is not False and (above := _above(path)):
        settings = _loaded(above, settings, ())
    for base in bases:
        if base in (*trail, path) or len(trail) > MOST_EXTENDED:
            raise SettingsError(path, line("extends"), "these settings extend each other without end")
        try:
            settings = _loaded(base, settings, (*trail, path))
        except SettingsError as error:
            if error.path == base and not error.line and not os.path.exists(base):
                raise SettingsError(path, line("extends"), f"`{base}`: {error.reason}") from error
            raise
    if settings.exclude:
        settings = settings._replace(excluded=(*settings.excluded, (settings.folder, settings.exclude)), exclude=())
    settings = settings._replace(source=path)
    for name, value in table.items():
        settings = _with(settings, name, value, line)
    return settings


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
        raise SettingsError(path, line_of(text, TABLE[:-1], TABLE[-1]), f"`{'.'.join(TABLE)}` must be a table")
    return table, lambda name: line_of(text, (*header, *name.split(".")[:-1]), name.rpartition(".")[2])


def _with(settings: Settings, name: str, value: Toml, line: Callable[[str], int]) -> Settings:
    """The settings with one more key taken in."""
    change = KEYS.get(name)
    if change is None:
        raise SettingsError(settings.source, line(name), f"unknown setting `{name}`; {_hint(name, KEYS)}")
    try:
        return change(settings, value)
    except _Inner as error:
        raise SettingsError(settings.source, line(f"{name}.{error.key}"), error.reason.format(name)) from None
    except ValueError as error:
        from .settings_schema import meaning
        from .toml_text import described

        reason = f"`{name}` must be {error}, not {described(value)} ({meaning(name)})"
        raise SettingsError(settings.source, line(name), reason) from None


def _hint(name: str, known: Mapping[str, object]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name.replace("_", "-"), known, n=1)
    return f"did you mean `{close[0]}`?" if close else f"known are {', '.join(known)}"


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
    from .toml_text import TomlError, parsed

    try:
        return parsed(text)
    except TomlError as error:
        raise SettingsError(path, error.line, error.reason) from error


# ----------------------------------------------------------------------- types


def _strings(value: Toml) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError('a list of strings, such as ["one", "two"]')


def _paths(value: Toml, folder: str) -> tuple[str, ...]:
    return tuple(absolute(os.path.join(folder, path)) for path in _strings(value))


def _path(value: Toml, folder: str) -> str:
    if isinstance(value, str) and value:
        return absolute(os.path.join(folder, value))
    raise ValueError("a path")


def _environments(value: Toml, folder: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if isinstance(value, dict):
        return tuple((str(name), _paths(files, folder)) for name, files in value.items())
    raise ValueError('a table of lists of files, such as { prod = ["prod.tfvars"] }')


def _size(value: Toml) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise ValueError("a number of bytes above zero")


def _severity(value: Toml) -> Severity:
    if isinstance(value, str) and value.upper() in Severity.__members__:
        return Severity[value.upper()]
    raise ValueError("one of " + ", ".join(f'"{severity}"' for severity in Severity))


def _switch(value: Toml) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("true or false")


def _text(value: Toml) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("a string")


def _date(value: Toml) -> str:
    """A day, as TOML's own date or as a string."""
    text = value if isinstance(value, str) else str(value)
    parts = text.split("-")
    if [len(part) for part in parts] == [4, 2, 2] and "".join(parts).isdigit() and "0" < parts[1] <= "12":
        return text
    raise ValueError("a date such as 2027-03-31")


def _string(value: Toml) -> str:
    if isinstance(value, str):
        return value
    raise ValueError('a string, such as "one"')


def _one_or_more(value: Toml) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else _strings(value)


def _severities(value: Toml) -> tuple[tuple[str, Severity], ...]:
    if isinstance(value, dict):
        return tuple((pattern, _severity(severity)) for pattern, severity in value.items())
    raise ValueError('a table such as { "aws-s3-*" = "low" }')


class _Inner(Exception):
    """What is wrong with a key of a table in a list; `reason` has a place for the list's name."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(reason)
        self.key = key
        self.reason = reason


Reader = Callable[[Toml], object]

ACCEPT: Mapping[str, tuple[str, Reader]] = {
    "rule": ("rules", _one_or_more),
    "paths": ("paths", _one_or_more),
    "resources": ("resources", _one_or_more),
    "reason": ("reason", _text),
    "until": ("until", _date),
    "by": ("by", _text),
}
OVERRIDE: Mapping[str, tuple[str, Reader]] = {
    "paths": ("paths", _one_or_more),
    "select": ("select", _strings),
    "ignore": ("ignore", _strings),
    "severities": ("severities", _severities),
}


def _tables(value: Toml, keys: Mapping[str, tuple[str, Reader]], needed: str) -> list[dict[str, object]]:
    """The tables of a list, checked, with the names of the fields."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError("a list of tables, each under a header in double brackets")
    made = []
    for table in value:
        for key in table:
            if key not in keys:
                raise _Inner(key, f"unknown key `{key}` in `[[{{}}]]`; {_hint(key, keys)}")
        if needed not in table:
            raise _Inner(needed, f"every `[[{{}}]]` needs `{needed}`")
        made.append({keys[key][0]: _checked(key, keys[key][1], inner) for key, inner in table.items()})
    return made


def _checked(key: str, read: Reader, value: Toml) -> object:
    try:
        return read(value)
    except ValueError as error:
        from .toml_text import described

        raise _Inner(key, f"`{key}` in `[[{{}}]]` must be {error}, not {described(value)}") from None


def _accepting(settings: Settings, value: Toml) -> Settings:
    tables = _tables(value, ACCEPT, "rule")
    made = [Accept(folder=settings.folder, **table) for table in tables]  # type: ignore[arg-type]  # as readers make it
    return settings._replace(accept=(*settings.accept, *made))


def _overriding(settings: Settings, value: Toml) -> Settings:
    tables = _tables(value, OVERRIDE, "paths")
    made = [Override(folder=settings.folder, **table) for table in tables]  # type: ignore[arg-type]  # as readers make it
    return settings._replace(override=(*settings.override, *made))


def _unchanged(settings: Settings, checked: object) -> Settings:
    return settings


# Every setting there is: how it changes the settings; raises ValueError with what the value must be.
KEYS: Mapping[str, Callable[[Settings, Toml], Settings]] = {
    "select": lambda settings, value: settings._replace(select=_strings(value)),
    "ignore": lambda settings, value: settings._replace(ignore=(*settings.ignore, *_strings(value))),
    "exclude": lambda settings, value: settings._replace(exclude=_strings(value)),
    "severity": lambda settings, value: settings._replace(severity=_severity(value)),
    "fail-on": lambda settings, value: settings._replace(fail_on=_severity(value)),
    "var-files": lambda settings, value: settings._replace(var_files=_paths(value, settings.folder)),
    "environments": lambda settings, value: settings._replace(environments=_environments(value, settings.folder)),
    "terraform-workspace": lambda settings, value: settings._replace(workspace=_string(value)),
    "max-file-size": lambda settings, value: settings._replace(max_file_size=_size(value)),
    "accept": _accepting,
    "override": _overriding,
    "severities": lambda settings, value: settings._replace(severities=(*settings.severities, *_severities(value))),
    "baseline": lambda settings, value: settings._replace(baseline=_path(value, settings.folder)),
    "require-reason": lambda settings, value: settings._replace(require_reason=_switch(value)),
    "not-ignorable": lambda settings, value: settings._replace(
        not_ignorable=(*settings.not_ignorable, *_strings(value))
    ),
    "extends": lambda settings, value: _unchanged(settings, _one_or_more(value)),  # both are done while loading
    "inherit": lambda settings, value: _unchanged(settings, _switch(value)),
}
