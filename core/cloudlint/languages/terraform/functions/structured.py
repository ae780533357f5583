"""JSON and YAML. An encoded value keeps the structure it is the text of: a policy can be read where it was written."""

from __future__ import annotations

from ....resource import KNOWN, Plain, Value
from ..distinct import whole
from ..types import ANY, STRING
from .calling import Call, Failure, origins, shaped, trail_of
from .jsontext import compact_json


@shaped(ANY, nulls=True)
def jsonencode(call: Call, value: Value) -> Value:
    text = compact_json(value) if whole(value) else None
    return _encoded(call, value, text)


def _encoded(call: Call, value: Value, text: str | None) -> Value:
    """Not `computed`: the trail of what is encoded stays with the structure, where each element has its own."""
    if text is None:
        return call.unknown(encoded=value)
    refers, sensitive = origins((value,))
    return Value(KNOWN, text, call.span, refers=refers, trail=trail_of((value,)), encoded=value, sensitive=sensitive)


@shaped(STRING)
def jsondecode(call: Call, text: Value) -> Value:
    if text.encoded is not None:
        return text.encoded.but(sensitive=True) if text.sensitive else text.encoded
    if not isinstance(text.data, str):
        return call.unknown()
    from json import loads

    try:
        data: Plain = loads(text.data, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Failure from None
    return call.decoded(data, text)


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
        return text.encoded.but(sensitive=True) if text.sensitive else text.encoded
    if not isinstance(text.data, str):
        return call.unknown()
    from .yamltext import read

    return call.decoded(read(text.data), text)
