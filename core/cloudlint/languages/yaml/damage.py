"""What a half-typed line costs: the smallest entry that cannot be read is blanked, everything around it is kept.

Blanked is what YAML itself would call an entry: a line and the lines that are indented below it. Offsets stay as they
are, for blanks take the place of what is cut.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from ...patterns import pattern
from ...typed import NamedTuple
from .building import NotYaml, parses
from .nodes import SCALAR, Problem

MOST_TRIALS = 400  # pieces of one text that are tried; a text with more damage is one damaged piece from there on
MOST_READ = 2_000_000  # code points that are read for it, and fifty times the text

_DOCUMENT = pattern(r"^(?:---|\.\.\.)(?=\s|$)")
_CONFLICT = pattern(r"^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)")


class _Line(NamedTuple):
    start: int
    end: int
    indent: int  # -1 for a line that holds nothing or a comment only


def mended(text: str, error: NotYaml) -> tuple[str, tuple[Problem, ...]]:
    """The text with its damage blanked out, and what was blanked, each with the message of the first trouble in it."""
    return _Mending(text, error).run()


class _Mending:
    def __init__(self, text: str, error: NotYaml) -> None:
        self.text = text
        self.error = error
        self.lines = _lines(text)
        self.cuts: list[tuple[int, int]] = []  # sorted; none overlaps another
        self.trials = 0
        self.budget = MOST_READ + 50 * len(text)

    def run(self) -> tuple[str, tuple[Problem, ...]]:
        for number, line in enumerate(self.lines):
            if _CONFLICT.match(self.text[line.start : line.end]):
                self.cut(number, number + 1)
        first = 0
        for number in [*self.boundaries(), len(self.lines)]:
            if self.exhausted:
                self.cut(first, len(self.lines))
                break
            if number > first and not parses(self.blanked(first, number)):
                self.narrow(first, number)
            first = number + 1
        return self.blanked(0, len(self.lines)), tuple(self.problem(*cut) for cut in self.cuts)

    def boundaries(self) -> list[int]:
        return [n for n, line in enumerate(self.lines) if _DOCUMENT.match(self.text[line.start : line.end])]

    def problem(self, first: int, last: int) -> Problem:
        start, end = self.lines[first].start, self.lines[last - 1].end
        written = self.text[start:end]
        start += len(written) - len(written.lstrip())
        end = start + len(written.strip())
        inside = start <= self.error.offset <= end
        return Problem(self.error.message if inside else "this cannot be read as YAML", start, max(end, start))

    def narrow(self, first: int, last: int) -> None:
        """Cut what is damaged out of lines that do not read together."""
        heads = self.heads(first, last)
        if len(heads) > 1:
            kinds = [self.kind(*head) for head in heads]
            wanted = next((kind for kind in kinds if kind not in ("", SCALAR)), "")
            for head, kind in zip(heads, kinds, strict=True):
                if self.exhausted:
                    break  # and all of it is cut
                if kind == "":
                    self.narrow(*head)
                elif kind != wanted:
                    self.cut(*head)
        elif heads and last - heads[0][0] > 1 and self.reads(heads[0][0], heads[0][0] + 1):
            self.narrow_below(heads[0][0], last)
        else:
            self.cut(first, last)
        if not self.reads(first, last):
            self.cut(first, last)

    def narrow_below(self, head: int, last: int) -> None:
        """The first line reads by itself: the damage is in what is indented below it."""
        if not self.reads(head + 1, last):
            self.narrow(head + 1, last)
        elif not self.reads(head, last):
            self.cut(head + 1, last)

    def heads(self, first: int, last: int) -> list[tuple[int, int]]:
        """The entries of a stretch: lines as little indented as the first one, each with what is below it."""
        begun = [number for number in range(first, last) if self.lines[number].indent >= 0]
        if not begun:
            return []
        column = self.lines[begun[0]].indent
        starts = [number for number in begun if self.lines[number].indent <= column]
        return list(zip(starts, [*starts[1:], last], strict=True))

    @property
    def exhausted(self) -> bool:
        return self.trials > MOST_TRIALS or self.budget < 0

    def kind(self, first: int, last: int) -> str:
        self.trials += 1
        self.budget -= self.lines[last - 1].end - self.lines[first].start
        return "" if self.exhausted else parses(self.blanked(first, last))

    def reads(self, first: int, last: int) -> bool:
        return self.kind(first, last) != ""

    def cut(self, first: int, last: int) -> None:
        self.cuts[bisect_left(self.cuts, (first,)) : bisect_left(self.cuts, (last,))] = [(first, last)]
        for number in range(first, last):
            self.lines[number] = self.lines[number]._replace(indent=-1)

    def blanked(self, first: int, last: int) -> str:
        """A stretch of lines with spaces for what was cut."""
        parts: list[str] = []
        at, end = self.lines[first].start, self.lines[last - 1].end
        for head, tail in self.cuts[bisect_left(self.cuts, (first,)) : bisect_left(self.cuts, (last,))]:
            low, high = self.lines[head].start, self.lines[tail - 1].end
            parts += (self.text[at:low], re.sub(r"[^\r\n]", " ", self.text[low:high]))
            at = high
        return "".join((*parts, self.text[at:end]))


def _lines(text: str) -> list[_Line]:
    found = []
    at = 0
    for line in text.splitlines(keepends=True) if "\x0b" not in text and "\x0c" not in text else _by_feed(text):
        stripped = line.lstrip(" ")
        nothing = not stripped.strip() or stripped.startswith("#")
        found.append(_Line(at, at + len(line), -1 if nothing else len(line) - len(stripped)))
        at += len(line)
    return found


def _by_feed(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)
