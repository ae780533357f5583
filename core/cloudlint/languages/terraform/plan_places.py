"""Where the values of a plan are written: its resources shown in the configuration that lies beside it.

What a resource is comes from the plan, where it stands (spans, edits, the way a value took) from the evaluated
configuration; the resource remembers its place in the plan.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...patterns import pattern
from ...resource import ABSENT, Graph, Resource, Value
from .lazy import Lazy

_INSTANCE_KEY = pattern(r"\[[^\]]*\]")


def show_in(configured: Graph, planned: Graph) -> bool:
    """Move the resources of a plan to the blocks they were made from. False where not one block is there."""
    blocks: dict[str, Resource] = {}
    for resource in configured.resources:
        blocks.setdefault(_INSTANCE_KEY.sub("", resource.address), resource)
    instances = {resource.address: resource for resource in configured.resources}
    moved = False
    for resource in planned.resources:
        source = instances.get(resource.address) or blocks.get(_INSTANCE_KEY.sub("", resource.address))
        if source is not None and source.kind == resource.kind:
            place = resource.span
            shown = _shown(resource, source, source)
            resource.data, resource.span = shown.data, shown.span
            resource.trail, resource.site = shown.trail, shown.site
            resource.provider, resource.call = source.provider, source.call
            resource.planned = place
            moved = True
    return moved


def _shown(planned: Value, source: Value | None, around: Value) -> Value:
    """A planned value at its source; what nobody wrote is at the block `around` it."""
    place = around if source is None or source.state is ABSENT or source.span is None else source
    data = planned.data
    if isinstance(data, Mapping):
        items, names = data, place.data if place is source else None
        data = Lazy(items, lambda name: _shown(items[name], _entry(place, names, name), place))
    elif isinstance(data, tuple):
        written = place.data if place is source and isinstance(place.data, tuple) and not place.open else ()
        alike = len(written) == len(data)
        data = tuple(_shown(item, place.part(written[at]) if alike else None, place) for at, item in enumerate(data))
    return planned.but(data=data, span=place.span, trail=place.trail, site=place.site)


def _entry(place: Value, names: object, name: str) -> Value | None:
    found = names.get(name) if isinstance(names, Mapping) else None
    return place.part(found) if found is not None else None
