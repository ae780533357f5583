"""Moving: what was said of resources before an edit, at the places that it is about now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ...model import Edit, Finding, Fix, Related, Span, Undecided
from ...resource import Said
from ...typed import NamedTuple

_made = tuple.__new__  # of named tuples, without a look at their fields: with a key typed on top, all below it moves


class Shift(NamedTuple):
    """One edit of a text: what stood before `start` stays, what stood behind `end` moves by `by`."""

    start: int
    end: int
    by: int


def shift_between(old: str, new: str) -> Shift:
    """The one edit that makes a text of another, as small as it can be."""
    most = min(len(old), len(new))
    start = _alike(old[:most], new[:most])
    most -= start
    end = _alike(old[len(old) - most :][::-1], new[len(new) - most :][::-1])
    return Shift(start, len(old) - end, len(new) - len(old))


def _alike(one: str, other: str) -> int:
    """How many characters two texts of one length begin with alike; halving, as comparing is quick in bulk."""
    low, high = 0, len(one)
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def moved(said: Said, shifts: dict[str, Shift]) -> Said | None:
    """The same, where its places are now, by the edit of each file; None where a place lies inside an edit."""
    reach = said.reach or _reach(said)
    if len(reach) == 1:
        ((path, start, end),) = reach
        shift = shifts.get(path)
        if shift is not None and shift.by and start > shift.end:  # most of the time: all of it stands behind the edit
            return _pushed(said, path, (_made(Span, (path, start + shift.by, end + shift.by)),), shift.by)
    if all(_stays(span, shifts) for span in reach):
        return said if said.reach else said._replace(reach=reach)
    return _moved_apart(said, reach, shifts)


def _reach(said: Said) -> tuple[Span, ...]:
    """From the first place to the last that something is said of, in each file."""
    reach: dict[str, Span] = {}
    doubt = () if said.undecided is None else (said.undecided.span,)
    for span in chain(doubt, *map(_spans, said.findings)):
        path, start, end = reach.get(span.path, span)
        reach[path] = Span(path, min(start, span.start), max(end, span.end))
    return tuple(reach.values())


def _spans(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield from (related.span for related in finding.related)
    if finding.fix is not None:
        yield from (edit.span for edit in finding.fix.edits)


def _stays(span: Span, shifts: dict[str, Shift]) -> bool:
    """Is it where it was? A span that an edit touches may not be."""
    shift = shifts.get(span.path)
    return shift is None or span.end < shift.start or (not shift.by and span.start > shift.end)


# ------------------------------------------------------------------------- all of it alike


def _pushed(said: Said, path: str, reach: tuple[Span, ...], by: int) -> Said:
    """The same, all of whose places are in one file and move alike."""
    findings = tuple([_pushed_finding(finding, path, by) for finding in said.findings])
    undecided = said.undecided
    if undecided is not None:
        _, start, end = undecided.span
        undecided = undecided._replace(span=_made(Span, (path, start + by, end + by)))
    return _made(Said, (findings, undecided, said.asked, reach))


def _pushed_finding(finding: Finding, path: str, by: int) -> Finding:
    rule, severity, message, (_, start, end), resource, kind, framework, related, fix = finding
    if related:
        places = [(_made(Span, (path, first + by, last + by)), what) for (_, first, last), what in related]
        related = tuple([_made(Related, place) for place in places])
    if fix is not None:
        title, edits, safety = fix
        written = [(_made(Span, (path, first + by, last + by)), text) for (_, first, last), text in edits]
        fix = _made(Fix, (title, tuple([_made(Edit, each) for each in written]), safety))
    span = _made(Span, (path, start + by, end + by))
    return _made(Finding, (rule, severity, message, span, resource, kind, framework, related, fix))


# ------------------------------------------------------------------------- place by place


class _Inside(Exception):
    """A place lies inside an edit."""


def _moved_apart(said: Said, reach: tuple[Span, ...], shifts: dict[str, Shift]) -> Said | None:
    try:
        findings = tuple([_finding(finding, shifts) for finding in said.findings])
        undecided = said.undecided and _doubt(said.undecided, shifts)
    except _Inside:
        return None
    try:
        reach = tuple([_span(span, shifts) for span in reach])
    except _Inside:  # between two places
        reach = ()
    return Said(findings, undecided, said.asked, reach)


def _finding(finding: Finding, shifts: dict[str, Shift]) -> Finding:
    rule, severity, message, span, resource, kind, framework, related, fix = finding
    if related:
        related = tuple([Related(_span(place, shifts), what) for place, what in related])
    if fix is not None:
        fix = fix._replace(edits=tuple([Edit(_span(place, shifts), text) for place, text in fix.edits]))
    return Finding(rule, severity, message, _span(span, shifts), resource, kind, framework, related, fix)


def _doubt(undecided: Undecided, shifts: dict[str, Shift]) -> Undecided:
    return undecided._replace(span=_span(undecided.span, shifts))


def _span(span: Span, shifts: dict[str, Shift]) -> Span:
    shift = shifts.get(span.path)
    if shift is None or span.end < shift.start:
        return span
    if span.start > shift.end:
        return _made(Span, (span.path, span.start + shift.by, span.end + shift.by))
    raise _Inside
