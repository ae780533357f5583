"""How a value keeps the way it came, and an unknown one what it is unknown for."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Span
from ...resource import UNKNOWN, Resource, Step, Value
from ...unknowns import way

MOST_PARTS = 200_000  # of a value that has a name, at all depths


def passed(value: Value, what: str, decides: bool = False) -> Value:
    """A value as reached through `what` (a variable, a local, an output): its own span becomes the first step."""
    span = value.span
    if span is None:
        return value
    if is_too_much(value):
        value = unknown(span, value)
    return value.but(trail=(Step(span, what, decides), *value.trail))


def is_too_much(value: Value) -> bool:
    """Does a value hold more than is worth looking at? What is said twice in each of sixty names is 2^60 parts."""
    if not value.pieces and not isinstance(value.data, (tuple, dict)):
        return False
    pending, left = [value], MOST_PARTS
    while pending:
        item = pending.pop()
        data = item.data
        parts = data if isinstance(data, tuple) else data.values() if isinstance(data, dict) else ()
        left -= len(parts) + len(item.pieces)
        if left < 0:
            return True
        pending += parts
        pending += item.pieces
    return False


def unknown(span: Span | None, *sources: Value) -> Value:
    """Unknown for the sake of `sources`: it keeps the way to the first of them that is unknown."""
    refers = union(*(source.refers for source in sources))
    return Value(UNKNOWN, None, span, refers=refers, trail=way(sources), sensitive=is_sensitive(sources))


def is_sensitive(values: Iterable[Value]) -> bool:
    """Is what is made of these values not to be shown?"""
    return any(value.sensitive for value in values)


def union(*groups: tuple[Resource, ...]) -> tuple[Resource, ...]:
    """The resources of all groups, once each, in order."""
    groups = tuple(group for group in groups if group)
    if not groups:
        return ()
    if len(groups) == 1:
        return groups[0]
    return tuple({id(item): item for group in groups for item in group}.values())
