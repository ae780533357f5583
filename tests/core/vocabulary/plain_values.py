"""Plain Python as Values: every value gets a place of its own, `UNSURE` is unknown, `at` finds a value by its span."""

from __future__ import annotations

from itertools import count

from cloudlint.model import Span
from cloudlint.resource import ABSENT, KNOWN, UNKNOWN, Graph, Resource, Value

UNSURE = object()
PATH = "/repo/main.tf"
_places = count(1000, 100)


def built(data: object, name: str = "", owner: Resource | None = None) -> Value:
    """Dicts and lists become mappings and tuples of Values; Values stay what they are."""
    start = next(_places)
    span = Span(PATH, start, start + 50)
    if isinstance(data, Value):
        return data
    if data is UNSURE:
        return Value(UNKNOWN, None, span, name=name)
    if data is None:
        return Value(ABSENT, None, span, name=name)
    if isinstance(data, dict):
        entries = {key: built(item, key) for key, item in data.items()}
        return Value(KNOWN, entries, span, name=name)
    if isinstance(data, list):
        return Value(KNOWN, tuple(built(item, name) for item in data), span, name=name)
    assert isinstance(data, (str, int, float, bool))
    return Value(KNOWN, data, span, name=name)


def resource(kind: str, graph: Graph | None = None, /, **attributes: object) -> Resource:
    """A resource of a graph (of its own if none is given)."""
    graph = graph or Graph()
    made = Resource(kind, "x", f"{kind}.x", "terraform", built(attributes), graph)
    graph.add(made)
    return made


def template(*parts: object) -> Value:
    """A string put together from parts, some of them UNSURE."""
    pieces = tuple(built(part) for part in parts)
    return Value(UNKNOWN, None, Span(PATH, 1, 2), pieces=pieces)


def opened(value: Value) -> Value:
    """The list or mapping, now with perhaps more in it than is seen."""
    return value.but(open=True)
