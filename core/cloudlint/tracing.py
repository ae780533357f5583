"""Tracing: what an attribute of a resource comes to, and the way its value took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .inspecting import written
from .model import Span
from .patterns import pattern
from .resource import ABSENT, KNOWN, Graph, Resource, State, Step, Value
from .typed import NamedTuple
from .unknowns import decided_by, way

_INSTANCE_KEY = pattern(r"\[[^\]]*\]")


class Traced(NamedTuple):
    """One value of an attribute.

    `shown` is the value as people write it, empty where it is not wholly known. `steps` lead from the place where it is
    seen to the place that decides it; `decided_by` names what would decide what is not known. Of a `sensitive` value
    the text at those places is not to be shown either.
    """

    address: str
    state: State
    shown: str
    span: Span | None
    steps: tuple[Step, ...]
    decided_by: str
    sensitive: bool = False


def trace(graphs: Iterable[Graph], asked: str) -> list[Traced]:
    """The values at `ADDRESS.ATTRIBUTE`, the attribute a dotted path: one for each different outcome.

    An address without keys (`module.db.aws_x.y` for `module.db["a"].aws_x.y[0]`) means every instance, and one without
    modules the resource in any of them.
    """
    resources = [resource for graph in graphs for resource in graph.resources]
    for name_of in (_exact, _without_keys, _without_modules):
        named = [(name_of(resource), resource) for resource in resources]
        # The longest: `module.db` is the call, `module.db.aws_x.y` a resource in it.
        longest = max((name for name, _ in named if asked.startswith(name + ".")), key=len, default=None)
        if longest is not None:
            path = asked[len(longest) + 1 :]
            found = (item for name, item in named if name == longest)
            return list(dict.fromkeys(_traced(item.address, value) for item in found for value in item.each(path)))
    return []


def _exact(resource: Resource) -> str:
    return resource.address


def _without_keys(resource: Resource) -> str:
    return _INSTANCE_KEY.sub("", resource.address)


def _without_modules(resource: Resource) -> str:
    return f"{resource.kind}.{resource.label}"


def _traced(address: str, value: Value) -> Traced:
    known = value.known
    steps = value.trail or way((value,)) or tuple(dict.fromkeys(_of_parts(value)))
    reason = "" if known is not None or value.state is ABSENT else decided_by(value)
    return Traced(
        address,
        value.state,
        written(value) if value.state is KNOWN and known is not None else "",
        value.span,
        steps,
        reason,
        value.sensitive or any(value.secrets()),
    )


def _of_parts(value: Value) -> Iterator[Step]:
    """The ways of what a value was put together from: elements of a list or an object, parts of a text."""
    data = value.data
    for part in data if isinstance(data, tuple) else data.values() if isinstance(data, Mapping) else value.pieces:
        yield from part.trail or _of_parts(part)
