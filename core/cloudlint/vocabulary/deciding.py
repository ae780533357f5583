"""What decides where two things must hold and either may be unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..resource import Observing, Value
from ..typed import TypeVar

T = TypeVar("T")


def both(first: Callable[[], object], second: Callable[[], T]) -> T | None:
    """What `second` gives where `first` holds as well; None where it does not.

    What is unknown of one is noted only where the other does not surely fail: else it decides nothing.
    """
    with Observing() as doubts:
        holds = first()
    if not holds and not doubts:
        return None
    with Observing() as unknown:
        found = second()
    if found or unknown:
        _note((*doubts, *unknown))
    return found if holds else None


def _note(values: Iterable[Value]) -> None:
    for value in values:
        value.known  # noqa: B018  notes what is unknown of it
