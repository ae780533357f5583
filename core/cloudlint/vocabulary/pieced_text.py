"""Text put together from pieces, and where in the documents each character of it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from ..model import Span
from ..resource import ABSENT, KNOWN, Value

HOLE = "\ufdd0"  # a Unicode noncharacter: stands in the text for a part that is a value of its own


class PiecedText:
    """A string put together from pieces: literal text stands somewhere exactly, everything else becomes a hole."""

    __slots__ = ("editable", "holes", "offsets", "pieces", "template", "text", "whole")

    def __init__(self, value: Value, pieces: tuple[Value, ...] | None = None) -> None:
        texts: list[str] = []
        holes: dict[int, Value] = {}
        self.whole = value.span
        self.offsets: list[int] = []
        self.pieces: list[Value] = []
        self.holes: Mapping[int, Value] = holes
        at = 0
        for piece in _pieces(value) if pieces is None else pieces:
            if piece.state is ABSENT or piece.data == "":
                continue
            self.offsets.append(at)
            self.pieces.append(piece)
            if is_literal(piece):
                texts.append(str(piece.data))
            else:
                holes[at] = piece
                texts.append(HOLE)
            at += len(texts[-1])
        self.text = "".join(texts)
        # In a quoted string the quotes of JSON are escaped, which no exact piece can hold: then nothing is edited.
        self.editable = any(_exact(piece) and '"' in str(piece.data) for piece in self.pieces)
        self.template = not any(piece.span and piece.span.path.endswith(".json") for piece in self.pieces)

    def span(self, start: int, end: int) -> Span | None:
        """The narrowest place known for a stretch of the text."""
        first = self._place(start)
        last = self._place(end - 1)
        if first is None or last is None or first.path != last.path or first.start > last.end:
            return self.whole
        return Span(first.path, first.start, last.end)

    def exact(self, start: int, end: int) -> Span | None:
        """The place of exactly this stretch; None where an end of it was computed."""
        if start == end:
            before = self._place(start - 1, exactly=True) if start else None
            return None if before is None else Span(before.path, before.end, before.end)
        first = self._place(start, exactly=True)
        last = self._place(end - 1, exactly=True)
        if first is None or last is None or first.path != last.path or first.start > last.end:
            return None
        return Span(first.path, first.start, last.end)

    def margin(self, offset: int) -> str:
        """What `<<-` took away in front of the line: the gap between the places of two lines that follow each other."""
        start = self.text.rfind("\n", 0, offset) + 1
        before = self._place(start - 1, exactly=True) if start else None
        first = self._place(start, exactly=True)
        if before is None or first is None or before.path != first.path:
            return ""
        return " " * max(0, first.start - before.end)

    def _place(self, offset: int, exactly: bool = False) -> Span | None:
        """Where one character of the text stands, or the piece that it came from."""
        index = bisect_right(self.offsets, offset) - 1
        piece = self.pieces[index]
        span = piece.span
        if span is not None and _exact(piece):
            at = span.start + offset - self.offsets[index]
            return Span(span.path, at, at + 1)
        return None if exactly else span


def is_literal(piece: Value) -> bool:
    """Is this text that stands there? What came through a reference or an encoding function is a value of its own."""
    return (
        piece.state is KNOWN
        and isinstance(piece.data, str)
        and not (piece.trail or piece.refers or piece.pieces or piece.encoded)
    )


def _exact(piece: Value) -> bool:
    span = piece.span
    return span is not None and is_literal(piece) and span.end - span.start == len(str(piece.data))


def _pieces(value: Value) -> tuple[Value, ...]:
    return value.pieces or whole_text(value)


def whole_text(value: Value) -> tuple[Value, ...]:
    """A known string as one piece of literal text, at its place without the quotes; nothing for other values."""
    if not isinstance(value.data, str):
        return ()
    text, span = value.data, value.span
    if span is not None and not value.trail and span.end - span.start == len(text) + 2:
        span = Span(span.path, span.start + 1, span.end - 1)  # the quotes
    return (Value(KNOWN, text, span),)
