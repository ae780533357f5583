"""The intrinsic functions: what a property is worth once Ref, Fn::If, Fn::Sub and their like are worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...patterns import pattern
from ...resource import ABSENT, KNOWN, UNKNOWN, Value
from .choices import choose, find_in_map, length, select, truth
from .headers import header_of
from .references import SECRETS, get_att, meant, named, ref, unknown
from .surroundings import Surroundings
from .texts import base64, join, split, sub, to_json

MOST_LEVELS = 60

_FETCHED = pattern(r"\{\{resolve:[^}]*\}\}")


def is_call(data: object) -> str:
    """The name of the function that a mapping is a call of, empty where it is none."""
    if isinstance(data, Mapping) and len(data) == 1:
        name = next(iter(data))
        if name == "Ref" or (name.startswith("Fn::") and not name.startswith("Fn::ForEach::")):
            return str(name)
    return ""


def evaluate(raw: Value, scope: Surroundings, depth: int = 0) -> Value:
    """A value of the template with all functions in it worked out. Native names stay; `AWS::NoValue` is absent."""
    data = raw.data
    if isinstance(data, str):
        return _text(raw, data, scope)
    if raw.state is not KNOWN or not isinstance(data, (tuple, Mapping)):
        return raw
    if depth > MOST_LEVELS:
        return unknown(raw)
    if isinstance(data, tuple):
        items = tuple(evaluate(item, scope, depth + 1) for item in data)
        return raw.but(data=tuple(item for item in items if item.state is not ABSENT))
    name = is_call(data)
    if name:
        return _call(name, raw, scope, depth)
    entries: dict[str, Value] = {}
    partial = raw.open
    for key, inner in data.items():
        if key.startswith("Fn::ForEach::"):
            partial |= _repeat(inner, scope, entries, depth)
        elif key == "Fn::Transform":
            partial = True
        else:
            entries[key] = evaluate(inner, scope, depth + 1)
    return raw.but(data=entries, open=partial, span=header_of(raw))


def _call(name: str, raw: Value, scope: Surroundings, depth: int) -> Value:
    assert isinstance(raw.data, Mapping)
    argument = raw.data[name]
    function = _FUNCTIONS.get(name)
    made = unknown(raw) if function is None else function(argument, raw, scope, depth + 1)
    made = made.but(name=raw.name)
    return made if not raw.trail else made.but(span=raw.span, trail=(*raw.trail, *made.trail))


def _text(raw: Value, data: str, scope: Surroundings) -> Value:
    """A string: loop variables filled in, and what is fetched when the stack is made is unknown."""
    if scope.loop and ("${" in data or "&{" in data):
        filled = scope.filled(data)
        if filled != data:
            raw = raw.but(data=filled, pieces=())
            data = filled
    if "{{resolve:" not in data:
        if raw.name.endswith(SECRETS) and scope.parameter(data) is not None:
            return named(data, raw, scope)  # a forgotten `Ref`: nobody's password is called like a parameter
        target = meant(data, scope)
        return raw if target is None else raw.but(refers=(target,))
    pieces = []
    at = 0
    for found in _FETCHED.finditer(data):
        if found.start() > at:
            pieces.append(Value(KNOWN, data[at : found.start()], raw.span))
        pieces.append(Value(UNKNOWN, None, raw.span))
        at = found.end()
    if at < len(data):
        pieces.append(Value(KNOWN, data[at:], raw.span))
    return raw.but(state=UNKNOWN, data=None, pieces=tuple(pieces) if len(pieces) > 1 else ())


def _repeat(loop: Value, scope: Surroundings, entries: dict[str, Value], depth: int) -> bool:
    """`Fn::ForEach` inside of properties: its entries, once for each item. True where there may be others."""
    for key, body, inner in scope.rounds(loop, depth):
        entries[inner.filled(key)] = evaluate(body, inner, depth + 1)
    return not scope.countable(loop, depth)


_Function = Callable[[Value, Value, Surroundings, int], Value]
_FUNCTIONS: dict[str, _Function] = {
    "Ref": ref,
    "Fn::GetAtt": get_att,
    "Fn::Sub": sub,
    "Fn::Join": join,
    "Fn::Split": split,
    "Fn::Select": select,
    "Fn::If": choose,
    "Fn::FindInMap": find_in_map,
    "Fn::Base64": base64,
    "Fn::ToJsonString": to_json,
    "Fn::Length": length,
    **dict.fromkeys(("Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not"), truth),
}
