"""TOML as settings files mostly are: tables, strings without escapes, whole numbers, days, switches, lists.

The parser of the standard library takes as long to import as a sixth of a whole check. What is beyond this one is left
to that one, mistakes included: this one never takes what that one refuses, and reads the rest alike (a test compares).
"""

from __future__ import annotations

from .typed import NamedTuple

Toml = object  # what a TOML value is before it has been checked

_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A date as it is written."""

    text: str

    def __str__(self) -> str:
        return self.text


class _Beyond(Exception):
    """Something that is not plain."""


def plain(text: str) -> dict[str, Toml] | None:
    """The table that a text holds; None where it is not plain, or no TOML at all."""
    text = text.replace("\r\n", "\n")
    if any((char < " " and char not in "\t\n") or char == "\x7f" for char in set(text)):
        return None
    try:
        return _Reader(text + "\n").table()
    except (_Beyond, RecursionError):
        return None


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.root: dict[str, Toml] = {}
        self.made = {id(self.root)}  # tables and lists of tables that headers made: values cannot be added to
        self.headers: set[tuple[str, ...]] = set()

    def table(self) -> dict[str, Toml]:
        """The whole text."""
        here = self.root
        while self.at < len(self.text):
            self.space()
            char = self.text[self.at]
            if char == "[":
                here = self.header()
            elif char not in "#\n":
                self.assignment(here)
            self.end_of_line()
        return self.root

    # ------------------------------------------------------------------ lines

    def header(self) -> dict[str, Toml]:
        """`[a.b]` or `[[a.b]]`: the table that what follows belongs to."""
        listed = self.text.startswith("[[", self.at)
        self.at += 1 + listed
        path = [self.key()]
        while self.taken("."):
            path.append(self.key())
        if not self.text.startswith("]" * (1 + listed), self.at):
            raise _Beyond
        self.at += 1 + listed
        here = self.root
        for name in path[:-1]:
            here = self.inner(here, name)
        if listed:
            return self.added(here, path[-1])
        if tuple(path) in self.headers:
            raise _Beyond
        self.headers.add(tuple(path))
        if isinstance(here.get(path[-1]), list):
            raise _Beyond
        return self.inner(here, path[-1])

    def inner(self, table: dict[str, Toml], name: str) -> dict[str, Toml]:
        """A table in a table, or the last of a list of tables; made where there is none."""
        if name not in table:
            made: dict[str, Toml] = {}
            table[name] = made
            self.made.add(id(made))
        found = table[name]
        if id(found) not in self.made:
            raise _Beyond
        found = found[-1] if isinstance(found, list) else found
        assert isinstance(found, dict)
        return found

    def added(self, table: dict[str, Toml], name: str) -> dict[str, Toml]:
        """One table more in a list of tables."""
        if name not in table:
            listed: list[Toml] = []
            table[name] = listed
            self.made.add(id(listed))
        tables = table[name]
        if not isinstance(tables, list) or id(tables) not in self.made:
            raise _Beyond
        made: dict[str, Toml] = {}
        self.made.add(id(made))
        tables.append(made)
        return made

    def assignment(self, table: dict[str, Toml]) -> None:
        """`key = value`; a key with dots is beyond."""
        name = self.key()
        if not self.taken("=") or name in table:
            raise _Beyond
        self.space()
        table[name] = self.value()

    def key(self) -> str:
        """A bare or a quoted key, and the space around it."""
        self.space()
        if self.text[self.at] in "\"'":
            name = self.string()
        else:
            start = self.at
            while self.text[self.at] in _BARE:
                self.at += 1
            name = self.text[start : self.at]
            if not name:
                raise _Beyond
        self.space()
        return name

    # ----------------------------------------------------------------- values

    def value(self) -> Toml:
        char = self.text[self.at]
        if char in "\"'":
            return self.string()
        if char == "[":
            return self.items()
        if char == "{":
            return self.inline()
        start = self.at
        while self.text[self.at] in _BARE:
            self.at += 1
        return _word(self.text[start : self.at])

    def string(self) -> str:
        """One without escapes, on one line."""
        quote = self.text[self.at]
        end = self.text.find(quote, self.at + 1)
        content = self.text[self.at + 1 : end]
        if end < 0 or "\n" in content or (quote == '"' and "\\" in content) or self.text.startswith(quote * 3, self.at):
            raise _Beyond
        self.at = end + 1
        return content

    def items(self) -> list[Toml]:
        items: list[Toml] = []
        self.at += 1
        self.space_and_lines()
        while not self.taken("]"):
            items.append(self.value())
            self.space_and_lines()
            if self.taken(","):
                self.space_and_lines()
            elif self.text[self.at : self.at + 1] != "]":
                raise _Beyond
        return items

    def inline(self) -> dict[str, Toml]:
        """`{ key = value }` on one line."""
        table: dict[str, Toml] = {}
        self.at += 1
        self.space()
        if self.taken("}"):
            return table
        while True:
            self.assignment(table)
            self.space()
            if self.taken("}"):
                return table
            if not self.taken(","):
                raise _Beyond

    # ------------------------------------------------------------------ space

    def taken(self, sign: str) -> bool:
        if self.text[self.at : self.at + 1] != sign:
            return False
        self.at += 1
        return True

    def space(self) -> None:
        while self.text[self.at : self.at + 1] in (" ", "\t"):
            self.at += 1
        if self.at >= len(self.text):
            raise _Beyond

    def end_of_line(self) -> None:
        self.space()
        if self.text[self.at] == "#":
            self.at = self.text.index("\n", self.at)
        if not self.taken("\n"):
            raise _Beyond

    def space_and_lines(self) -> None:
        self.space()
        while self.text[self.at] in "#\n":
            self.end_of_line()
            self.space()


def _word(word: str) -> Toml:
    """A switch, a whole number or a day."""
    if word in ("true", "false"):
        return word == "true"
    if not word.isascii():
        raise _Beyond
    if word.isdigit() and len(word) < 16 and (word == "0" or word[0] != "0"):
        return int(word)
    parts = word.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not "".join(parts).isdigit():
        raise _Beyond
    year, month, day = map(int, parts)
    if not (year and 1 <= month <= 12):
        raise _Beyond
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not 1 <= day <= _DAYS[month - 1] + leap:
        raise _Beyond
    return Day(word)
