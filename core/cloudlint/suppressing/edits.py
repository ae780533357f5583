"""Edits of ignore comments: taken away, wholly or in part, without a trace of an empty comment."""

from __future__ import annotations

from ..document import Document
from ..model import Edit
from .ignore import Ignore, Pattern
from .notation import notations as our_notations
from .peers import notations as peers_notations
from .reading import outline_of


def comment_of(document: Document, ignore: Ignore) -> tuple[int, int] | None:
    """Where the comment of an ignore stands; None where it stands in metadata."""
    outline = outline_of(document)
    if outline is None:
        return None
    return next((it for it in outline.comments if it[0] <= ignore.span.start < it[1]), None)


def without(document: Document, ignore: Ignore) -> Edit | None:
    """Takes an ignore away, and its comment with it where that says nothing else; None for metadata."""
    comment = comment_of(document, ignore)
    if comment is None:
        return None
    text = document.text
    written = text[comment[0] : comment[1]]
    bare = written.lstrip("#/*; \t")
    alone = len([*our_notations(written), *peers_notations(written)]) == 1
    whole = alone and comment[0] + len(written) - len(bare) == ignore.span.start
    start, end = _line_of(text, *comment) if whole else (ignore.span.start, ignore.span.end)
    return Edit(document.span(start, end), "")


def without_rule(document: Document, ignore: Ignore, pattern: Pattern) -> Edit | None:
    """Takes one rule out of an ignore, and the ignore with it where it names no other."""
    if comment_of(document, ignore) is None:
        return None
    if len(ignore.patterns) == 1:
        return without(document, ignore)
    index = ignore.patterns.index(pattern)
    start, end = (ignore.patterns[index - 1].end, pattern.end) if index else (pattern.start, ignore.patterns[1].start)
    return Edit(document.span(start, end), "")


def _line_of(text: str, start: int, end: int) -> tuple[int, int]:
    """A comment with its whole line where it stands alone, else with the space before it."""
    first = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    if not text[first:start].strip() and not text[end : after if after >= 0 else len(text)].strip():
        return first, after + 1 if after >= 0 else len(text)
    return first + len(text[first:start].rstrip()), end
