"""Hygiene: ignore comments that do not do what they seem to do, as findings with fixes.

Ours only: of another tool's comments that tool is the judge.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..catalog import Catalog, Selection
from ..document import Document
from ..model import SAFE, Edit, Finding, Fix, Related, Span, Undecided
from ..notices import (
    IGNORE_EXPIRED,
    IGNORE_MALFORMED,
    IGNORE_NOT_ALLOWED,
    IGNORE_UNKNOWN_RULE,
    IGNORE_UNUSED,
    IGNORE_WITHOUT_REASON,
)
from ..outline import holding
from ..resource import Graph
from ..rule import Rule
from .applying import Comments, calls
from .edits import without_rule
from .ignore import Ignore, Pattern
from .reading import outline_of

_INSTANTIATED = ("resource", "data", "module")  # Terraform's blocks that `count` can make none of
_BEYOND_DOUBT = 0.9  # of two ids, as difflib counts: a letter or two


class Context:
    """What has to be known of a run to tell that an ignore matches nothing.

    `blind` are the paths of documents in which something could not be read.
    """

    def __init__(
        self,
        selection: Selection,
        graphs: Collection[Graph],
        undecided: Collection[Undecided],
        not_followed: Collection[Related],
        blind: Collection[str],
    ) -> None:
        self.selection = selection
        self.graphs = graphs
        self.undecided = undecided
        self.not_followed = not_followed
        self.blind = blind


def findings(comments: Comments, document: Document, context: Context) -> Iterator[Finding]:
    """What is wrong with our ignores in a document; ask after all findings have been."""
    for ignore in comments.ignores:
        if ignore.ours and ignore.span.path == document.path:
            yield from _wrong(comments, ignore, document, context)


def _wrong(comments: Comments, ignore: Ignore, document: Document, context: Context) -> Iterator[Finding]:
    if ignore.wrong:
        yield _finding(IGNORE_MALFORMED, ignore.wrong, ignore.span)
        return
    unknown = [pattern for pattern in ignore.patterns if not comments.catalog.matching(pattern.text)]
    for pattern in unknown:
        yield _unknown(comments.catalog, ignore, pattern)
    if not ignore.holds(comments.policy.today):
        yield _finding(IGNORE_EXPIRED, f"this ignore was to hold until {ignore.until}", ignore.span)
        return
    if comments.policy.require_reason and not ignore.reason:
        yield _finding(IGNORE_WITHOUT_REASON, "this ignore gives no reason", ignore.span)
    for pattern in ignore.patterns:
        if pattern in unknown:
            continue
        rules = comments.rules(pattern.text)
        named = f"`{pattern.text}`"
        if rules and rules <= comments.policy.kept:
            message = f"{named} must not be ignored, by the settings"
            yield _finding(IGNORE_NOT_ALLOWED, message, _span(ignore, pattern), _removal(document, ignore, pattern))
        elif (ignore, pattern.text) not in comments.used and _judged(comments, ignore, pattern, document, context):
            message = f"{named} is ignored here, where nothing is found by it"
            yield _finding(IGNORE_UNUSED, message, _span(ignore, pattern), _removal(document, ignore, pattern))


def _judged(comments: Comments, ignore: Ignore, pattern: Pattern, document: Document, context: Context) -> bool:
    """Was all judged that the pattern could be about? Only then it is known to match nothing."""
    if document.path in context.blind:
        return False
    rules = comments.rules(pattern.text)
    defaults = frozenset(comments.catalog.defaults)
    expected = (rules & defaults) or rules
    if not expected or not all(context.selection.wants(rule, rule in defaults) for rule in expected):
        return False
    alone = ignore._replace(patterns=(pattern,))
    unseen: Iterable[Undecided | Related] = (*context.undecided, *context.not_followed)
    if any(comments.touches(alone, item, context.graphs) for item in unseen):
        return False
    return _evaluated(ignore, document, comments, context)


def _evaluated(ignore: Ignore, document: Document, comments: Comments, context: Context) -> bool:
    """Is there an instance of the block that holds the ignore? With `count = 0` there is none to judge."""
    outline = outline_of(document)
    around = next(holding(outline.items, ignore.covers[0][0]), None) if outline and ignore.covers else None
    whole = (0, len(document.text) + 1)
    if around is None or whole in ignore.covers or not document.text.startswith(_INSTANTIATED, around.start):
        return True
    standing = [
        resource
        for graph in context.graphs
        for resource in graph.resources
        if (place := resource.span) and place.path == document.path and around.start <= place.start < around.end
    ]
    if not standing or standing[0].kind != "module":
        return bool(standing)
    called = {call for graph in context.graphs for resource in graph.resources for call in calls(resource.address)}
    return any(resource.address in called for resource in standing)


def _unknown(catalog: Catalog, ignore: Ignore, pattern: Pattern) -> Finding:
    from difflib import get_close_matches

    close = get_close_matches(pattern.text.lower(), catalog.ids, n=1, cutoff=_BEYOND_DOUBT) or catalog.suggest(
        pattern.text
    )
    hint = f"; did you mean {' or '.join(f'`{name}`' for name in close)}?" if close else ""
    fix = None
    if len(close) == 1:
        edit = Edit(Span(ignore.span.path, pattern.start, pattern.end), close[0])
        fix = Fix(f"write `{close[0]}`", (edit,), SAFE)
    message = f"`{pattern.text}` names no rule{hint}"
    return _finding(IGNORE_UNKNOWN_RULE, message, _span(ignore, pattern), fix)


def _span(ignore: Ignore, pattern: Pattern) -> Span:
    return Span(ignore.span.path, pattern.start, pattern.end)


def _finding(rule: Rule, message: str, span: Span, fix: Fix | None = None) -> Finding:
    return Finding(rule.id, rule.severity, message[:1].upper() + message[1:], span, fix=fix)


def _removal(document: Document, ignore: Ignore, pattern: Pattern) -> Fix | None:
    """The fix that takes a rule out of a comment, or the comment with it; None for metadata."""
    edit = without_rule(document, ignore, pattern)
    if edit is None:
        return None
    what = f"take `{pattern.text}` out of the ignore" if len(ignore.patterns) > 1 else "take the ignore away"
    return Fix(what, (edit,), SAFE)
