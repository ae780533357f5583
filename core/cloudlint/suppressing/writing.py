"""Writing: where an ignore comment about a finding can stand, likeliest place first; whether it does is tried."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..languages import language_of
from ..model import Edit, Finding
from ..outline import Item, holding
from ..typed import NamedTuple
from .reading import ignores, outline_of

WIDEST = 120  # columns up to which a comment is put behind something


class Draft(NamedTuple):
    """An ignore comment to be written: the edit, and where in its text the reason stands (empty so far).

    `reason` is -1 where the edit adds a rule to a comment that gives its reason already.
    """

    edit: Edit
    reason: int

    def reasoned(self, text: str) -> Edit:
        """The edit with a reason; without one, nothing is left of the space before it."""
        edit, at = self.edit, self.reason
        if at < 0:
            return edit
        before, after = edit.text[:at], edit.text[at:]
        return edit._replace(text=f"{before}{text}{after}" if text else f"{before.rstrip(' ')}{after}")


def drafts(document: Document, finding: Finding, until: str = "") -> Iterator[Draft]:
    """Comments that may ignore a finding of the document, `until` a day; none for formats without comments.

    First into a comment that ignores others there, then behind what the finding is about, then above it, then above
    each thing around it.
    """
    outline = outline_of(document)
    if outline is None or document.path.endswith(".json"):
        return
    start, text = finding.span.start, document.text
    for ignore in ignores(document):
        about = any(first <= start < last for first, last in ignore.covers)
        if ignore.ours and about and not ignore.wrong and ignore.until == until and ignore.covers != _whole(text):
            at = ignore.patterns[-1].end
            yield Draft(Edit(document.span(at, at), f", {finding.rule}"), -1)
    note = f"# cloudlint: ignore[{finding.rule}] "
    date = f" until={until}" if until else ""
    first, last = _line(text, start)
    commented = any(first <= comment[0] <= last for comment in outline.comments)
    behind = language_of(document.path) != "dockerfile" and not commented
    if behind and len(text[first:last].rstrip()) + 1 + len(note) <= WIDEST:
        end = first + len(text[first:last].rstrip())
        yield Draft(Edit(document.span(end, end), f" {note}{date}"), 1 + len(note))
    around: tuple[Item, ...] = tuple(holding(outline.items, start))
    newline = "\r\n" if "\r\n" in text else "\n"
    for at in dict.fromkeys(_line(text, it)[0] for it in (start, *(item.start for item in reversed(around)))):
        indent = text[at : at + len(text[at:]) - len(text[at:].lstrip(" \t"))]
        yield Draft(Edit(document.span(at, at), f"{indent}{note}{date}{newline}"), len(indent) + len(note))


def _line(text: str, offset: int) -> tuple[int, int]:
    """Where the line of an offset begins and ends."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def _whole(text: str) -> tuple[tuple[int, int], ...]:
    return ((0, len(text) + 1),)
