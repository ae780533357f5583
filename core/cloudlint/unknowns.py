"""Why a value is unknown: the way from it to what would decide it."""

from __future__ import annotations

from collections.abc import Iterable

from .resource import UNKNOWN, Step, Value


def way(values: Iterable[Value]) -> tuple[Step, ...]:
    """The steps from the first unknown value among `values` and their parts to what would decide it, nearest first."""
    for value in values:
        if value.state is UNKNOWN or value.open:
            if value.open and value.pieces:  # what left it open; the trail says only where it is from
                inner = way(value.pieces)
                if inner:
                    return inner
            if value.trail:
                return value.trail
            if value.pieces:
                return way(value.pieces)
            if value.encoded is not None:
                return way((value.encoded,))
        if isinstance(value.data, (tuple, dict)):  # and no mapping that makes its values on demand
            inner = way(value.data if isinstance(value.data, tuple) else value.data.values())
            if inner:
                return inner
    return ()


def decided_by(value: Value) -> str:
    """What would decide an unknown value, in words; empty where nobody can say."""
    steps = way((value,))
    if steps:
        return steps[-1].what
    return f"{value.refers[0]}, which is known after apply" if value.refers else ""
