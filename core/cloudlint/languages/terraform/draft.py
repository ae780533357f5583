"""A change while it is being put together: text pieces, and what must be lined up again because of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...document import Document
from ...model import Change, Edit
from ...patterns import pattern
from .layout import (
    Piece,
    Row,
    Rows,
    closes,
    indentation,
    is_flat,
    line_start,
    line_up,
    line_up_comments,
    next_line,
    row,
    width,
)
from .syntax import Attribute, Body, File, Item, Node, Object, children

Frame = tuple["Body | Object", "Attribute | Item"]

_FIRST_INDENT = pattern(r"(?m)^([ \t]*)\S.*[{(\[][ \t]*\r?\n\1([ \t]+)\S")
_BLANK = pattern(r"[ \t]*\r?(?:\n|\Z)")


class Draft:
    """Pieces of one document. Offsets are those of the text before any of them."""

    __slots__ = ("comments", "document", "file", "newline", "pieces", "text")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.file = document.tree if isinstance(document.tree, File) else None
        self.comments = self.file.comments if self.file is not None else []
        first = self.text.find("\n")
        self.newline = "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"
        self.pieces: list[Piece] = []

    def put(self, start: int, end: int, new: str) -> None:
        """Replace the text between two offsets by `new`, whose lines end in LF."""
        self.pieces.append((start, end, new.replace("\n", self.newline)))

    def replace(self, start: int, end: int, new: str, *, heredoc: bool = False) -> None:
        """Replace an expression, and line up what changes between one line and several because of it."""
        self.put(start, end, new)
        for container, entry in self.frames(start, end):
            flat = heredoc or "\n" not in self.text[entry.start : start] + new + self.text[end : entry.end]
            self._reflow(container, entry, flat)

    def _reflow(self, container: Body | Object, entry: Attribute | Item, flat: bool) -> None:
        was_flat = is_flat(self.text, entry)
        here = row(self.text, entry, closes(container), tall=True) if flat is not was_flat else None
        if here is None:
            return
        rows = Rows(self.text, container)
        above, below = rows.above(here.line), rows.below(here.after)
        apart, together = [above, [here], below], [[*above, here, *below]]
        self.line_up(*((together, apart) if was_flat else (apart, together)))

    def line_up(self, old: list[list[Row]], new: list[list[Row]]) -> dict[Row, int]:
        """Line up the runs `new`, once the runs `old`; gives the columns of the rows that are to be inserted."""
        pieces, columns = line_up(old, new)
        self.pieces += pieces
        return columns

    def take_lines(self, container: Body | Object | None, start: int, end: int) -> None:
        """Remove whole lines, from a line start to a line start, with a blank line that would be left over."""
        text = self.text
        if container is not None:
            rows = Rows(text, container)
            above, below = rows.above(start), rows.below(end)
            self.line_up(self._with_lines(rows, start, end, above, below), [[*above, *below]])
        before = self._line_before(start)
        opens = before is None or text[before:start].rstrip().endswith(("{", "[", "("))
        blank_before = before is not None and not text[before:start].strip()
        if (opens or blank_before) and end < len(text) and _BLANK.match(text, end):
            end = next_line(text, end)
        elif blank_before and before is not None and text[end : next_line(text, end)].strip()[:1] in ("}", "]", ""):
            start = before
        self.put(start, end, "")

    def _line_before(self, line: int) -> int | None:
        return line_start(self.text, line - 1) if line > 0 else None

    def insert_rows(
        self, container: Body | Object, at: int, indent: str, entries: Sequence[tuple[str, str]], tail: str = ""
    ) -> None:
        """Insert lines `name = value` before the line that starts at `at`, lined up with their new neighbours."""
        self.put_rows(container, at, at, indent, entries, tail)

    def put_rows(
        self,
        container: Body | Object,
        start: int,
        end: int,
        indent: str,
        entries: Sequence[tuple[str, str]],
        tail: str = "",
    ) -> None:
        """Write lines `name = value` over the lines of one entry, from a line start to a line start (or over none)."""
        rows = Rows(self.text, container)
        above, below = rows.above(start), rows.below(end)
        groups, new = [list(above)], []
        for number, (name, value) in enumerate(entries):
            new.append(Row(start, start, width(indent + name), -1 - number, 0))  # not in the text yet
            if "\n" in value:
                groups += [[new[-1]], []]
            else:
                groups[-1].append(new[-1])
        groups[-1] += below
        columns = self.line_up(self._with_lines(rows, start, end, above, below), groups)
        lines = (
            f"{indent}{name}{' ' * (columns[row] - row.head)}= {value}{tail}\n"
            for row, (name, value) in zip(new, entries, strict=True)
        )
        self.put(start, end, "".join(lines))

    def run_around(self, container: Body | Object, start: int, end: int) -> tuple[int, int]:
        """Where the lines begin and end that are lined up with those between two line starts."""
        rows = Rows(self.text, container)
        above, below = rows.above(start), rows.below(end)
        return min([start, *(row.line for row in above)]), max([end, *(row.after for row in below)])

    def _with_lines(self, rows: Rows, start: int, end: int, above: list[Row], below: list[Row]) -> list[list[Row]]:
        """The runs that the rows above and below make with the lines between them."""
        if start == end:
            return [[*above, *below]]
        inside = rows.below(start)[:1]
        return [[*above, *inside, *below]] if inside and inside[0].after == end else [above, below]

    # -------------------------------------------------------------- looking around

    def frames(self, start: int, end: int) -> Iterator[Frame]:
        """The attributes and object items around a stretch of an expression, outermost first."""
        node: Node | None = self.file.body if self.file is not None else None
        while node is not None:
            inner = next((child for child in _near(node, start) if child.start <= start and end <= child.end), None)
            if isinstance(node, (Body, Object)) and isinstance(inner, (Attribute, Item)):
                yield node, inner
            node = inner

    def sound(self, start: int, end: int) -> bool:
        """No syntax problem on these lines, nor on the line before or after."""
        if self.document.path.endswith(".json") or "/.terraform/" in self.document.path:
            return False  # JSON syntax has no such nodes; what was downloaded is not the author's text
        if self.file is None or not self.file.problems:
            return True
        first = line_start(self.text, max(0, line_start(self.text, start) - 1))
        last = next_line(self.text, next_line(self.text, end))
        return not any(problem.start < last and problem.end >= first for problem in self.file.problems)

    def tail(self, offset: int) -> int:
        """Start of the next line if only white space and one comment follow on this one; -1 otherwise."""
        text = self.text
        after = next_line(text, offset)
        comment = self.comment_at(offset, after)
        rest = text[offset : comment[0]] + text[comment[1] : after] if comment else text[offset:after]
        return -1 if rest.strip() or (comment and comment[1] > after) else after

    def comment_at(self, start: int, end: int) -> tuple[int, int] | None:
        """The first comment that begins between two offsets."""
        index = bisect_right(self.comments, (start, -1))
        return self.comments[index] if index < len(self.comments) and self.comments[index][0] < end else None

    def line_after(self, offset: int) -> int:
        """Start of the first line behind `offset` and the comment that follows it; -1 where something else follows."""
        after = next_line(self.text, offset)
        comment = self.comment_at(offset, after)
        if comment and comment[1] > after:  # it goes on over more lines
            offset, after = comment[1], next_line(self.text, comment[1])
        return after if self.tail(offset) >= 0 and self.text[after - 1 : after] == "\n" else -1

    def unit(self, outer: str = "", inner: str = "") -> str:
        """One level of indentation: as between these two, or as the document does it first."""
        if inner.startswith(outer) and len(inner) > len(outer):
            return inner[len(outer) :]
        found = _FIRST_INDENT.search(self.text)
        return found[2] if found and found[2] in ("\t", "    ") else "  "

    def indent(self, offset: int) -> str:
        """The indentation of the line."""
        return indentation(self.text, offset)

    # -------------------------------------------------------------- done

    def change(self, title: str, around: tuple[int, int] | None = None) -> Change | None:
        """The pieces as a change, trailing comments lined up; None where nothing would change, or pieces collide.

        All pieces between the two offsets `around` become one edit: no other fix is made in between at the same time.
        """
        changed = (piece for piece in dict.fromkeys(self.pieces) if self.text[piece[0] : piece[1]] != piece[2])
        pieces = sorted(changed, key=_place)
        if any(first[1] > second[0] for first, second in pairwise(pieces)):
            return None
        pieces = sorted(pieces + line_up_comments(self.text, self.comments, pieces), key=_place)
        if around is not None:
            pieces = self._joined(pieces, *around)
        edits: list[Edit] = []
        for start, end, new in pieces:
            if edits and edits[-1].span.end == start:
                last = edits.pop()
                start, new = last.span.start, last.text + new
            edits.append(Edit(self.document.span(start, end), new))
        return Change(title, tuple(edits)) if edits else None

    def _joined(self, pieces: list[Piece], start: int, end: int) -> list[Piece]:
        """The pieces in order, those between two offsets as one that covers all the text there."""
        parts, at = [], start
        for first, last, new in pieces:
            if start <= first and last <= end:
                parts += [self.text[at:first], new]
                at = last
        others = [piece for piece in pieces if not (start <= piece[0] and piece[1] <= end)]
        return sorted([*others, (start, end, "".join([*parts, self.text[at:end]]))], key=_place)


def _place(piece: Piece) -> tuple[int, int]:
    return piece[0], piece[1]


def _near(node: Node, start: int) -> Iterator[Node]:
    """The children that may hold an offset: of a body's, which are many and in order, those that begin last before."""
    if not isinstance(node, Body):
        yield from children(node)
        return
    for held in (node.attributes, node.blocks):
        at = bisect_right(held, start, key=_start)
        yield from held[at - 1 : at] if at else ()


def _start(node: Node) -> int:
    return node.start
