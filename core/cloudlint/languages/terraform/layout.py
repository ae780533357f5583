"""Where attributes stand on their lines, and the columns that `terraform fmt` gives their `=` and their comments.

The formatter lines up the `=` of consecutive lines that each hold a whole `name = value`, and the trailing `#` or `//`
comments of consecutive lines. Text that was lined up before an edit is lined up after it; text whose author lays it
out another way is left alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ...typed import NamedTuple
from .syntax import Attribute, Body, Expression, Item, Object, Template

Piece = tuple[int, int, str]  # start, end, new text: an edit before it is bound to a document


class Row(NamedTuple):
    """A line with something to line up: the `=` of an attribute, or a trailing comment.

    `line` is the offset where it starts and `after` where the next line starts, `head` the width of what stands before
    the padding, `pad` the offset of the padding and `mark` of what is lined up.
    """

    line: int
    after: int
    head: int
    pad: int
    mark: int

    @property
    def column(self) -> int:
        """The width of everything before the mark."""
        return self.head + self.mark - self.pad


# ------------------------------------------------------------------ lines


def line_start(text: str, offset: int) -> int:
    """Offset of the first character of the line."""
    return text.rfind("\n", 0, offset) + 1


def next_line(text: str, offset: int) -> int:
    """Offset of the first character of the next line; the end of the text where there is none."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def indentation(text: str, offset: int) -> str:
    """The white space at the start of the line."""
    start = line_start(text, offset)
    end = start
    while text[end : end + 1] in (" ", "\t"):
        end += 1
    return text[start:end]


def width(text: str) -> int:
    """Columns as the formatter counts them: a letter with its combining marks is one."""
    if text.isascii():
        return len(text)
    from unicodedata import category

    return sum(category(char) not in ("Mn", "Me", "Cf") for char in text)


# ------------------------------------------------------------------ the = of attributes


def equals_at(text: str, entry: Attribute | Item) -> int:
    """Offset of the `=` of an attribute or item; -1 where it is written in another way (`:`, a comment between)."""
    if isinstance(entry, Attribute):
        return entry.equals
    between = text[entry.key.end : entry.value.start]
    return entry.key.end + between.index("=") if between.strip() == "=" else -1


def is_heredoc(value: Expression) -> bool:
    """Is the whole value a heredoc? The formatter takes it for one line."""
    return isinstance(value, Template) and bool(value.marker)


def is_flat(text: str, entry: Attribute | Item) -> bool:
    """Does the formatter take it for one line?"""
    return "\n" not in text[entry.start : entry.end] or is_heredoc(entry.value)


def row(text: str, entry: Attribute | Item, close: int, *, tall: bool = False) -> Row | None:
    """The row of an attribute or item; None where the formatter would not line it up.

    That is where the value takes several lines (unless `tall`), or something stands before it on its line. `close` is
    the offset where the body or object around it closes.
    """
    pad = entry.start + len(entry.name) if isinstance(entry, Attribute) else entry.key.end
    mark = equals_at(text, entry)
    if mark < 0 or not (tall or is_flat(text, entry)):
        return None
    line = line_start(text, entry.start)
    after = next_line(text, entry.end)
    if text[line : entry.start].strip() or close < after or text[pad:mark].strip(" \t"):
        return None
    return Row(line, after, width(text[line:pad]), pad, mark)


def entries(container: Body | Object) -> Sequence[Attribute | Item]:
    """What is lined up in a body or an object."""
    return container.attributes if isinstance(container, Body) else container.items


def closes(container: Body | Object) -> int:
    """Offset of the closing brace, or the end of the file."""
    return container.end if isinstance(container, Body) else container.end - 1


class Rows:
    """The rows of one body or object, found by where they start and end."""

    __slots__ = ("_above", "_below")

    def __init__(self, text: str, container: Body | Object) -> None:
        found = [line for entry in entries(container) if (line := row(text, entry, closes(container)))]
        self._above = {line.after: line for line in found}
        self._below = {line.line: line for line in found}

    def above(self, line: int) -> list[Row]:
        """The run of rows that ends right above the line starting at `line`, top first."""
        run: list[Row] = []
        while (found := self._above.get(line)) is not None:
            run.append(found)
            line = found.line
        return run[::-1]

    def below(self, line: int) -> list[Row]:
        """The run of rows that begins with the line starting at `line`."""
        run: list[Row] = []
        while (found := self._below.get(line)) is not None:
            run.append(found)
            line = found.after
        return run


