"""How a value keeps the way it came, and an unknown one what it is unknown for."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Span
from ...resource import UNKNOWN, Resource, Step, Value
from ...unknowns import way

MOST_PARTS = 200_000  # of a value that has a name, at all depths
WORTH_KEEPING = 32  # parts: what holds fewer is counted again

Sizes = dict[int, tuple[object, int]]  # how many parts lists and mappings hold at all depths, by identity


def passed(value: Value, what: str, decides: bool = False, sizes: Sizes | None = None) -> Value:
    """A value as reached through `what` (a variable, a local, an output): its own span becomes the first step.

    `sizes` remembers what was counted already.
    """
    span = value.span
    if span is None:
        return value
    if is_too_much(value, {} if sizes is None else sizes):
        value = unknown(span, value)
    reached = value.copy()
    reached.trail = (Step(span, what, decides), *value.trail)
    return reached


def is_too_much(value: Value, sizes: Sizes) -> bool:
    """Does a value hold more than is worth looking at? What is said twice in each of sixty names is 2^60 parts."""
    data = value.data
    parts = _parts_of(data, sizes) if isinstance(data, (tuple, dict)) else 0
    return parts + _pieces_of(value, sizes) > MOST_PARTS


def _parts_of(data: tuple[Value, ...] | dict[str, Value], sizes: Sizes) -> int:
    """How many parts a list or mapping holds at all depths; counting stops where it is too much."""
    counted = sizes.get(id(data))
    if counted is not None:
        return counted[1]
    total = len(data)
    for item in data if isinstance(data, tuple) else data.values():
        if isinstance(item.data, (tuple, dict)):
            total += _parts_of(item.data, sizes)
        if item.pieces:
            total += _pieces_of(item, sizes)
        if total > MOST_PARTS:
            break
    if total >= WORTH_KEEPING:
        sizes[id(data)] = data, total  # with the data, so that its identity stays its own
    return total


def _pieces_of(value: Value, sizes: Sizes) -> int:
    """How many pieces a text is put together from, theirs included."""
    total, pending = 0, [*value.pieces]
    while pending and total <= MOST_PARTS:
        piece = pending.pop()
        total += 1
        pending += piece.pieces
        if isinstance(piece.data, (tuple, dict)):
            total += _parts_of(piece.data, sizes)
    return total


def unknown(span: Span | None, *sources: Value) -> Value:
    """Unknown for the sake of `sources`: it keeps the way to the first of them that is unknown."""
    refers = union(*(source.refers for source in sources))
    return Value(UNKNOWN, None, span, refers=refers, trail=way(sources), sensitive=is_sensitive(sources))


def doubts(*values: Value) -> tuple[Value, ...]:
    """The first of `values` that may hold more than is seen: what leaves a list or mapping made of them open."""
    return next(((value,) for value in values if value.open or value.state is UNKNOWN), ())


def way_from(value: Value) -> tuple[Step, ...]:
    """The steps to what would decide about something that is not seen in a value."""
    return (way((value,)) if value.open and value.pieces else ()) or value.trail


def is_sensitive(values: Iterable[Value]) -> bool:
    """Is what is made of these values not to be shown?"""
    return any(value.sensitive for value in values)


def union(*groups: tuple[Resource, ...]) -> tuple[Resource, ...]:
    """The resources of all groups, once each, in order."""
    found: tuple[Resource, ...] = ()
    for group in groups:
        if group:
            if found:
                return tuple({id(item): item for group in groups for item in group}.values())
            found = group
    return found
