"""JSON as Terraform writes it: no spaces, keys in order, and `<`, `>` and `&` escaped for HTML's sake."""

from __future__ import annotations

from collections.abc import Mapping

from ....resource import ABSENT, Value
from ..scalars import text_of
from .calling import LONGEST, Undecided

_ESCAPES = {code: f"\\u{code:04x}" for code in (*range(0x20), *b"<>&", 0x2028, 0x2029)}
_ESCAPES |= str.maketrans({'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def quote(text: str) -> str:
    """A string in JSON."""
    return f'"{text.translate(_ESCAPES)}"'


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
