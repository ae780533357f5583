"""A source line as a terminal shows it: tabs, wide and invisible characters, and lines too long to show whole."""

from __future__ import annotations

from ..document import Document
from ..model import Span
from ..typed import NamedTuple

TAB = 4
_CUT = "..."


class Excerpt(NamedTuple):
    """One line and where to underline it: columns of the terminal, `before` from 0, `marked` at least 1."""

    number: int
    text: str
    before: int
    marked: int


def excerpt(document: Document, span: Span, width: int = 100) -> Excerpt:
    """The line on which a span begins, with the part of the span on it; cut around the span to `width` columns."""
    line, column = document.position(span.start)
    text = document.lines.line(line)
    start = min(column - 1, len(text))
    # A span over several lines is underlined to the end of its first.
    end = min(max(start + span.end - span.start, start), len(text.rstrip()))
    end = max(end, start)
    left, right = 0, len(text)
    if len(text) > width:
        left = max(0, min(start - width // 4, len(text) - width))
        right = left + width
        end = min(end, right)
    shown, marked = text[left:start], text[start:end]
    rest = text[end:right]
    head = (_CUT if left else "") + _expanded(shown, 0)
    before = columns(head)
    under = _expanded(marked, before)
    tail = _expanded(rest, before + columns(under)) + (_CUT if right < len(text) else "")
    return Excerpt(line, (head + under + tail).rstrip(), before, max(columns(under), 1))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes (Unicode Standard Annex 11; marks and joiners take none)."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(char) in ("Mn", "Me", "Cf") else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def clean(text: str) -> str:
    """Text from a scanned file made harmless: it could else move the cursor, recolour or reorder what is shown."""
    if text.isprintable():
        return text
    return "".join(_visible(char) for char in text)


def _expanded(text: str, column: int) -> str:
    """Tabs as spaces up to the next stop, counted from `column`; control characters made visible."""
    if "\t" not in text:
        return clean(text)
    out = ""
    for char in text:
        out += " " * (TAB - (column + columns(out)) % TAB) if char == "\t" else clean(char)
    return out


def _visible(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)  # the picture of the control character
    if char.isprintable() or code in (0x200C, 0x200D, 0xA0, 0x3000):
        return char
    return "\ufffd"
