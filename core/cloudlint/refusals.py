"""Refusals: which fixes may not be offered, kept from run to run for as long as nothing they were tried on has changed.

They lie beside what parts came to, in the user's own cache folder (docs/decisions/0020).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from json import dumps, loads

from .caching import WRONG, place_for, read_lines, replace_file, seal
from .config import Settings
from .model import Finding

MOST_OTHERS = 1000  # that are kept though nobody has asked for them this time


class Refusals:
    """Which fixes are not offered, by what tells the files and the fixes that were tried."""

    def __init__(self, path: str, head: str) -> None:
        self._path = path
        self._head = head
        self._kept, _ = read_lines(path, head)
        self._now: dict[str, str] = {}

    def found(self, name: str) -> list[int] | None:
        """The numbers that were kept under a name."""
        try:
            numbers: object = loads(self._kept[name])
        except WRONG:
            return None
        if not isinstance(numbers, list) or not all(type(number) is int for number in numbers):
            return None
        self._now[name] = self._kept[name]
        return numbers

    def keep(self, name: str, numbers: list[int]) -> None:
        """Remember them."""
        self._now[name] = dumps(numbers)

    def write(self) -> None:
        """Save what was asked for, and as much of what was not: somebody may ask about another folder next."""
        others = [(name, line) for name, line in self._kept.items() if name not in self._now]
        lines = {**dict(others[-max(len(self._now), MOST_OTHERS) :]), **self._now}
        with suppress(OSError):
            if lines != self._kept:
                text = "".join(f"{name}\t{line}\n" for name, line in lines.items())
                replace_file(self._path, f"{self._head}\n{len(lines)}\n{text}".encode("ascii"))


def refusals(roots: Sequence[str], settings: Settings) -> Refusals | None:
    """What is remembered of fixes that were tried in repositories; None where nothing can be kept."""
    found = place_for(roots, ["fixes", *roots, repr(settings._replace(today=""))])  # that is part of the names
    return None if found is None else Refusals(*found)


def name_of(print: str, today: str, offered: Sequence[Finding]) -> str:
    """The name of what is refused of a group's fixes on a day; empty where nobody knows what the group is made of."""
    return seal(f"{print} {today} {offered}".encode("utf-8", "surrogatepass")) if print else ""
