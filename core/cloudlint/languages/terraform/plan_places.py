"""Where the values of a plan are written: its resources shown in the configuration that lies beside it.

What a resource is comes from the plan, where it stands (spans, edits, the way a value took) from the evaluated
configuration; the resource remembers its place in the plan.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...patterns import pattern
from ...resource import ABSENT, UNKNOWN, Graph, Resource, Value
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
        data = Lazy(items, lambda name: _entry(items[name], place, names, name))
    elif isinstance(data, tuple):
        written = place.data if place is source and isinstance(place.data, tuple) and not place.open else ()
        alike = len(written) == len(data)
        data = tuple(_shown(item, place.part(written[at]) if alike else None, place) for at, item in enumerate(data))
    shown = planned.but(data=data, span=place.span, trail=place.trail, site=place.site)
    if place is source and source.encoded is not None and source.data == data:
        shown.encoded = source.encoded  # the same text: what is in it stands where it is written
    return shown


def _entry(planned: Value, place: Value, names: object, name: str) -> Value:
    """One planned entry of the mapping at `place`, which has the entries `names` there.

    What nobody has written and the provider will compute is as little set as it is without the plan.
    """
    if not isinstance(names, Mapping):
        return _shown(planned, None, place)
    found = names.get(name)
    if planned.state is UNKNOWN and not place.open and (found is None or found.state is ABSENT):
        planned = planned.but(state=ABSENT)
    return _shown(planned, place.part(found) if found is not None else None, place)
