"""Other tools' ignore comments as ours: where they stand, or above the block where they are about the whole block."""

from __future__ import annotations

from collections.abc import Iterable

from ..catalog import Catalog
from ..document import Document
from ..model import Edit, Span
from ..suppressing.applying import Comments
from ..suppressing.edits import comment_of, without
from ..suppressing.ignore import Ignore
from ..suppressing.policy import Policy
from ..suppressing.reading import outline_of
from ..typed import NamedTuple

_ABOUT_THE_BLOCK = ("checkov", "terrascan")  # wherever in the block they stand


class Migrated(NamedTuple):
    """What becomes of the comments: edits by path, how many comments that is, and what is left with the reason."""

    edits: dict[str, list[Edit]]
    rewritten: int
    left: list[tuple[Span, str]]


def migrated(documents: Iterable[Document], catalog: Catalog) -> Migrated:
    """The edits that make other tools' comments ours. What cannot be said in ours is left: it is still understood."""
    by_path = {document.path: document for document in documents}
    comments = Comments(by_path.values(), catalog, Policy())
    edits: dict[str, list[Edit]] = {}
    left: list[tuple[Span, str]] = []
    rewritten = 0
    for ignore in comments.ignores:
        if ignore.ours:
            continue
        document = by_path[ignore.span.path]
        reason = _obstacle(ignore, comments, document)
        if reason:
            left.append((ignore.span, reason))
            continue
        edits.setdefault(document.path, []).extend(_edits(document, ignore, comments))
        rewritten += 1
    return Migrated(edits, rewritten, left)


def _obstacle(ignore: Ignore, comments: Comments, document: Document) -> str:
    """Why an ignore cannot be written in our notation; empty where it can."""
    unknown = [pattern.text for pattern in ignore.patterns if not comments.rules(pattern.text)]
    if unknown:
        return f"no rule of ours is `{', '.join(unknown)}`"
    if ignore.line and _begins_there(document, *ignore.covers[0]):
        return "ours would be about all that begins on the line"
    if ignore.workspace:
        return "ours hold in every workspace"
    if ignore.only:
        return "ours have no filters by attribute"
    if comment_of(document, ignore) is None:
        return "it stands in metadata, where it is understood as it is"
    return ""


def _begins_there(document: Document, start: int, end: int) -> bool:
    """Does something begin on a line that goes on below it?"""
    outline = outline_of(document)
    items = list(outline.items) if outline is not None else []
    while items:
        item = items.pop()
        if start <= item.start <= end < item.end:
            return True
        items.extend(item.items)
    return False


def _edits(document: Document, ignore: Ignore, comments: Comments) -> list[Edit]:
    written = _written(ignore, comments, len(document.text))
    start, end = ignore.covers[0] if ignore.covers else (0, 0)
    inside = start < ignore.span.start < end
    if ignore.notation in _ABOUT_THE_BLOCK and inside and end <= len(document.text):
        gone = without(document, ignore)
        line = document.text.rfind("\n", 0, start) + 1
        indent = document.text[line:start] if not document.text[line:start].strip() else ""
        newline = "\r\n" if "\r\n" in document.text else "\n"
        above = Edit(document.span(line, line), f"{indent}# {written}{newline}")
        return [above, gone] if gone is not None else []
    return [Edit(ignore.span, written)]


def _written(ignore: Ignore, comments: Comments, size: int) -> str:
    """The ignore in our notation."""
    every = any(pattern.text == "*" for pattern in ignore.patterns)
    rules = sorted({rule for pattern in ignore.patterns for rule in comments.rules(pattern.text)})
    whole = ignore.covers == ((0, size + 1),) and ignore.notation in ("kics", "hadolint")
    word = "ignore-file" if whole else "ignore"
    parts = [f"cloudlint: {word}[{'*' if every else ', '.join(rules)}]", ignore.reason]
    parts.append(f"until={ignore.until}" if ignore.until else "")
    return " ".join(part for part in parts if part)
