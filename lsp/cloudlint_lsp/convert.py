"""Between the core's values and the protocol's: positions, paths and texts. `diagnostic` does the same for findings.

The core counts code points from the start of a text. The protocol counts lines and columns from zero, columns in the
units of the encoding that client and server agreed on, and a line ends at LF, CRLF or a lone CR.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from urllib.parse import quote, unquote, urlsplit

from lsprotocol import types

from cloudlint.model import SAFE, Safety, Span

BOM = "\ufeff"
UNTITLED = "/(untitled)"  # buffers without a file: each is alone in a folder of its own below

_LINE_END = re.compile(r"\r\n|\n|\r")
_ENCODINGS = ("utf-8", "utf-16", "utf-32")


# ------------------------------------------------------------------------ positions


class Positions:
    """Offsets in one text to positions, and back, in one encoding (`utf-8`, `utf-16`, `utf-32`).

    Offsets are those of the text without byte order mark; a client whose buffer begins with one counts it.
    """

    __slots__ = ("_ascii", "_encoding", "_shift", "_size", "_starts", "_text")

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        assert encoding in _ENCODINGS, f"`{encoding}` is no encoding of positions"
        self._text = text
        self._size = len(text)
        self._encoding = encoding
        self._ascii = text.isascii()
        self._shift = 1 if text.startswith(BOM) else 0
        self._starts = _line_starts(text)

    def position(self, offset: int) -> types.Position:
        """The position of an offset; one past the end is the end."""
        return types.Position(*self.pair(offset))

    def pair(self, offset: int) -> tuple[int, int]:
        """Line and character of an offset."""
        offset += self._shift
        if offset > self._size:
            offset = self._size
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return line, offset - start if self._ascii else self._units(self._text[start:offset])

    def range(self, start: int, end: int) -> types.Range:
        """The range of two offsets."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; held inside its line (before the line end) and the text."""
        return max(self.raw_offset(position) - self._shift, 0)

    def raw_offset(self, position: types.Position) -> int:
        """The offset with the byte order mark counted in: for edits of the buffer itself."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        end = self._starts[position.line + 1] if position.line + 1 < len(self._starts) else len(self._text)
        line = self._text[start:end].rstrip("\r\n")
        if self._ascii:
            return start + min(position.character, len(line))
        units = 0
        for index, char in enumerate(line):
            units += self._units(char)
            if units > position.character:
                return start + index
        return start + len(line)

    def _units(self, text: str) -> int:
        if self._encoding == "utf-32":
            return len(text)
        if self._encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(char > "\uffff" for char in text)


def _line_starts(text: str) -> list[int]:
    """Where each line begins. Line feeds alone, which most files have, are counted in a tenth of the time."""
    if "\r" in text:
        return [0, *(match.end() for match in _LINE_END.finditer(text))]
    starts = list(accumulate([len(line) + 1 for line in text.split("\n")], initial=0))
    starts.pop()  # of a line behind the last one
    return starts


def edited(text: str, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str) -> str:
    """A buffer's text after the changes of one notification, each seen from the text that the ones before it left."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            positions = Positions(text, encoding)
            start, end = positions.raw_offset(change.range.start), positions.raw_offset(change.range.end)
            text = text[: min(start, end)] + change.text + text[max(start, end) :]
        else:
            text = change.text
    return text


# ----------------------------------------------------------------------------- paths


def path_of(uri: str, name: str = "main.tf") -> str:
    """The absolute path (forward slashes) that a URI stands for; `name` is the file name of a buffer without file."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return f"{UNTITLED}/{quote(uri, safe='')}/{name}"
    path = unquote(parts.path, errors="surrogateescape")  # names need not be UTF-8
    if re.match(r"/[A-Za-z]:", path):  # a drive
        path = path[1].upper() + path[2:]
    elif parts.netloc:
        path = f"//{parts.netloc}{path}"
    return path if len(path) == 1 else path.rstrip("/")


def uri_of(path: str) -> str:
    """The URI of a path."""
    if path.startswith(UNTITLED + "/"):
        return unquote(path.split("/")[2])
    if path.startswith("//"):
        host, _, rest = path[2:].partition("/")
        return f"file://{host}/{_quoted(rest)}"
    return "file://" + _quoted(path if path.startswith("/") else "/" + path)


def _quoted(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"))


# ---------------------------------------------------------------------------- places


class Places:
    """Where things stand, for one answer: positions by path, each text looked at once.

    `texts` are the texts as the client has them (buffers) or would get them (files).
    """

    def __init__(self, texts: Mapping[str, str], encoding: str, uris: Mapping[str, str] | None = None) -> None:
        self._texts = texts
        self._encoding = encoding
        self._uris = uris or {}
        self._positions: dict[str, Positions] = {}

    def holds(self, path: str) -> bool:
        """Is the text at hand?"""
        return path in self._texts

    def uri(self, path: str) -> str:
        """The URI of a path, as the client writes it where the client has named it."""
        return self._uris.get(path) or uri_of(path)

    def positions(self, path: str) -> Positions:
        """The positions of a text that is at hand."""
        found = self._positions.get(path)
        if found is None:
            found = self._positions[path] = Positions(self._texts[path], self._encoding)
        return found

    def range(self, span: Span) -> types.Range:
        """The range of a span; the start of the file where the text is not at hand."""
        if not self.holds(span.path):
            return types.Range(types.Position(0, 0), types.Position(0, 0))
        return self.positions(span.path).range(span.start, span.end)

    def pairs(self, span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
        """Line and character of both ends of a span; the start of the file where the text is not at hand."""
        path, start, end = span
        positions = self._positions.get(path)
        if positions is None:
            if not self.holds(path):
                return (0, 0), (0, 0)
            positions = self.positions(path)
        return positions.pair(start), positions.pair(end)


def action_title(title: str, safety: Safety) -> str:
    """A fix's title as a menu item: how safe it is stands there unless it is safe."""
    shown = title[:1].upper() + title[1:]
    return shown if safety is SAFE else f"{shown} ({safety})"
