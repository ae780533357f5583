"""The functions that choose: If, FindInMap, Select, Length, and conditions as values."""

from __future__ import annotations

from collections.abc import Mapping

from ...resource import ABSENT, KNOWN, Value
from .references import unknown
from .surroundings import Surroundings
from .texts import is_scalar


def choose(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """`Fn::If`."""
    parts = argument.data
    if not isinstance(parts, tuple) or len(parts) != 3:
        return unknown(raw)
    chosen = scope.condition(parts[0].data) if isinstance(parts[0].data, str) else scope.decide(parts[0], depth)
    if chosen is not None:
        return scope.evaluate(parts[1] if chosen else parts[2], depth)
    return either(scope.evaluate(parts[1], depth), scope.evaluate(parts[2], depth), raw)


def either(one: Value, other: Value, raw: Value) -> Value:
    """One of two values, not known which: what they have in common is known."""
    if one.state is ABSENT and other.state is ABSENT:
        return one
    if one.state is KNOWN and other.state is KNOWN:
        if isinstance(one.data, Mapping) and isinstance(other.data, Mapping):
            return _common(one, other, raw)
        if is_scalar(one) and is_scalar(other) and one.text == other.text:
            return one
        if isinstance(one.data, tuple) and isinstance(other.data, tuple) and one.known == other.known is not None:
            return one
    return unknown(raw, (one, other))


def _common(one: Value, other: Value, raw: Value) -> Value:
    assert isinstance(one.data, Mapping)
    assert isinstance(other.data, Mapping)
    absent = Value(ABSENT, None, raw.span, site=raw.site)
    entries = {}
    for key in dict.fromkeys((*one.data, *other.data)):
        left = one.data.get(key, absent)
        right = other.data.get(key, absent)
        entries[key] = either(left, right, left if left is not absent else right).but(name=key)
    return one.but(data=entries, open=one.open or other.open)


def select(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """`Fn::Select`."""
    parts = argument.data
    if not isinstance(parts, tuple) or len(parts) != 2:
        return unknown(raw)
    number, listed = scope.evaluate(parts[0], depth).number, scope.evaluate(parts[1], depth)
    if not isinstance(listed.data, tuple) or listed.open or number is None:
        return unknown(raw, (listed,))
    return listed.data[int(number)] if 0 <= number < len(listed.data) else unknown(raw)


def find_in_map(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """`Fn::FindInMap`, with its default."""
    parts = argument.data
    if not isinstance(parts, tuple) or len(parts) < 3:
        return unknown(raw)
    keys = [scope.evaluate(part, depth).text for part in parts[:3]]
    found = scope.mapped(keys[0], keys[1], keys[2])
    if found is not None:
        return scope.evaluate(found.but(span=raw.span, name=raw.name), depth)
    if len(parts) > 3 and None not in keys and isinstance(parts[3].data, Mapping) and "DefaultValue" in parts[3].data:
        return scope.evaluate(parts[3].data["DefaultValue"], depth)
    return unknown(raw)


def length(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """`Fn::Length`."""
    listed = scope.evaluate(argument, depth)
    if isinstance(listed.data, tuple) and not listed.open:
        return Value(KNOWN, len(listed.data), raw.span)
    return unknown(raw)


def truth(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """A condition where a value is expected."""
    verdict = scope.decide(raw, depth)
    return unknown(raw) if verdict is None else Value(KNOWN, verdict, raw.span)
