"""Functions of maps and objects: what is known of a partly unknown one stays known."""

from __future__ import annotations

from collections.abc import Mapping

from ....resource import ABSENT, KNOWN, UNKNOWN, Plain, Value
from ..operators import MOST_CHOICES, agreed
from ..provenance import way_from
from ..types import ANY, STRING, Type
from .calling import Call, Failure, plain, shaped
from .collections import STRINGS, listed, vague


def fields(value: Value) -> dict[str, Value]:
    """The entries of a mapping as seen from outside it, none where it is unknown. Raises Failure for anything else."""
    if value.state is UNKNOWN:
        return {}
    if not isinstance(value.data, Mapping):
        raise Failure
    return {name: field(value, name, item) for name, item in value.data.items()}


def field(value: Value, name: str, item: Value) -> Value:
    """One entry of a mapping as seen from outside it."""
    seen = value.part(item)
    if not item.name:
        seen = seen.copy() if seen is item else seen
        seen.name = name
    return seen


@shaped(ANY, STRING, rest=ANY, nulls=True)
def lookup(call: Call, value: Value, key: Value, *default: Value) -> Value:
    if len(default) > 1 or (value.state is KNOWN and not isinstance(value.data, Mapping)):
        raise Failure
    if value.state is UNKNOWN or not isinstance(key.data, str):
        data = value.data
        if default and type(data) is dict and not value.open and key.state is UNKNOWN and len(data) < MOST_CHOICES:
            return agreed([*(value.part(item, call.span) for item in data.values()), *default], call.span, key)
        return call.unknown()
    if isinstance(value.data, Mapping) and key.data in value.data:
        return field(value, key.data, value.data[key.data])
    if value.open:
        return call.unknown()
    if not default:
        raise Failure
    return default[0]


@shaped(rest=ANY, nulls=True)
def merge(call: Call, *values: Value) -> Value:
    """Later entries win; what an unknown mapping may have replaced is unknown."""
    merged: dict[str, Value] = {}
    open = False
    for value in values:
        if value.state is ABSENT:
            continue
        if vague(value):
            open = True
            merged = {name: _replaced(item, value) for name, item in merged.items()}
        merged.update(fields(value))
    return call.collected(merged, open=open)


def _replaced(item: Value, by: Value) -> Value:
    """An entry that an unknown mapping may have replaced."""
    return Value(UNKNOWN, None, by.span, refers=by.refers, trail=way_from(by), name=item.name)


@shaped(ANY)
def keys(call: Call, value: Value) -> Value:
    if value.state is UNKNOWN:
        return call.unknown()
    if not isinstance(value.data, Mapping):
        raise Failure
    names = (Value(KNOWN, name, call.span, refers=value.refers) for name in sorted(value.data))
    return call.derived(value, names, open=value.open)


@shaped(ANY)
def values(call: Call, value: Value) -> Value:
    if value.state is UNKNOWN:
        return call.unknown()
    if not isinstance(value.data, Mapping):
        raise Failure
    data = value.data
    return call.derived(value, (data[name] for name in sorted(data)), open=value.open)


@shaped(STRINGS, ANY)
def zipmap(call: Call, names: Value, held: Value) -> Value:
    keys, items = listed(names), listed(held)
    if names.state is UNKNOWN:
        return call.unknown()
    if names.open:
        return call.collected({}, open=True)
    if held.state is UNKNOWN or held.open:
        # Which element goes with which name cannot be said of a list with an unknown number of elements.
        blank = Value(UNKNOWN, None, held.span, refers=held.refers, trail=held.trail)
        items = (blank,) * len(keys)
    if len(keys) != len(items):
        raise Failure
    found: dict[str, Value] = {}
    open = False
    for key, item in zip(keys, items):
        if key.state is ABSENT:
            raise Failure
        if isinstance(key.data, str) and key.state is KNOWN:
            found[key.data] = item.but(name=key.data)
        else:
            open = True
            found = {name: _replaced(old, key) for name, old in found.items()}
    return call.collected(dict(sorted(found.items())), open=open)


@plain(Type("map", Type("list", STRING)))
def transpose(table: dict[str, list[str]]) -> Plain:
    found: dict[str, list[str]] = {}
    for name, row in sorted(table.items()):
        if row is None or None in row:
            raise Failure
        for item in row:
            found.setdefault(item, []).append(name)
    return {name: [*found[name]] for name in sorted(found)}
