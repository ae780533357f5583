"""Outline: the comments of a document and what in it a comment can be about; made only where a comment asks for it.

Each language with a tree gives its own; `indented` reads one from the text of the formats that say with indentation
what belongs together.
"""

from __future__ import annotations

from collections.abc import Iterator

from .typed import NamedTuple


class Item(NamedTuple):
    """A block, attribute or list element: code-point offsets, `end` exclusive, `header_end` where its content begins.

    `block` is true where something that is missing would be reported at the header.
    """

    start: int
    header_end: int
    end: int
    items: tuple[Item, ...] = ()
    block: bool = False


class Outline(NamedTuple):
    """`comments` are (start, end) pairs in order; `items` what stands in the document, in order."""

    comments: tuple[tuple[int, int], ...] = ()
    items: tuple[Item, ...] = ()


class _Line(NamedTuple):
    start: int
    indent: int
    end: int


def indented(text: str) -> Outline:
    """The outline of a text in which deeper indentation belongs to the line above it, with comments from ` #`."""
    comments = []
    lines = []
    at = 0
    for raw in text.split("\n"):
        mark = _comment(raw)
        if mark >= 0:
            comments.append((at + mark, at + len(raw.rstrip())))
        content = raw[:mark].rstrip() if mark >= 0 else raw.rstrip()
        if content.strip() and not content.startswith("---"):
            indent = len(content) - len(content.lstrip())
            lines.append(_Line(at + indent, indent, at + len(content)))
        at += len(raw) + 1
    return Outline(tuple(comments), _nested(lines, 0, len(lines)))


def _nested(lines: list[_Line], first: int, last: int) -> tuple[Item, ...]:
    """The items of lines[first:last]: each line takes the deeper ones that follow it."""
    items = []
    while first < last:
        head = lines[first]
        after = first + 1
        while after < last and lines[after].indent > head.indent:
            after += 1
        inner = _nested(lines, first + 1, after)
        items.append(Item(head.start, head.end, lines[after - 1].end, inner, block=bool(inner)))
        first = after
    return tuple(items)


def _comment(line: str) -> int:
    """Where a comment begins in a line: a `#` at its start or after a space, outside quotes; -1 where there is none."""
    if "#" not in line:
        return -1
    quote = ""
    for index, char in enumerate(line):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and (not index or line[index - 1] in " :[{,-"):
            quote = char
        elif char == "#" and (not index or line[index - 1].isspace()):
            return index
    return -1


def holding(items: tuple[Item, ...], offset: int) -> Iterator[Item]:
    """The items around an offset, outermost first."""
    for item in items:
        if item.start <= offset < item.end:
            yield item
            yield from holding(item.items, offset)
            return
