"""Inspecting: what is known of the expressions in a file, for those who look at it rather than judge it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping

from .config import FILE, SHARED_FILE
from .document import Document
from .model import Span
from .resource import SENSITIVE, UNKNOWN, Graph, Resource, State, Step, Value
from .suppressing.reading import ignores
from .typed import NamedTuple

LONGEST = 120  # characters of a value that are shown


class Reading(NamedTuple):
    """An expression and what it comes to.

    `name` is the attribute it belongs to, `resource` the address of the resource, `shown` the value as people write
    it (cut at LONGEST), empty where it is not known. `trail` are the steps to where it is decided, nearest first.
    """

    span: Span
    name: str
    resource: str
    state: State
    shown: str
    trail: tuple[Step, ...]


class Source(NamedTuple):
    """The text that names a local module, and the file to open for it."""

    span: Span
    target: str


def readings_at(graphs: Iterable[Graph], path: str, offset: int) -> list[Reading]:
    """What the innermost computed expression at an offset comes to: one reading for each different outcome."""
    found: dict[Reading, None] = {}
    for resource in _resources_at(graphs, path, offset):
        holding = [
            value
            for value in _values(resource, path)
            if value.span is not None and value.span.start <= offset <= value.span.end
        ]
        if holding:
            innermost = min(holding, key=lambda value: value.span.end - value.span.start if value.span else 0)
            found[_reading(innermost, resource)] = None
    return list(found)


def resolved(graphs: Iterable[Graph], path: str, start: int, end: int) -> list[Reading]:
    """Every known scalar between two offsets that is not written there but computed; those with one outcome only."""
    by_span: dict[Span, set[Reading]] = {}
    for resource in (resource for graph in graphs for resource in graph.resources):
        if resource.span is None or resource.span.path != path or resource.span.start > end:
            continue
        for value in _values(resource, path):
            if value.span is not None and start <= value.span.start <= end:
                reading = _reading(value, resource)
                by_span.setdefault(value.span, set()).add(reading._replace(resource="", trail=()))
    outermost: list[Reading] = []
    for span in sorted(by_span, key=lambda span: (span.start, -span.end)):
        (reading, *others) = by_span[span]
        if reading.shown and not others and (not outermost or span.start >= outermost[-1].span.end):
            outermost.append(reading)
    return outermost


def module_sources(graphs: Iterable[Graph], path: str, files: Iterable[str]) -> list[Source]:
    """The local modules that a file calls; `files` are the paths that may be opened."""
    by_folder: dict[str, list[str]] = {}
    for file in files:
        by_folder.setdefault(posixpath.dirname(file), []).append(file)
    found: dict[Source, None] = {}
    for resource in (resource for graph in graphs for resource in graph.of("module")):
        source = resource["source"]
        text = source.text
        if source.span is None or source.span.path != path or text is None or not text.startswith(("./", "../")):
            continue
        inside = sorted(by_folder.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), text)), ()))
        if inside:
            target = next((file for file in inside if posixpath.basename(file).startswith("main.")), inside[0])
            found[Source(source.span, target)] = None
    return list(found)


def named_at(path: str, text: str, offset: int) -> str:
    """The rule (its id, a peer's, a glob) named at an offset: in an ignore comment, between quotes in a settings file.

    Empty where none is; whether there is such a rule is not asked.
    """
    if posixpath.basename(path) in (FILE, SHARED_FILE):
        for word in re.finditer(r"""["']([\w.*?-]+)["']""", text):
            if word.start() <= offset <= word.end():
                return word[1]
        return ""
    for ignore in ignores(Document(path, text, "")):
        for pattern in ignore.patterns:
            if pattern.start <= offset <= pattern.end:
                return pattern.text
    return ""


def _resources_at(graphs: Iterable[Graph], path: str, offset: int) -> list[Resource]:
    """The instances of the block that an offset stands in: that of the last header before it."""
    before = [
        resource
        for graph in graphs
        for resource in graph.resources
        if resource.span is not None and resource.span.path == path and resource.span.start <= offset
    ]
    last = max((resource.span.start for resource in before if resource.span), default=-1)
    return [resource for resource in before if resource.span and resource.span.start == last]


def _values(value: Value, path: str) -> Iterator[Value]:
    """All computed values inside a value that stand in a file."""
    data = value.data
    if value.trail and isinstance(data, (tuple, Mapping)) and not isinstance(value, Resource):
        yield value  # what is inside stands elsewhere
        return
    inner = data.values() if isinstance(data, Mapping) else data if isinstance(data, tuple) else value.pieces
    for item in inner:
        yield from _values(item, path)
    computed = value.trail or value.refers or value.pieces or value.state is UNKNOWN
    if computed and value.span is not None and value.span.path == path and not isinstance(data, (tuple, Mapping)):
        yield value


def _reading(value: Value, resource: Resource) -> Reading:
    shown = "" if value.known is None else written(value)
    if len(shown) > LONGEST:
        shown = shown[: LONGEST - 1] + "…"
    assert value.span is not None, "only what stands somewhere is read"
    return Reading(value.span, value.name, resource.address, value.state, shown, value.trail)


def written(value: Value) -> str:
    """A wholly known value as people write it in HCL, without what is sensitive."""
    data = value.data
    if value.sensitive:
        return SENSITIVE
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, str):
        return '"' + data.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(data, tuple):
        return f"[{', '.join(written(item) for item in data)}]"
    if isinstance(data, Mapping):
        return f"{{ {', '.join(f'{key} = {written(item)}' for key, item in data.items())} }}" if data else "{}"
    return "null" if data is None else str(data)
