"""Functions of lists: what is known of a partly unknown list stays known, and its elements stay what they are."""

from __future__ import annotations

from collections.abc import Mapping

from ....resource import ABSENT, KNOWN, UNKNOWN, Plain, Value
from ..distinct import identity, whole
from ..types import ANY, BOOL, NUMBER, STRING, Type, convert, infer, is_failed, unify
from .calling import MOST, Call, Failure, Undecided, plain, shaped
from .numbers import add, integer, number

LIST = Type("list", ANY)
STRINGS = Type("list", STRING)


def listed(value: Value) -> tuple[Value, ...]:
    """The elements of a list as seen from outside it, none where it is unknown. Raises Failure for anything else."""
    if value.state is UNKNOWN:
        return ()
    if not isinstance(value.data, tuple):
        raise Failure
    return tuple(value.part(item) for item in value.data)


def raw(value: Value) -> tuple[Value, ...]:
    """The elements of a list as they stand in it, none where it is unknown. Raises Failure for anything else."""
    if value.state is UNKNOWN:
        return ()
    if not isinstance(value.data, tuple):
        raise Failure
    return value.data


def vague(value: Value) -> bool:
    """May it hold more than is seen?"""
    return value.open or value.state is UNKNOWN


def same(one: Value, other: Value) -> bool | None:
    """Are two values equal, type included? None where that cannot be known."""
    if type(one.data) is str is type(other.data) and one.state is KNOWN is other.state:  # nearly always
        return one.data == other.data
    if whole(one) and whole(other):
        return identity(one) == identity(other)
    if UNKNOWN in (one.state, other.state) or (one.state is KNOWN) != (other.state is KNOWN):
        return None if UNKNOWN in (one.state, other.state) else False
    return None if isinstance(one.data, (tuple, Mapping)) and isinstance(other.data, (tuple, Mapping)) else False


@shaped(ANY)
def length(call: Call, value: Value) -> Value:
    if value.state is UNKNOWN:
        return call.unknown()
    if isinstance(value.data, str):
        from .characters import clusters  # lazily: Unicode tables

        return call.computed(len(clusters(value.data)))
    if not isinstance(value.data, (tuple, Mapping)):
        raise Failure
    if value.open:
        return call.unknown()
    # Not `computed`: the number of elements does not come from what each of them refers to.
    return Value(KNOWN, len(value.data), call.span, refers=value.refers, trail=value.trail, sensitive=value.sensitive)


@shaped(ANY, NUMBER)
def element(call: Call, value: Value, index: Value) -> Value:
    items = listed(value)
    if vague(value) or index.state is UNKNOWN:
        return call.unknown()
    if not items:
        raise Failure
    # Counting from the end with a negative index came with later versions; code that does so is meant for those.
    return items[integer(index.number) % len(items)]


@shaped(ANY, ANY)
def contains(call: Call, value: Value, wanted: Value) -> Value:
    verdicts: set[bool | None] = set()
    for item in raw(value):
        verdict = same(item, wanted)
        if verdict:
            return call.computed(True)
        verdicts.add(verdict)
    return call.unknown() if None in verdicts or vague(value) else call.computed(False)


@shaped(ANY, ANY)
def index(call: Call, value: Value, wanted: Value) -> Value:
    for position, item in enumerate(raw(value)):
        verdict = same(item, wanted)
        if verdict is None or (verdict and value.open):
            return call.unknown()
        if verdict:
            return call.computed(position)
    if vague(value):
        return call.unknown()
    raise Failure


@shaped(rest=ANY)
def concat(call: Call, *values: Value) -> Value:
    if not values:
        raise Failure
    items = [item for value in values for item in listed(value)]
    return call.collected(items, open=any(map(vague, values)))


@shaped(ANY)
def flatten(call: Call, value: Value) -> Value:
    """An unknown element may be a list of any length: it stays, and the result is open."""
    found: list[Value] = []
    open = vague(value)
    pending = [*reversed(listed(value))]
    while pending:
        item = pending.pop()
        if item.state is KNOWN and isinstance(item.data, tuple):
            open = open or item.open
            pending.extend(reversed(listed(item)))
        else:
            open = open or item.state is UNKNOWN
            found.append(item)
        if len(found) + len(pending) > MOST:
            raise Undecided
    return call.unknown() if value.state is UNKNOWN else call.collected(found, open=open)


@shaped(LIST)
def distinct(call: Call, value: Value) -> Value:
    if value.state is UNKNOWN:
        return call.unknown()
    items = raw(value)
    kept: list[Value] = []
    seen: set[str] = set()
    open = value.open
    for item in items:
        if whole(item):
            known = identity(item)
            if known in seen:
                continue
            seen.add(known)
        else:
            open = open or len(items) > 1
        kept.append(item)
    return call.derived(value, kept, open=open)


