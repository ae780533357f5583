"""Reviewing: acceptances in the settings that do not do what they seem to do, as findings that stand there.

Said of the files that the run is about. Of a file that others extend nothing is said: it is for other places, too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from ..catalog import Catalog, Selection
from ..config import Accept
from ..document import Document
from ..model import Finding, Related, Span, Undecided
from ..notices import ACCEPT_EXPIRED, ACCEPT_UNUSED, ACCEPT_WITHOUT_REASON
from ..rule import Rule
from ..toml_text import span_of_entry
from .accepting import Acceptance, Accepted

Read = Callable[[str], "Document | None"]
"""A settings file as a document; None where it cannot be read."""


class Seen:
    """What a run has looked at.

    `folders` are those it was about as a whole; `reported` is what it found, `unseen` what it could not judge.
    """

    def __init__(
        self,
        catalog: Catalog,
        selection: Selection,
        folders: Collection[str],
        reported: Collection[Finding],
        unseen: Collection[Undecided | Related | Finding],
    ) -> None:
        self.catalog = catalog
        self.selection = selection
        self.folders = tuple(folder.rstrip("/") + "/" for folder in folders)
        self.reported = reported
        self.unseen = unseen

    def whole(self, entry: Accepted) -> bool:
        """Was the run about all that an entry could be about?"""
        return bool(self.folders) and entry.paths.folder.startswith(self.folders)

    def judged(self, entry: Accepted, pattern: str) -> bool:
        """Was all judged that one pattern of an entry could mean? Only then it is known to match nothing."""
        rules, defaults = entry.meant[pattern], frozenset(self.catalog.defaults)
        expected = (rules & defaults) or rules
        if not expected or not all(self.selection.wants(rule, rule in defaults) for rule in expected):
            return False
        return not any(self._may_hide(item, entry, rules) for item in self.unseen)

    def _may_hide(self, item: Undecided | Related | Finding, entry: Accepted, rules: Collection[str]) -> bool:
        if isinstance(item, Related):  # a module that is not at hand: what is accepted may stand in it
            return True
        return entry.paths.hold(item.span.path) and (isinstance(item, Finding) or item.rule in rules)


def findings(acceptance: Acceptance, seen: Seen, read: Read) -> Iterator[Finding]:
    """What is wrong with the entries; ask after all findings have been."""
    for entry in acceptance.entries:
        if entry.accept.source:
            yield from _wrong(acceptance, entry, seen, read)


def _wrong(acceptance: Acceptance, entry: Accepted, seen: Seen, read: Read) -> Iterator[Finding]:
    accept = entry.accept
    refusal = acceptance.refusal(accept)
    if refusal is not None:
        if seen.whole(entry) or any(entry.fits(finding, ()) for finding in seen.reported):
            named = ", ".join(f"`{rule}`" for rule in accept.rules)
            if refusal == ACCEPT_EXPIRED.id:
                yield _finding(ACCEPT_EXPIRED, f"{named} was accepted until {accept.until}", accept, read)
            else:
                yield _finding(ACCEPT_WITHOUT_REASON, f"{named} is accepted without a reason", accept, read)
        return
    for pattern in accept.rules if seen.whole(entry) else ():
        if (accept, pattern) not in acceptance.used and seen.judged(entry, pattern):
            message = f"`{pattern}` is accepted, though nothing is found by it{' there' if accept.paths else ''}"
            yield _finding(ACCEPT_UNUSED, message, accept, read)


def _finding(rule: Rule, message: str, accept: Accept, read: Read) -> Finding:
    document = read(accept.source)
    start, end = span_of_entry(document.text, "accept", accept.nth) if document is not None else (0, 0)
    return Finding(rule.id, rule.severity, message, Span(accept.source, start, end))
