"""The keys of the settings: how each is checked and taken in. What each means is told in `settings_schema.py`."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from .config import Accept, Override, Settings, SettingsError
from .model import Severity
from .toml_plain import Toml
from .workspace import absolute


def taken_in(settings: Settings, name: str, value: Toml, line: Callable[[str], int]) -> Settings:
    """The settings with one more key set; `line` tells where a key stands. Raises SettingsError."""
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
    raise ValueError('a string, such as "one"')


def _date(value: Toml) -> str:
    """A day, as TOML's own date or as a string."""
    text = value if isinstance(value, str) else str(value)
    parts = text.split("-")
    if [len(part) for part in parts] == [4, 2, 2] and "".join(parts).isdigit() and "0" < parts[1] <= "12":
        return text
    raise ValueError("a date such as 2027-03-31")


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
    made = [
        Accept(folder=settings.folder, source=settings.source, nth=nth, **table)  # type: ignore[arg-type]  # as readers make it
        for nth, table in enumerate(_tables(value, ACCEPT, "rule"))
    ]
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
    "terraform-workspace": lambda settings, value: settings._replace(workspace=_text(value)),
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
