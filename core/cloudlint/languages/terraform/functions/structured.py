"""JSON and YAML. An encoded value keeps the structure it is the text of: a policy can be read where it was written."""

from __future__ import annotations

from ....resource import KNOWN, Plain, Value
from ..distinct import whole
from ..types import ANY, STRING
from .calling import Call, Failure, lift, refers_of, shaped, trail_of
from .jsontext import compact_json


@shaped(ANY, nulls=True)
def jsonencode(call: Call, value: Value) -> Value:
    text = compact_json(value) if whole(value) else None
    return _encoded(call, value, text)


def _encoded(call: Call, value: Value, text: str | None) -> Value:
    """Not `computed`: the trail of what is encoded stays with the structure, where each element has its own."""
    if text is None:
        return call.unknown(encoded=value)
    return Value(KNOWN, text, call.span, refers=refers_of((value,)), trail=trail_of((value,)), encoded=value)


@shaped(STRING)
def jsondecode(call: Call, text: Value) -> Value:
    if text.encoded is not None:
        return text.encoded
    if not isinstance(text.data, str):
        return call.unknown()
    from json import loads

    try:
        data: Plain = loads(text.data, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Failure from None
    return lift(data, call.span, text.refers, text.trail)


def _refuse(word: str) -> Plain:
    """NaN and Infinity, which Python reads, are no JSON."""
    raise Failure


@shaped(ANY, nulls=True)
def yamlencode(call: Call, value: Value) -> Value:
    from .yamltext import write

    return _encoded(call, value, write(value) if whole(value) else None)


@shaped(STRING)
def yamldecode(call: Call, text: Value) -> Value:
    if text.encoded is not None:
        return text.encoded
    if not isinstance(text.data, str):
        return call.unknown()
    from .yamltext import read

    return lift(read(text.data), call.span, text.refers, text.trail)