def line_up(old: Iterable[Sequence[Row]], new: Iterable[Sequence[Row]]) -> tuple[list[Piece], dict[Row, int]]:
    """The edits of padding that line up the runs `new`, whose rows stood in the runs `old` before.

    Rows of `new` may carry another `head` than before, and rows whose `pad` is negative are about to be inserted. Also
    gives the column for each row to be inserted.
    """
    column, tight = _habit(old)
    pieces: list[Piece] = []
    columns: dict[Row, int] = {}
    for run in new:
        if not run:
            continue
        target = max(line.head for line in run) + 1
        if not tight:
            target = max(target, column)
        for line in run:
            if line.pad < 0:
                columns[line] = line.head + 1 if column < 0 else target
            elif column >= 0 and line.mark - line.pad != target - line.head:
                pieces.append((line.pad, line.mark, " " * (target - line.head)))
    return pieces, columns


def _habit(runs: Iterable[Sequence[Row]]) -> tuple[int, bool]:
    """The column that the runs keep, and whether it is the formatter's; column -1 where they keep none."""
    column, tight = 0, True
    for run in runs:
        if not run:
            continue
        columns = {line.column for line in run}
        smallest = max(line.head for line in run) + 1
        if len(columns) > 1 or min(columns) < smallest:
            return -1, False
        column = max(column, *columns)
        tight = tight and columns == {smallest}
    return column, tight


# ------------------------------------------------------------------ trailing comments


def trailing_comments(text: str, comments: Sequence[tuple[int, int]], start: int, end: int) -> list[Row]:
    """The lines between two offsets that end in a `#` or `//` comment, and their neighbours in the same run."""
    first = bisect_left(comments, (start, 0))
    last = bisect_left(comments, (end, 0))
    found = [line for pair in comments[first:last] if (line := _comment_row(text, pair))]
    top, bottom = start, end
    while first > 0 and (line := _comment_row(text, comments[first - 1])) and line.after == top:
        found.insert(0, line)
        top, first = line.line, first - 1
    while last < len(comments) and (line := _comment_row(text, comments[last])) and line.line == bottom:
        found.append(line)
        bottom, last = line.after, last + 1
    return found


def _comment_row(text: str, comment: tuple[int, int]) -> Row | None:
    start, end = comment
    line = line_start(text, start)
    before = text[line:start].rstrip(" \t")
    if not before or text.startswith("/*", start):
        return None
    return Row(line, next_line(text, end), width(before), line + len(before), start)


def line_up_comments(text: str, comments: Sequence[tuple[int, int]], pieces: list[Piece]) -> list[Piece]:
    """The edits that line up the trailing comments around `pieces`, which are sorted and do not overlap."""
    if not comments or not pieces:
        return []
    start = line_start(text, pieces[0][0])
    end = next_line(text, pieces[-1][1])
    old = trailing_comments(text, comments, start, end)
    if not old:
        return []
    changed, shifts = _applied(text, start, min(line.line for line in old), max(end, old[-1].after), pieces)
    moved: list[Row] = []
    for line in old:
        covered, shift, free = _fate(line, pieces)
        if covered:
            continue
        mark = line.mark + shift - shifts
        first = line_start(changed, mark)
        before = changed[first:mark].rstrip(" \t")
        if before:
            moved.append(Row(first, next_line(changed, mark), width(before), max(line.pad, free), line.mark))
    found, _ = line_up(runs(old), runs(moved))
    return found


def _applied(text: str, start: int, first: int, end: int, pieces: list[Piece]) -> tuple[str, int]:
    """The text from the first row on with the pieces applied, and the offset at which it begins."""
    begin = min(start, first)
    parts: list[str] = []
    at = begin
    for piece_start, piece_end, new in pieces:
        parts += (text[at:piece_start], new)
        at = piece_end
    return "".join([*parts, text[at:end]]), begin


def _fate(line: Row, pieces: list[Piece]) -> tuple[bool, int, int]:
    """Is the comment removed by a piece, how far do the pieces move it, and up to where do they reach before it?"""
    shift = free = 0
    for start, end, new in pieces:
        if start <= line.mark < end:
            return True, 0, 0
        if end <= line.mark:
            shift += len(new) - (end - start)
            free = end
    return False, shift, free


def runs(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows in order, split where a line lies between two."""
    found: list[list[Row]] = []
    for line in rows:
        if found and found[-1][-1].after == line.line:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def past_comma(text: str, offset: int) -> int:
    """The offset behind the comma that follows, or the same offset."""
    at = offset
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    return at + 1 if text[at : at + 1] == "," else offset