@shaped(STRINGS)
def compact(call: Call, value: Value) -> Value:
    if value.state is UNKNOWN:
        return call.unknown()
    kept = [item for item in raw(value) if item.state is UNKNOWN or (item.state is KNOWN and item.data != "")]
    return call.derived(value, kept, open=value.open or any(item.state is UNKNOWN for item in kept))


@shaped(ANY)
def reverse(call: Call, value: Value) -> Value:
    items = raw(value)
    return call.unknown() if value.state is UNKNOWN else call.derived(value, reversed(items), open=value.open)


@shaped(STRINGS)
def sort(call: Call, value: Value) -> Value:
    if value.state is UNKNOWN:
        return call.unknown()
    items = raw(value)
    if any(item.state is ABSENT for item in items):
        raise Failure
    known = sorted((item for item in items if item.state is KNOWN), key=lambda item: str(item.data))
    unknown = [item for item in items if item.state is UNKNOWN]
    made = call.derived(value, known + unknown, open=value.open or (bool(unknown) and len(items) > 1))
    return made.but(sensitive=True) if any(item.sensitive for item in items) else made


@shaped(ANY, NUMBER, NUMBER)
def slice_(call: Call, value: Value, start: Value, end: Value) -> Value:
    items = raw(value)
    if vague(value) or UNKNOWN in (start.state, end.state):
        return call.unknown()
    first, last = integer(start.number), integer(end.number)
    if not 0 <= first <= last <= len(items):
        raise Failure
    return call.derived(value, items[first:last])


@shaped(LIST, NUMBER)
def chunklist(call: Call, value: Value, size: Value) -> Value:
    items = listed(value)
    if vague(value) or size.state is UNKNOWN:
        return call.unknown()
    step = integer(size.number) or max(len(items), 1)
    if step < 0:
        raise Failure
    return call.collected(call.collected(items[at : at + step]) for at in range(0, len(items), step))


@shaped(ANY)
def one(call: Call, value: Value) -> Value:
    items = listed(value)
    if len(items) > 1 and not value.open:
        raise Failure
    if vague(value):
        return call.unknown()
    return items[0] if items else Value(ABSENT, None, call.span, trail=value.trail)


@shaped(rest=ANY, nulls=True)
def coalesce(call: Call, *values: Value) -> Value:
    common = unify(map(infer, values))
    if common is None and all(value.state is KNOWN for value in values):
        raise Failure
    for value in values:
        if value.state is UNKNOWN:
            return call.unknown()
        if value.state is KNOWN and value.data != "":
            return value if common is None else convert(value, common)
    raise Failure


@shaped(rest=ANY)
def coalescelist(call: Call, *values: Value) -> Value:
    lists = [listed(value) for value in values]
    for value, items in zip(values, lists):
        if value.state is UNKNOWN:
            return call.unknown()
        if items:
            return value
        if value.open:
            return call.unknown()
    raise Failure


@shaped(LIST, LIST, LIST)
def matchkeys(call: Call, values: Value, keys: Value, wanted: Value) -> Value:
    if any(map(vague, (values, keys, wanted))):
        return call.unknown()
    items, names = raw(values), raw(keys)
    if len(items) != len(names):
        raise Failure
    both = convert(Value(KNOWN, (*names, *raw(wanted))), LIST)
    if is_failed(both):
        raise Failure
    unified = raw(both)
    if not all(map(whole, unified)):
        return call.unknown()
    search = {identity(item) for item in unified[len(names) :]}
    return call.derived(values, (item for item, name in zip(items, unified) if identity(name) in search))


@shaped(Type("list", BOOL))
def alltrue(call: Call, value: Value) -> Value:
    items = listed(value)
    if any(item.state is ABSENT or item.data is False for item in items):
        return call.computed(False)
    return call.unknown() if vague(value) or any(item.state is UNKNOWN for item in items) else call.computed(True)


@shaped(Type("list", BOOL))
def anytrue(call: Call, value: Value) -> Value:
    items = listed(value)
    if any(item.state is KNOWN and item.data is True for item in items):
        return call.computed(True)
    return call.unknown() if vague(value) or any(item.state is UNKNOWN for item in items) else call.computed(False)


@plain(Type("list", ANY))
def sum_(values: list[Plain]) -> Plain:
    return add([number(value) for value in values])


@plain(rest=NUMBER)
def range_(*limits: int | float) -> Plain:
    if not 1 <= len(limits) <= 3:
        raise Failure
    start, end = (0, limits[0]) if len(limits) == 1 else limits[:2]
    step = limits[2] if len(limits) == 3 else 1 if start <= end else -1
    if step == 0 or ((step > 0) != (start < end) and start != end):
        raise Failure
    found: list[Plain] = []
    current = start
    while current < end if step > 0 else current > end:
        if len(found) == 1024:
            raise Failure
        found.append(current)
        current = add([current, step])
    return found
