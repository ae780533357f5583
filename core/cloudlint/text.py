"""Offsets to lines and columns, and back. Offsets are code points; lines and columns count from 1."""

from __future__ import annotations

from bisect import bisect_right

from .typed import NamedTuple


class Position(NamedTuple):
    """A place as people and editors count it: line and column from 1, columns in code points."""

    line: int
    column: int


class Lines:
    """The line starts of one text. A line ends at LF; a CR before it belongs to the line end."""

    __slots__ = ("starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self.starts = starts

    def position(self, offset: int) -> Position:
        """Line and column of an offset; offsets past the end give the end."""
        offset = min(offset, len(self.text))
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Offset of a line and column, held inside the line and the text."""
        line = min(max(position.line, 1), len(self.starts))
        start = self.starts[line - 1]
        return min(start + position.column - 1, start + len(self.line(line)))

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")
