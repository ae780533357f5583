"""Functions that change a value's type, and those that ask whether there is one."""

from __future__ import annotations

from ....resource import KNOWN, UNKNOWN, Value
from ..types import ANY, BOOL, NUMBER, STRING, Type, convert, is_failed
from .calling import Call, Failure, Function, shaped


def _converting(type: Type) -> Function:
    def converted(call: Call, value: Value) -> Value:
        found = convert(value, type)
        if is_failed(found):
            raise Failure
        return found.but(span=call.span)

    return shaped(ANY, nulls=True)(converted)


tobool = _converting(BOOL)
tonumber = _converting(NUMBER)
tostring = _converting(STRING)
tolist = _converting(Type("list", ANY))
toset = _converting(Type("set", ANY))
tomap = _converting(Type("map", ANY))


@shaped(ANY, nulls=True)
def ephemeralasnull(call: Call, value: Value) -> Value:
    return value.but(span=call.span)


@shaped(ANY, nulls=True)
def sensitive(call: Call, value: Value) -> Value:
    return value.but(span=call.span, sensitive=True)


@shaped(ANY, nulls=True)
def nonsensitive(call: Call, value: Value) -> Value:
    return value.but(span=call.span, sensitive=False)


@shaped(ANY, nulls=True)
def issensitive(call: Call, value: Value) -> Value:
    """Of what a resource is configured with, only the provider knows whether it is sensitive."""
    if not value.sensitive and (value.state is UNKNOWN or value.refers):
        return call.unknown()
    return Value(KNOWN, value.sensitive, call.span)


@shaped(rest=ANY, nulls=True, tolerant=True)
def try_(call: Call, *values: Value) -> Value:
    for value in values:
        if not broken(value):
            return value
    raise Failure


@shaped(ANY, nulls=True, tolerant=True)
def can(call: Call, value: Value) -> Value:
    if broken(value):
        return call.computed(False)
    return call.unknown() if value.state is UNKNOWN else call.computed(True).but(sensitive=False)


def broken(value: Value) -> bool:
    """Has the value failed, or a part of it that is written here? To Terraform that makes the whole expression fail.

    What was reached through a name is not searched: where that had failed, nothing would be planned at all.
    """
    pending = [value]
    seen: set[int] = set()
    while pending:
        item = pending.pop()
        if is_failed(item):
            return True
        if id(item) in seen or item.trail:
            continue
        seen.add(id(item))
        if isinstance(item.data, tuple):
            pending.extend(item.data)
        elif isinstance(item.data, dict):
            pending.extend(item.data.values())
    return False
