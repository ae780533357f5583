"""JSON as Terraform writes it: no spaces, keys in order, and `<`, `>` and `&` escaped for HTML's sake."""

from __future__ import annotations

from collections.abc import Mapping

from ....resource import ABSENT, Value
from ..scalars import text_of
from .calling import LONGEST, Undecided

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def quote(text: str) -> str:
    """A string in JSON."""
    from json import dumps

    quoted = dumps(text, ensure_ascii=False)
    for character, escape in _ESCAPES.items():
        if character in quoted:
            quoted = quoted.replace(character, escape)
    return quoted


def compact_json(value: Value) -> str:
    """A wholly known value in JSON. Raises Undecided where that would be too long."""
    parts: list[str] = []
    _write(value, parts)
    text = "".join(parts)
    if len(text) > LONGEST:
        raise Undecided
    return text


def _write(value: Value, parts: list[str]) -> None:
    data = value.data
    if value.state is ABSENT or data is None:
        parts.append("null")
    elif isinstance(data, str):
        parts.append(quote(data))
    elif isinstance(data, tuple):
        parts.append("[")
        for position, item in enumerate(data):
            parts.append("," if position else "")
            _write(item, parts)
        parts.append("]")
    elif isinstance(data, Mapping):
        parts.append("{")
        for position, name in enumerate(sorted(data)):
            parts.append(f"{',' if position else ''}{quote(name)}:")
            _write(data[name], parts)
        parts.append("}")
    else:
        parts.append(text_of(data))
    if len(parts) > LONGEST:
        raise Undecided
