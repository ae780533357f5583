"""Ignore: one comment (or metadata) that says which findings are not to be reported here, and why."""

from __future__ import annotations

from ..model import Span
from ..typed import NamedTuple

OURS = "cloudlint"


class Pattern(NamedTuple):
    """A rule as it is named in a comment; offsets into the document."""

    text: str
    start: int
    end: int


class Ignore(NamedTuple):
    """What a comment asks for.

    span      the notation itself: from its first word to the end of its last option
    patterns  ids or globs of rules, ours or a peer's
    covers    the stretches of the document it is about, as (start, end) pairs
    reason    in the author's words, empty where none is given
    until     the last day it holds, as YYYY-MM-DD, empty for ever
    by        who answers for it
    notation  whose: `cloudlint`, `checkov`, `trivy`, `kics`, ...
    wrong     what is wrong with the comment, as a sentence without period; it then ignores nothing
    only      attribute paths and the values they must have, for the resource to be meant
    workspace the Terraform workspace it holds in, with `*`; empty for every one
    line      is it about what stands there only, not about a resource that begins there?
    """

    span: Span
    patterns: tuple[Pattern, ...]
    covers: tuple[tuple[int, int], ...]
    reason: str = ""
    until: str = ""
    by: str = ""
    notation: str = OURS
    wrong: str = ""
    only: tuple[tuple[str, str], ...] = ()
    workspace: str = ""
    line: bool = False

    @property
    def ours(self) -> bool:
        """Is it in our own notation? Of the others' comments we are not the judge."""
        return self.notation == OURS

    def holds(self, today: str) -> bool:
        """Has it not expired? An empty `today` lets nothing expire."""
        return not (self.until and today and self.until < today)


class Notation(NamedTuple):
    """A comment as it was understood, before it is known what it covers: offsets into the comment's own text.

    `reach` says what it is about:
    here    the thing on its line, or that begins on the next line; what is missing from the block it stands in
    block   the outermost block it stands in, or that begins on the next line
    line    its own line where it stands behind something, else the next
    file    the whole document
    """

    start: int
    end: int
    patterns: tuple[Pattern, ...]
    reach: str = "here"
    reason: str = ""
    until: str = ""
    by: str = ""
    notation: str = OURS
    wrong: str = ""
    only: tuple[tuple[str, str], ...] = ()
    workspace: str = ""
