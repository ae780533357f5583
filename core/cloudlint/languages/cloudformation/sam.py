"""What SAM adds to a template: its `Globals`, and the APIs that events ask for without naming one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...resource import KNOWN, Value
from .headers import key_of
from .intrinsics import is_call
from .template import Declared, type_of

_PREFIX = "AWS::Serverless::"
# Type of an event -> the property that names its API, and what is made where none is named.
_IMPLICIT = {
    "Api": ("RestApiId", "ServerlessRestApi", "AWS::Serverless::Api", {"StageName": "Prod"}),
    "HttpApi": ("ApiId", "ServerlessHttpApi", "AWS::Serverless::HttpApi", {}),
}


def with_globals(native_type: str, raw: Value, root: Value) -> Value:
    """A SAM resource with what holds for all of its type; other resources as they are."""
    if not native_type.startswith(_PREFIX) or not isinstance(raw.data, Mapping):
        return raw
    section = root.entry("Globals").entry(native_type.removeprefix(_PREFIX))
    if not isinstance(section.data, Mapping):
        return raw
    own = raw.data.get("Properties")
    missing = Value(KNOWN, dict(section.data), raw.span, name="Properties")
    return raw.but(data={**raw.data, "Properties": missing if own is None else _merged(section, own)})


def _merged(common: Value, own: Value) -> Value:
    """Objects are merged, lists joined, of anything else the resource's own wins."""
    if is_call(own.data) or is_call(common.data):
        return own
    if isinstance(common.data, Mapping) and isinstance(own.data, Mapping):
        entries = dict(common.data)
        for name, value in own.data.items():
            entries[name] = _merged(entries[name], value) if name in entries else value
        return own.but(data=entries)
    if isinstance(common.data, tuple) and isinstance(own.data, tuple):
        return own.but(data=common.data + own.data)
    return own


def implicit(resources: Iterable[Declared]) -> Iterator[Declared]:
    """The APIs that SAM makes because functions and state machines have events of an API that they do not name.

    Each stands at the first such event: nothing else in the template says that it is there.
    """
    made = set()
    for one in resources:
        if type_of(one.raw) not in (_PREFIX + "Function", _PREFIX + "StateMachine"):
            continue
        events = one.raw.entry("Properties").entry("Events").data
        for event in events.values() if isinstance(events, Mapping) else ():
            kind = event.entry("Type").data
            named, label, native_type, properties = _IMPLICIT.get(str(kind), ("", "", "", {}))
            settings = event.entry("Properties").data
            if not label or label in made or (isinstance(settings, Mapping) and named in settings):
                continue
            made.add(label)
            yield Declared(label, _written(native_type, properties, event), one.scope, label)


def _written(native_type: str, properties: Mapping[str, str], event: Value) -> Value:
    """A resource as it would be written. There is no place to write to: no fix applies."""
    place = key_of(event)
    body = {name: Value(KNOWN, text, place, name=name) for name, text in properties.items()}
    entries = {
        "Type": Value(KNOWN, native_type, place, name="Type"),
        "Properties": Value(KNOWN, body, place, name="Properties"),
    }
    return Value(KNOWN, entries, place)
