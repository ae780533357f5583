"""How a value keeps the way it came, and an unknown one what it is unknown for."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import Span
from ...resource import UNKNOWN, Resource, Step, Value


def passed(value: Value, what: str, decides: bool = False) -> Value:
    """A value as reached through `what` (a variable, a local, an output): its own span becomes the first step."""
    if value.span is None:
        return value
    return value.but(trail=(Step(value.span, what, decides), *value.trail))


def unknown(span: Span | None, *sources: Value) -> Value:
    """Unknown for the sake of `sources`: it keeps the way to the first of them that is unknown."""
    return Value(UNKNOWN, None, span, refers=union(*(source.refers for source in sources)), trail=trail_of(sources))


def trail_of(sources: Iterable[Value]) -> tuple[Step, ...]:
    """The trail of the first unknown value among `sources` and their parts."""
    for source in sources:
        if source.state is UNKNOWN or source.open:
            if source.trail:
                return source.trail
            if source.pieces:
                return trail_of(source.pieces)
        if isinstance(source.data, (tuple, dict)):  # and no mapping that makes its values on demand
            inner = trail_of(source.data if isinstance(source.data, tuple) else source.data.values())
            if inner:
                return inner
    return ()


def union(*groups: tuple[Resource, ...]) -> tuple[Resource, ...]:
    """The resources of all groups, once each, in order."""
    groups = tuple(group for group in groups if group)
    if not groups:
        return ()
    if len(groups) == 1:
        return groups[0]
    return tuple({id(item): item for group in groups for item in group}.values())
