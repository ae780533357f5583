"""When values are the same, and the sets that follow from it."""

from __future__ import annotations

from collections.abc import Mapping

from ...resource import ABSENT, KNOWN, Value
from .scalars import text_of


def whole(value: Value) -> bool:
    """Known (or null) all through, without noting a read."""
    if value.state is not KNOWN:
        return value.state is ABSENT
    data = value.data
    if type(data) is str:  # first: asking an abstract class is slow
        return not value.open
    if value.open:
        return False
    if isinstance(data, tuple):
        return all(whole(item) for item in data)
    return not isinstance(data, Mapping) or all(whole(item) for item in data.values())


def identity(value: Value) -> str:
    """A text that is equal exactly for equal whole values; for values of one type it also gives the order of a set."""
    data = value.data
    if value.state is ABSENT:
        return "~"
    if isinstance(data, bool):
        return "T" if data else "F"
    if isinstance(data, str):
        return '"' + data.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(data, (int, float)):
        return text_of(data)
    if isinstance(data, tuple):
        return "[" + "".join(identity(item) + ";" for item in data) + "]"
    if isinstance(data, Mapping):
        return "<" + "".join(f"{identity(Value(KNOWN, name))}:{identity(data[name])};" for name in sorted(data)) + ">"
    return "?"


def as_set(value: Value) -> Value:
    """A list as a set: equal elements once, in Terraform's order, those that are not wholly known last.

    An unknown element may equal another one, so the number of elements is then not known: the set is open.
    """
    items = value.data
    if not isinstance(items, tuple):
        return value
    distinct: dict[str, Value] = {}
    vague: list[Value] = []
    for item in items:
        if whole(item):
            distinct.setdefault(identity(item), item)
        else:
            vague.append(item)
    ordered = (*sorted(distinct.values(), key=_order), *vague)
    open = value.open or (bool(vague) and len(items) > 1)
    sensitive = value.sensitive or any(item.sensitive for item in items)  # nobody is to see which one it is
    same = len(ordered) == len(items) and all(new is old for new, old in zip(ordered, items))
    if same and open == value.open and sensitive == value.sensitive:
        return value
    return value.but(data=ordered, open=open, sensitive=sensitive)


def _order(item: Value) -> tuple[bool, int, float, str]:
    data = item.data
    if isinstance(data, bool):
        return (False, 0, float(data), "")
    if isinstance(data, (int, float)):
        return (False, 1, data, "")
    return (item.state is ABSENT, 2, 0, data if isinstance(data, str) else identity(item))
