"""A file as the core sees it: its text, and where its lines are."""

from __future__ import annotations

from .model import Span
from .text import Lines, Position


class Document:
    """One text with its path (absolute, forward slashes) and language (`terraform`, `yaml`, ...).

    `text` is without byte order mark; line ends are kept as they stand in the file.
    """

    __slots__ = ("_lines", "language", "marked", "path", "text", "tree")

    def __init__(self, path: str, text: str, language: str) -> None:
        self.path = path
        self.text = text
        self.language = language
        self.tree: object | None = None  # the language's own parse result, made once
        self._lines: Lines | None = None
        self.marked: bool | None = None  # may it hold ignores? None until somebody has looked

    @property
    def lines(self) -> Lines:
        """The line index, built when first asked for."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    def span(self, start: int, end: int) -> Span:
        """A span of this document."""
        return tuple.__new__(Span, (self.path, start, end))  # twice as fast, and asked for at every node

    def position(self, offset: int) -> Position:
        """Line and column, both from 1."""
        return self.lines.position(offset)
