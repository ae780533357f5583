"""TOML as text: parsed, with the lines on which keys are set, which TOML parsers do not tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .toml_plain import Toml, plain


class TomlError(Exception):
    """A text that is no TOML: the line, from 1, and what is wrong there."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def parsed(text: str) -> Mapping[str, Toml]:
    """The table that a text holds; raises TomlError."""
    read = plain(text)
    return read if read is not None else _parsed_by_the_library(text)


def _parsed_by_the_library(text: str) -> Mapping[str, Toml]:
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
        raise TomlError(int(digits or text.count("\n") + 1), reason[:1].lower() + reason[1:]) from error
    return table


def described(value: Toml) -> str:
    """A value in the words of a message: `true`, `"all"`, `a list`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        return "a list" if all(isinstance(item, str) for item in value) else "a list with other things in it"
    return "a table" if isinstance(value, dict) else "a date"


def line_of(text: str, header: tuple[str, ...], name: str) -> int:
    """The line (from 1) where a key is set. Failing that, its table's; failing that, 1."""
    best = 1
    for number, section, key in _keys(text):
        full = (*section, *key)
        if full[: len(header) + 1] == (*header, name) and full:
            return number
        if full == header[: len(full)]:
            best = number
    return best


def span_of_entry(text: str, name: str, nth: int) -> tuple[int, int]:
    """Where the header of the nth table of a list stands, from 0; failing that, the line that sets the list."""
    import re

    headers = [
        found
        for found in re.finditer(r"^[ \t]*(\[\[[^\]\n]*\]\])", text, re.MULTILINE)
        if _parts(found[1].strip("[]"))[-1] == name
    ]
    if nth < len(headers):
        return headers[nth].span(1)
    key = re.search(rf"^[ \t]*((?:[\w.-]*\.)?{name})[ \t]*=", text, re.MULTILINE)
    return key.span(1) if key else (0, 0)


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
