"""Native properties to canonical attributes, and one native resource to all that it is in the canonical vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...resource import ABSENT, KNOWN, UNKNOWN, Graph, Resource, Site, Value
from .entries import Entries, ShapedSite, TranslatedSite, native_name
from .rows import EVERYWHERE, Also, Name, Names, Row, Shape, known, snake

FRAMEWORK = "cloudformation"


class Described(Resource):
    """A resource of a template: people know it by its logical id, or by the key of which a loop makes that."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"`{self.label}`"


def shell(label: str, address: str, place: Value, graph: Graph) -> Described:
    """A resource whose kind and attributes are not known yet, so that others can refer to it."""
    return Described("", label, address, FRAMEWORK, Value(KNOWN, {}, place.span, site=place.site), graph)


def fill(resource: Described, properties: Value, row: Row, beside: Site | None) -> Iterator[Resource]:
    """Give a resource its kind and attributes; gives it and everything else that it is."""
    resource.kind = row.kind if isinstance(row.kind, str) else row.kind(properties)
    if row.before is not None:
        properties = row.before(properties)
    names = {**row.names, **{native: None for also in row.also for native in _taken(also)}, **_kept(row)}
    body = translated(properties, names, beside)
    assert isinstance(body.data, Entries)
    place = body.but(span=resource.span)
    for attribute, given in row.given.items():
        *outer, last = attribute.split(".")
        for around in body.each(".".join(outer)) if outer else (body,):
            if isinstance(around.data, Entries) and last not in around.data.entries:
                name = (native_name(around.data.names, last) or (last,))[-1]
                around.data.entries[last] = known(given, around if outer else place, name)
    resource.data = body.data
    body.data.span = resource.span
    resource.open = properties.open
    resource.site = body.site
    resource.trail = properties.trail
    if resource.kind:
        yield resource
    for also in row.also:
        yield from _companions(resource, properties, also)
    if row.makes is not None:
        for kind, attributes in row.makes(resource, properties):
            body = Value(KNOWN, dict(attributes), resource.span)
            yield Described(kind, resource.label, resource.address, FRAMEWORK, body, resource.graph)


def _taken(also: Also) -> tuple[str, ...]:
    return (also.each,) if also.each else tuple(also.names)


def _kept(row: Row) -> Names:
    """What the main resource shows although a companion is made of it too: what its own names say."""
    return {native: name for native, name in row.names.items() if name is not None}


def _companions(resource: Resource, properties: Value, also: Also) -> Iterator[Resource]:
    data = properties.data if isinstance(properties.data, Mapping) else {}
    if also.each:
        holder = data.get(also.each)
        items = holder.data if holder is not None and isinstance(holder.data, tuple) else ()
        for item in items:
            yield _companion(resource, item, also)
        if holder is not None and holder.state is UNKNOWN:
            yield _companion(resource, holder, also)
        return
    present = {native: data[native] for native in also.names if native in data and data[native].state is not ABSENT}
    if present:
        first = next(iter(present.values()))
        part = properties.but(data=present, span=first.span, site=properties.site)
        yield _companion(resource, part, also)


def _companion(resource: Resource, part: Value, also: Also) -> Resource:
    body = translated(part, also.names, None)
    entries: dict[str, Value] = {}
    if isinstance(body.data, Entries):
        entries = body.data.entries
        body.open = body.open or any(value.open for value in entries.values() if value.name == ".")
    elif "" in also.names and isinstance(also.names[""], str):
        entries = {str(also.names[""]): part}
        body = body.but(state=KNOWN, data=entries, open=False)
    elif part.state is not ABSENT:
        body = body.but(state=KNOWN, data=entries, open=True)
    if also.via:
        entries[also.via] = Value(UNKNOWN, None, body.span, refers=(resource,), name=also.via)
    for attribute, given in also.given.items():
        entries.setdefault(attribute, known(given, resource, attribute))
    made = Described(also.kind, resource.label, resource.address, FRAMEWORK, body, resource.graph)
    made.site = body.site
    return made


# ------------------------------------------------------------------------------------ values


def translated(value: Value, names: Names, beside: Site | None = None) -> Value:
    """A native value, all through, under canonical names."""
    if isinstance(value.data, tuple):
        return value.but(data=tuple(translated(item, names) for item in value.data))
    if not isinstance(value.data, Mapping):
        return value
    entries: dict[str, Value] = {}
    site: Site | None = None
    if value.site is not None:
        site = TranslatedSite(value.site, value.name, names, value.data, beside)
    made = Entries(entries, names, value, site)
    for native, inner in value.data.items():
        _translate(native, inner, names.get(native, EVERYWHERE.get(native, snake(native))), made)
    return value.but(data=made, site=site, open=made.open)


def _translate(native: str, inner: Value, name: Name, made: Entries) -> None:
    if name is None:
        return
    if isinstance(name, str):
        put(made.entries, name, translated(inner, {}))
    elif isinstance(name, Shape):
        shaped = name.read(inner)
        if name.write is None or shaped is not inner:
            site = shaped.site or inner.site
            said = inner.data if isinstance(inner.data, str) else None
            shaped = shaped.but(site=ShapedSite(site, name, said) if site is not None else None, name=inner.name)
        put(made.entries, name.path, shaped)
    else:
        own = name.get("", snake(native))
        if own is None:
            return
        assert isinstance(own, str)
        value = translated(inner, name)
        if own == ".":
            if isinstance(made.site, TranslatedSite) and value.site is not None:
                held = value.data[0] if isinstance(value.data, tuple) and value.data else value
                if held.site is not None:
                    made.site.inside[native] = held.site
            _flatten(value, made)
        else:
            put(made.entries, own, value)


def _flatten(value: Value, made: Entries) -> None:
    """The entries of an object as entries of the one around; what is not known of it is not known of that."""
    if isinstance(value.data, tuple) and value.data:
        value = value.data[0]
    if isinstance(value.data, Entries):
        made.open |= value.data.open
        for key, item in value.data.entries.items():
            put(made.entries, key, item)
    elif value.state is not ABSENT:
        made.open = True


def put(entries: dict[str, Value], path: str, value: Value) -> None:
    """Place a value under a dotted path; the objects on the way are made where they are missing."""
    *outer, last = path.split(".")
    for key in outer:
        around = entries.get(key)
        if around is None or not isinstance(around.data, Mapping):
            around = entries[key] = Value(KNOWN, {}, value.span, name=value.name, trail=value.trail)
        inner = around.data
        assert isinstance(inner, Mapping)
        entries = inner.entries if isinstance(inner, Entries) else inner  # type: ignore[assignment]  # made here
    earlier = entries.get(last)
    if earlier is not None and isinstance(earlier.data, Mapping) and isinstance(value.data, Mapping):
        value = value.but(data={**dict(earlier.data), **dict(value.data)}, open=earlier.open or value.open)
    elif earlier is not None and isinstance(earlier.data, tuple) and isinstance(value.data, tuple):
        value = value.but(data=earlier.data + value.data)
    entries[last] = value
