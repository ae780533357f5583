"""Between the core's values and the protocol's: the only file that knows both.

The core counts code points from the start of a text. The protocol counts lines and columns from zero, columns in the
units of the encoding that client and server agreed on, and a line ends at LF, CRLF or a lone CR.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias
from urllib.parse import quote, unquote, urlsplit

from lsprotocol import types

from cloudlint.model import HIGH, LOW, MEDIUM, SAFE, Finding, Safety, Severity, Span
from cloudlint.notices import IGNORE_EXPIRED, IGNORE_UNUSED

Plain: TypeAlias = dict[str, object]
"""JSON as the client gets it. Diagnostics come by the hundred with every key; the protocol's own classes would cost
more than finding them."""

SOURCE = "cloudlint"
BOM = "\ufeff"
UNTITLED = "/(untitled)"  # buffers without a file: each is alone in a folder of its own below

_LINE_END = re.compile(r"\r\n|\n|\r")
_ENCODINGS = ("utf-8", "utf-16", "utf-32")

_IDLE = frozenset((IGNORE_UNUSED.id, IGNORE_EXPIRED.id))  # comments that do nothing, which editors show faded

_SEVERITIES = {
    LOW: types.DiagnosticSeverity.Information,
    MEDIUM: types.DiagnosticSeverity.Warning,
}


# ------------------------------------------------------------------------ positions


class Positions:
    """Offsets in one text to positions, and back, in one encoding (`utf-8`, `utf-16`, `utf-32`).

    Offsets are those of the text without byte order mark; a client whose buffer begins with one counts it.
    """

    __slots__ = ("_ascii", "_encoding", "_shift", "_starts", "_text")

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        assert encoding in _ENCODINGS, f"`{encoding}` is no encoding of positions"
        self._text = text
        self._encoding = encoding
        self._ascii = text.isascii()
        self._shift = 1 if text.startswith(BOM) else 0
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> types.Position:
        """The position of an offset; one past the end is the end."""
        return types.Position(*self.pair(offset))

    def pair(self, offset: int) -> tuple[int, int]:
        """Line and character of an offset."""
        offset = min(offset + self._shift, len(self._text))
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


# ----------------------------------------------------------------------- diagnostics


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

    def plain_range(self, span: Span) -> Plain:
        """The range of a span, as JSON."""
        if not self.holds(span.path):
            return _plain((0, 0), (0, 0))
        positions = self.positions(span.path)
        return _plain(positions.pair(span.start), positions.pair(span.end))


class Reported(NamedTuple):
    """A finding as it is shown: with its fingerprint, and the address of its rule's page (may be empty)."""

    finding: Finding
    fingerprint: str
    page: str = ""


def diagnostic(reported: Reported, places: Places, *, related: bool = True) -> Plain:
    """A finding as a diagnostic; `related` is false for clients that do not show related places."""
    finding = reported.finding
    made: Plain = {
        "range": places.plain_range(finding.span),
        "severity": _severity(finding.severity),
        "code": finding.rule,
        "source": SOURCE,
        "message": finding.message,
        "data": _data(reported),
    }
    if reported.page:
        made["codeDescription"] = {"href": reported.page}
    if finding.rule in _IDLE:
        made["tags"] = [types.DiagnosticTag.Unnecessary.value]
    shown = [other for other in finding.related if related and places.holds(other.span.path)]
    if shown:
        made["relatedInformation"] = [
            {
                "location": {"uri": places.uri(other.span.path), "range": places.plain_range(other.span)},
                "message": other.message,
            }
            for other in shown
        ]
    return made


def _data(reported: Reported) -> Plain:
    """What a client hands back with a diagnostic, and shows if it likes; the edits are made when they are asked for."""
    finding = reported.finding
    data: Plain = {"fingerprint": reported.fingerprint, "severity": str(finding.severity)}
    if finding.fix is not None:
        data["fix"] = {"title": finding.fix.title, "safety": str(finding.fix.safety)}
    return data


def _plain(start: tuple[int, int], end: tuple[int, int]) -> Plain:
    return {
        "start": {"line": start[0], "character": start[1]},
        "end": {"line": end[0], "character": end[1]},
    }


def _severity(severity: Severity) -> int:
    return _SEVERITIES.get(severity, types.DiagnosticSeverity.Error).value


def note(message: str, line: int, severity: Severity = HIGH, code: str = "settings") -> Plain:
    """A diagnostic about a whole line (from 0), for a file of settings."""
    range = _plain((line, 0), (line + 1, 0))
    return {"range": range, "severity": _severity(severity), "code": code, "source": SOURCE, "message": message}


def action_title(title: str, safety: Safety) -> str:
    """A fix's title as a menu item: how safe it is stands there unless it is safe."""
    shown = title[:1].upper() + title[1:]
    return shown if safety is SAFE else f"{shown} ({safety})"
