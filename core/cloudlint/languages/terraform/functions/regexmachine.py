"""Matching in bounded time: Python's `re` where it surely ends soon, a machine without backtracking costs elsewhere.

Python's matcher tries every way through a pattern, which may take longer than the universe lasts. The machine here
follows the same order of preference but enters no state twice at the same place, as RE2 does: it takes at most
(length of the pattern) x (length of the text) steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ....typed import NamedTuple
from .calling import Undecided
from .regexsyntax import Node, Pattern
from .regexways import steps, ways

# Ways through a pattern that Python may try, tests that it may make (where they were counted with more care); steps
# that the machine may take; instructions in a program.
_MOST_WAYS = 1e6
_MOST_TESTS = 1e7
_MOST_STEPS = 100_000
_LONGEST_PROGRAM = 20_000

# Starts and ends of the groups, group 0 first; -1 where a group took no part.
Places = tuple[int, ...]


class _Step(NamedTuple):
    """One instruction: `set`, `edge`, `save` (a place), `split` (two ways, the first preferred), `jump`, or `done`."""

    do: str
    test: re.Pattern[str] | None = None
    first: int = 0
    second: int = 0


def matches(pattern: Pattern, text: str) -> Iterator[Places]:
    """All matches from left to right; an empty one that touches the match before it does not count.

    Raises Undecided where it would take too long.
    """
    find = _finder(pattern, text)
    at = 0
    last = -1
    while at <= len(text):
        places = find(at)
        if places is None:
            return
        start, end = places[:2]
        if end > start or start != last:
            yield places
        last = end
        at = end if end > start else end + 1


class _Python:
    """Finds by Python's own matcher."""

    def __init__(self, pattern: Pattern, text: str) -> None:
        self.compiled = _compiled(_source(pattern.root))
        self.text = text

    def __call__(self, start: int) -> Places | None:
        match = self.compiled.search(self.text, start)
        if match is None:
            return None
        return tuple(place for number in range(self.compiled.groups + 1) for place in match.span(number))


def _finder(pattern: Pattern, text: str) -> _Python | _Machine:
    if _ends_soon(pattern, text):
        try:
            return _Python(pattern, text)
        except (re.error, OverflowError, RecursionError):
            raise Undecided from None
    return _Machine(pattern, text)


def _ends_soon(pattern: Pattern, text: str) -> bool:
    """Is Python's matcher surely done before anybody waits for it?"""
    length = len(text)
    if ways(pattern.root, length) * (length + 1) <= _MOST_WAYS:
        return True
    return text.isascii() and steps(pattern, length) <= _MOST_TESTS


@lru_cache(maxsize=1024)
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _source(node: Node) -> str:
    """A tree as a pattern of Python's."""
    if node.kind in ("set", "edge"):
        return node.text
    inner = [_source(item) for item in node.items]
    if node.kind == "sequence":
        return "".join(inner)
    if node.kind == "choice":
        return f"(?:{'|'.join(inner)})"
    if node.kind == "group":
        return f"({inner[0]})" if node.number else f"(?:{inner[0]})"
    high = "" if node.high is None else node.high
    return f"(?:{inner[0]}){{{node.low},{high}}}{'' if node.greedy else '?'}"


class _Machine:
    """Finds by a program over all states at once."""

    def __init__(self, pattern: Pattern, text: str) -> None:
        self.program: list[_Step] = []
        self._emit(pattern.root)
        self.program.append(_Step("done"))
        self.blank: Places = (-1,) * (2 * len(pattern.names) + 2)
        self.text = text
        self.steps = 0

    def _emit(self, node: Node) -> None:
        program = self.program
        if len(program) > _LONGEST_PROGRAM:
            raise Undecided
        if node.kind in ("set", "edge"):
            program.append(_Step(node.kind, _compiled(node.text)))
        elif node.kind == "choice":
            self._emit_choice(node.items)
        elif node.kind == "repeat":
            self._emit_repeat(node)
        else:
            if node.number:
                program.append(_Step("save", first=2 * node.number))
            for item in node.items:
                self._emit(item)
            if node.number:
                program.append(_Step("save", first=2 * node.number + 1))

    def _emit_choice(self, branches: tuple[Node, ...]) -> None:
        program = self.program
        jumps = []
        for branch in branches[:-1]:
            split = len(program)
            program.append(_Step("split"))
            self._emit(branch)
            jumps.append(len(program))
            program.append(_Step("jump"))
            program[split] = _Step("split", None, split + 1, len(program))
        self._emit(branches[-1])
        for jump in jumps:
            program[jump] = _Step("jump", None, len(program))

    def _emit_repeat(self, node: Node) -> None:
        program, inner = self.program, node.items[0]
        for _ in range(node.low):
            self._emit(inner)
        splits = []
        for _ in range(1 if node.high is None else node.high - node.low):
            splits.append(len(program))
            program.append(_Step("split"))
            self._emit(inner)
        if node.high is None:
            program.append(_Step("jump", None, splits[0]))
        for split in splits:
            ways = (split + 1, len(program)) if node.greedy else (len(program), split + 1)
            program[split] = _Step("split", None, *ways)

    def __call__(self, start: int) -> Places | None:
        # What failed from one start fails from the next as well: the states are shared between them.
        seen: set[int] = set()
        for at in range(start, len(self.text) + 1):
            found = self._run(at, seen)
            if found is not None:
                return found
        return None

    def _run(self, start: int, seen: set[int]) -> Places | None:
        pending: list[tuple[int, int, Places]] = [(0, start, self.blank)]
        program, size = self.program, len(self.program)
        while pending:
            at, position, places = pending.pop()
            state = position * size + at
            if state in seen:
                continue
            seen.add(state)
            self.steps += 1
            if self.steps > _MOST_STEPS:
                raise Undecided
            step = program[at]
            if step.do == "done":
                return (start, position, *places[2:])
            if step.do == "split":
                pending += ((step.second, position, places), (step.first, position, places))
            elif step.do == "jump":
                pending.append((step.first, position, places))
            elif step.do == "save":
                marked = (*places[: step.first], position, *places[step.first + 1 :])
                pending.append((at + 1, position, marked))
            elif step.test is not None and step.test.match(self.text, position):
                pending.append((at + 1, position + (step.do == "set"), places))
        return None
