"""Reading: the ignores of a document, and the stretch of it that each is about.

A comment behind something is about what begins on its line, or else ends there. A comment on a line of its own is about
what begins on the next line, and about what is missing from the block it stands in; where an empty line or the end of
the block follows, about the whole block, and at the top of a file about the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import languages
from ..document import Document
from ..outline import Item, Outline, holding
from . import hinted
from .ignore import Ignore, Notation

Stretch = tuple[int, int]


def ignores(document: Document) -> tuple[Ignore, ...]:
    """Every ignore that a document holds, in order; none without parsing it where no word hints at one."""
    if not hinted(document.text):
        return ()
    outline = outline_of(document)
    if outline is None:
        return ()
    from . import metadata  # only where something is ignored

    found = [*_of_comments(document, outline), *metadata.ignores(document, outline)]
    return tuple(sorted(found, key=lambda ignore: ignore.span))


def outline_of(document: Document) -> Outline | None:
    """The outline of a document, as its language makes it."""
    return languages.outline(document)


def _of_comments(document: Document, outline: Outline) -> Iterator[Ignore]:
    from . import notation, peers

    text = document.text
    places = _Places(text, outline)
    for start, end in outline.comments:
        comment = text[start:end]
        if hinted(comment):
            for found in (*notation.notations(comment), *peers.notations(comment)):
                patterns = tuple(
                    pattern._replace(start=pattern.start + start, end=pattern.end + start) for pattern in found.patterns
                )
                yield Ignore(
                    document.span(start + found.start, start + found.end),
                    patterns,
                    tuple(places.covered(found, start, end)),
                    found.reason,
                    found.until,
                    found.by,
                    found.notation,
                    found.wrong,
                    found.only,
                    found.workspace,
                    found.reach == "line",
                )


class _Places:
    """What the comments of one document are about."""

    def __init__(self, text: str, outline: Outline) -> None:
        self.text = text
        self.items = outline.items
        self.alone = {start: end for start, end in outline.comments if self._is_alone(start, end)}
        self.alone_at = {self._line_start(start): (start, end) for start, end in self.alone.items()}

    def covered(self, found: Notation, start: int, end: int) -> Iterator[Stretch]:
        """The stretches that a comment at start..end is about."""
        if found.reach == "file":
            yield 0, len(self.text) + 1
            return
        around = tuple(holding(self.items, start))
        if start not in self.alone:
            yield from self._behind(found.reach, start, around)
            return
        at = self._next_line(end)
        if found.reach == "line":
            yield at, self._line_end(at)
        elif found.reach == "block" and around:
            yield around[0].start, around[0].end
        else:
            yield from self._ahead(at, start, around)

    def _behind(self, reach: str, start: int, around: tuple[Item, ...]) -> Iterator[Stretch]:
        """A comment behind something on its line."""
        first, last = self._line_start(start), self._line_end(start)
        if reach == "block" and around:
            yield around[0].start, around[0].end
        elif reach == "line":
            yield first, last
        else:
            item = self._beginning(first, last) or self._ending(first, start)
            yield (item.start, item.end) if item is not None else (first, last)

    def _ahead(self, at: int, start: int, around: tuple[Item, ...]) -> Iterator[Stretch]:
        """A comment on lines of its own; `at` is where the next line begins that is not a comment."""
        item = self._beginning(at, self._line_end(at))
        if item is not None:
            yield item.start, item.end
            if around and around[-1].block:
                yield around[-1].start, around[-1].header_end
        elif around:
            yield around[-1].start, around[-1].end
        elif not any(item.start < start for item in self.items):
            yield 0, len(self.text) + 1
        else:
            after = next((item for item in self.items if item.start > start), None)
            if after is not None:
                yield after.start, after.end

    def _next_line(self, end: int) -> int:
        """The start of the first line below a comment that is no comment itself."""
        at = self._line_end(end) + 1
        while at in self.alone_at:
            at = self._line_end(self.alone_at[at][1]) + 1
        return min(at, len(self.text))

    def _beginning(self, first: int, last: int) -> Item | None:
        """The outermost item that begins on a line."""
        items = self.items
        while True:
            inside: Item | None = None
            for item in items:
                if first <= item.start <= last:
                    return item
                if item.start < first < item.end:
                    inside = item
            if inside is None:
                return None
            items = inside.items

    def _ending(self, first: int, before: int) -> Item | None:
        """The outermost item that ends on a line, before an offset."""
        items = self.items
        while True:
            inside: Item | None = None
            for item in items:
                if first <= item.end <= before:
                    return item
                if item.start < first < item.end:
                    inside = item
            if inside is None:
                return None
            items = inside.items

    def _is_alone(self, start: int, end: int) -> bool:
        before = self.text[self._line_start(start) : start]
        return not (before + self.text[end : self._line_end(end)]).strip()

    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end


def all_ignores(documents: Iterable[Document]) -> tuple[Ignore, ...]:
    """The ignores of several documents."""
    return tuple(ignore for document in documents for ignore in ignores(document))
