"""The `Globals` of a SAM template, written into the resources that they are about."""

from __future__ import annotations

from collections.abc import Mapping

from ...resource import KNOWN, Value
from .intrinsics import is_call

_PREFIX = "AWS::Serverless::"


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
