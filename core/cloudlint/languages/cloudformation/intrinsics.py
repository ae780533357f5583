"""The intrinsic functions: what a property is worth once Ref, Fn::If, Fn::Sub and their like are worked out.

Whatever only AWS knows (an account's number, an ARN, an import) is unknown; what is made from a resource refers to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ...model import Span
from ...resource import ABSENT, KNOWN, UNKNOWN, Graph, Resource, Value
from .headers import header_of
from .surroundings import Surroundings

NO_VALUE = "AWS::NoValue"
MOST_LEVELS = 60

# What is the same in nearly every account: without it the ARN of a managed policy would be unknown.
_PSEUDO = {"AWS::Partition": "aws", "AWS::URLSuffix": "amazonaws.com"}
_HOLE = re.compile(r"\$\{([^!}][^}]*)\}|\$\{!([^}]*)\}")
_SECRET = re.compile(r"\{\{resolve:[^}]*\}\}")


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
        return _unknown(raw)
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
    made = _unknown(raw) if function is None else function(argument, raw, scope, depth + 1)
    made = made.but(name=raw.name)
    return made if not raw.trail else made.but(span=raw.span, trail=(*raw.trail, *made.trail))


def _unknown(raw: Value, sources: Iterable[Value] = ()) -> Value:
    """Nothing is known at this place, except what it was made from."""
    refers = tuple(dict.fromkeys(target for source in sources for target in source.refers))
    return Value(UNKNOWN, None, raw.span, refers=refers, site=raw.site, name=raw.name, trail=raw.trail)


def _text(raw: Value, data: str, scope: Surroundings) -> Value:
    """A string: loop variables filled in, and what is fetched when the stack is made is unknown."""
    if scope.loop and ("${" in data or "&{" in data):
        filled = scope.filled(data)
        if filled != data:
            raw = raw.but(data=filled, pieces=())
            data = filled
    if "{{resolve:" not in data:
        return raw
    pieces = []
    at = 0
    for found in _SECRET.finditer(data):
        if found.start() > at:
            pieces.append(Value(KNOWN, data[at : found.start()], raw.span))
        pieces.append(Value(UNKNOWN, None, raw.span))
        at = found.end()
    if at < len(data):
        pieces.append(Value(KNOWN, data[at:], raw.span))
    return raw.but(state=UNKNOWN, data=None, pieces=tuple(pieces) if len(pieces) > 1 else ())


# -------------------------------------------------------------------------------- references


def _ref(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    name = argument.data
    return named(name, raw, scope) if isinstance(name, str) else _unknown(raw)


def named(name: str, raw: Value, scope: Surroundings) -> Value:
    """What `Ref` gives for a name: a parameter, a pseudo parameter, a loop variable or a resource."""
    name = scope.filled(name) if scope.loop else name
    if name == NO_VALUE:
        return Value(ABSENT, None, raw.span, site=raw.site, name=raw.name)
    if name in _PSEUDO:
        return Value(KNOWN, _PSEUDO[name], raw.span, name=raw.name)
    if name in scope.loop:
        return scope.loop[name].but(span=raw.span, site=None)
    parameter = scope.parameter(name)
    if parameter is not None:
        return parameter.but(span=raw.span, name=raw.name)
    return _made_from(scope.resources.get(name), raw)


def _made_from(target: Resource | None, raw: Value) -> Value:
    """What AWS makes of a resource. A name that means nothing here means no resource of this template."""
    refers = (_NOTHING if target is None else target,)
    return Value(UNKNOWN, None, raw.span, refers=refers, site=raw.site, name=raw.name)


def _get_att(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    if isinstance(argument.data, str):
        name, _, attribute = argument.data.partition(".")
    elif isinstance(argument.data, tuple) and argument.data and isinstance(argument.data[0].data, str):
        name, attribute = argument.data[0].data, ""
    else:
        return _unknown(raw)
    return attribute_of(name, attribute, raw, scope)


def attribute_of(name: str, attribute: str, raw: Value, scope: Surroundings) -> Value:
    """What `Fn::GetAtt` gives: unknown until the stack is made, but made from the resource."""
    return _made_from(scope.resources.get(scope.filled(name) if scope.loop else name), raw)


# ------------------------------------------------------------------------------------- texts


def _sub(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    template, given = argument, Value(KNOWN, {})
    if isinstance(argument.data, tuple) and argument.data:
        template = argument.data[0]
        given = evaluate(argument.data[1], scope, depth) if len(argument.data) > 1 else given
    if not isinstance(template.data, str):
        return _unknown(raw)
    return joined(list(_substituted(template, given, raw, scope)), raw)


def _substituted(template: Value, given: Value, raw: Value, scope: Surroundings) -> Iterable[Value]:
    text = str(template.data)
    place = _Places(template, text)
    at = 0
    for found in _HOLE.finditer(text):
        if found.start() > at:
            yield Value(KNOWN, text[at : found.start()], place.of(at, found.start()))
        at = found.end()
        if found[2] is not None:
            yield Value(KNOWN, "${" + found[2] + "}", place.of(found.start(), found.end()))
            continue
        seen = raw.but(span=place.of(found.start(), found.end()), site=None)
        name = found[1].strip()
        if isinstance(given.data, Mapping) and name in given.data:
            yield given.data[name].but(span=seen.span)
        elif "." in name:
            target, _, attribute = name.partition(".")
            yield attribute_of(target, attribute, seen, scope)
        else:
            yield named(name, seen, scope)
    if at < len(text):
        yield Value(KNOWN, text[at:], place.of(at, len(text)))


class _Places:
    """Where the characters of a string stand, if it stands in the document as it is."""

    def __init__(self, value: Value, text: str) -> None:
        self.span = value.span
        self.first = -1
        self.pieces = value.pieces
        span = value.span
        if span is not None and not value.trail and not value.pieces:
            extra = span.end - span.start - len(text)
            if extra in (0, 2):
                self.first = span.start + extra // 2
            elif getattr(value.site, "node", None) is not None and extra > 0:  # behind a tag
                quoted = span.end - len(text)
                self.first = quoted if extra else span.start

    def of(self, start: int, end: int) -> Span | None:
        if self.span is None:
            return None
        if self.first >= 0:
            return Span(self.span.path, self.first + start, self.first + end)
        at = 0
        for piece in self.pieces:  # the lines of a literal block
            length = len(str(piece.data))
            if piece.span is not None and at <= start and end <= at + length:
                return Span(piece.span.path, piece.span.start + start - at, piece.span.start + end - at)
            at += length
        return self.span


def _join(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    if not isinstance(argument.data, tuple) or len(argument.data) != 2:
        return _unknown(raw)
    delimiter = evaluate(argument.data[0], scope, depth)
    listed = evaluate(argument.data[1], scope, depth)
    if not isinstance(delimiter.data, str):
        return _unknown(raw, (delimiter, listed))
    if not isinstance(listed.data, tuple) or listed.open:
        return _unknown(raw, (listed,))
    pieces: list[Value] = []
    for item in listed.data:
        if pieces and delimiter.data:
            pieces.append(Value(KNOWN, delimiter.data, delimiter.span))
        pieces.append(item)
    return joined(pieces, raw)


def joined(pieces: list[Value], raw: Value) -> Value:
    """A string of parts: known where all of them are; what a part was made from, the whole is made from."""
    if len(pieces) == 1 and not isinstance(pieces[0].data, (tuple, Mapping)):
        only = pieces[0]
        return only.but(span=raw.span, name=raw.name, site=raw.site if not only.trail else only.site)
    texts = [piece.text if piece.state is KNOWN and _is_scalar(piece) else None for piece in pieces]
    known = [text for text in texts if text is not None]
    value = _unknown(raw, pieces)
    if len(known) == len(texts):
        value.state, value.data = KNOWN, "".join(known)
    value.pieces = tuple(pieces)
    return value


def _is_scalar(value: Value) -> bool:
    return not isinstance(value.data, (tuple, Mapping))


def _split(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    parts = argument.data
    if not isinstance(parts, tuple) or len(parts) != 2:
        return _unknown(raw)
    delimiter, text = evaluate(parts[0], scope, depth), evaluate(parts[1], scope, depth)
    if not (isinstance(delimiter.data, str) and delimiter.data and isinstance(text.data, str)):
        return _unknown(raw, (text,))
    items = tuple(Value(KNOWN, part, raw.span) for part in text.data.split(delimiter.data))
    return Value(KNOWN, items, raw.span, trail=text.trail)


def _base64(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """What is encoded is what people write and what rules look into."""
    return evaluate(argument, scope, depth)


def _to_json(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    inner = evaluate(argument, scope, depth)
    return _unknown(raw, (inner,)).but(encoded=inner)


# ------------------------------------------------------------------------------------ choices


def _if(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    parts = argument.data
    if not isinstance(parts, tuple) or len(parts) != 3:
        return _unknown(raw)
    chosen = scope.condition(parts[0].data) if isinstance(parts[0].data, str) else scope.decide(parts[0], depth)
    if chosen is not None:
        return evaluate(parts[1] if chosen else parts[2], scope, depth)
    return either(evaluate(parts[1], scope, depth), evaluate(parts[2], scope, depth), raw)


def either(one: Value, other: Value, raw: Value) -> Value:
    """One of two values, not known which: what they have in common is known."""
    if one.state is ABSENT and other.state is ABSENT:
        return one
    if one.state is KNOWN and other.state is KNOWN:
        if isinstance(one.data, Mapping) and isinstance(other.data, Mapping):
            return _common(one, other, raw)
        if _is_scalar(one) and _is_scalar(other) and one.text == other.text:
            return one
        if isinstance(one.data, tuple) and isinstance(other.data, tuple) and one.known == other.known is not None:
            return one
    return _unknown(raw, (one, other))


def _common(one: Value, other: Value, raw: Value) -> Value:
    assert isinstance(one.data, Mapping)
    assert isinstance(other.data, Mapping)
    absent = Value(ABSENT, None, raw.span, site=raw.site)
    entries = {}
    for key in dict.fromkeys((*one.data, *other.data)):
        left = one.data.get(key, absent)
        right = other.data.get(key, absent)
        entries[key] = either(left, right, left if left is not absent else right).but(name=key)
    return one.but(data=entries, open=one.open or other.open)


def _select(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    parts = argument.data
    if not isinstance(parts, tuple) or len(parts) != 2:
        return _unknown(raw)
    number, listed = evaluate(parts[0], scope, depth).number, evaluate(parts[1], scope, depth)
    if not isinstance(listed.data, tuple) or listed.open or number is None:
        return _unknown(raw, (listed,))
    return listed.data[int(number)] if 0 <= number < len(listed.data) else _unknown(raw)


def _find_in_map(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    parts = argument.data
    if not isinstance(parts, tuple) or len(parts) < 3:
        return _unknown(raw)
    keys = [evaluate(part, scope, depth).text for part in parts[:3]]
    found = scope.mapped(keys[0], keys[1], keys[2])
    if found is not None:
        return evaluate(found.but(span=raw.span, name=raw.name), scope, depth)
    if len(parts) > 3 and None not in keys and isinstance(parts[3].data, Mapping) and "DefaultValue" in parts[3].data:
        return evaluate(parts[3].data["DefaultValue"], scope, depth)
    return _unknown(raw)


def _length(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    listed = evaluate(argument, scope, depth)
    if isinstance(listed.data, tuple) and not listed.open:
        return Value(KNOWN, len(listed.data), raw.span)
    return _unknown(raw)


def _truth(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    verdict = scope.decide(raw, depth)
    return _unknown(raw) if verdict is None else Value(KNOWN, verdict, raw.span)


# -------------------------------------------------------------------------------------- loops


def _repeat(loop: Value, scope: Surroundings, entries: dict[str, Value], depth: int) -> bool:
    """`Fn::ForEach` inside of properties: its entries, once for each item. True where there may be others."""
    for key, body, inner in scope.rounds(loop, depth):
        entries[key] = evaluate(body, inner, depth + 1)
    return not scope.countable(loop, depth)


_NOTHING = Resource("", "", "", "cloudformation", Value(KNOWN, {}), Graph())

_Function = Callable[[Value, Value, Surroundings, int], Value]
_FUNCTIONS: dict[str, _Function] = {
    "Ref": _ref,
    "Fn::GetAtt": _get_att,
    "Fn::Sub": _sub,
    "Fn::Join": _join,
    "Fn::Split": _split,
    "Fn::Select": _select,
    "Fn::If": _if,
    "Fn::FindInMap": _find_in_map,
    "Fn::Base64": _base64,
    "Fn::ToJsonString": _to_json,
    "Fn::Length": _length,
    **dict.fromkeys(("Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not"), _truth),
}
