"""Functions of sets."""

from __future__ import annotations

from itertools import product

from ....resource import KNOWN, UNKNOWN, Value
from ..distinct import as_set, identity, whole
from ..types import ANY, Type, convert, is_failed
from .calling import LONGEST, Call, Failure, Undecided, shaped
from .collections import listed, vague

SET = Type("set", ANY)


def _alike(sets: tuple[Value, ...]) -> list[tuple[Value, ...]]:
    """The elements of sets, converted to one type."""
    rows = [listed(value) for value in sets]
    together = convert(Value(KNOWN, tuple(item for row in rows for item in row)), Type("list", ANY))
    if is_failed(together) or not isinstance(together.data, tuple):
        raise Failure
    items = iter(together.data)
    return [tuple(next(items) for _ in row) for row in rows]


def _sure(value: Value, items: tuple[Value, ...]) -> bool:
    """Are all elements of a set seen and known?"""
    return not vague(value) and all(map(whole, items))


@shaped(SET, rest=SET)
def setunion(call: Call, *sets: Value) -> Value:
    items = [item for row in _alike(sets) for item in row]
    return as_set(call.collected(items, open=any(map(vague, sets))))


@shaped(SET, rest=SET)
def setintersection(call: Call, *sets: Value) -> Value:
    rows = _alike(sets)
    sure = all(_sure(value, row) for value, row in zip(sets, rows))
    others = [{identity(item) for item in row if whole(item)} for row in rows[1:]]
    kept = [item for item in rows[0] if whole(item) and all(identity(item) in other for other in others)]
    return as_set(call.collected(kept, open=not sure))


@shaped(SET, SET)
def setsubtract(call: Call, first: Value, second: Value) -> Value:
    left, right = _alike((first, second))
    if not _sure(second, right):
        return call.unknown()
    gone = {identity(item) for item in right}
    kept = [item for item in left if not whole(item) or identity(item) not in gone]
    return as_set(call.collected(kept, open=first.state is UNKNOWN or not _sure(first, left)))


@shaped(rest=ANY)
def setproduct(call: Call, *sets: Value) -> Value:
    if len(sets) < 2:
        raise Failure
    rows = [listed(value) for value in sets]
    size = 1
    for row in rows:
        size *= len(row)
    if size > LONGEST >> 6:
        raise Undecided
    pairs = (call.collected(pair) for pair in product(*rows))
    return call.collected(pairs, open=any(map(vague, sets)))
