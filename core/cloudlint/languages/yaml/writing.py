"""Plain values as YAML text, in the layout of the place they are written to."""

from __future__ import annotations

from ...patterns import pattern
from ...resource import Plain
from ...vocabulary.json_editing import json_text

_PLAIN = pattern(r"[A-Za-z0-9_/.$][^\x00-\x1f\x7f:#,\[\]{}&*!|>'\"%@`?]*(?::[^\x00-\x20\x7f#,\[\]{}&*!|>'\"%@`?]+)*")
_RESERVED = pattern(
    r"(?i)true|false|yes|no|on|off|y|n|null|~|\.inf|\.nan|[-+]?[0-9.][0-9_.eE+-]*|0[xo][0-9a-f]+|\d{4}-\d.*|[0-9_:.+-]+"
)


class Verbatim(str):
    """Text that is YAML already (`!Ref Key`) and is written as it is."""

    __slots__ = ()


def scalar_text(value: Plain, quote: str = "") -> str:
    """A scalar, in quotes where it must be, or where `quote` says so (`'` or `"`, as what it replaces)."""
    if isinstance(value, Verbatim):
        return str(value)
    if isinstance(value, str):
        if quote == "'" and value.isprintable():
            return "'" + value.replace("'", "''") + "'"
        if not quote and _PLAIN.fullmatch(value) and value == value.strip() and not _RESERVED.fullmatch(value):
            return value
        return json_text(value)
    text = json_text(value)
    return f"{quote}{text}{quote}" if quote and value is not None else text


def flow_text(value: Plain) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar_text(key)}: {flow_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow_text(item) for item in value) + "]"
    return scalar_text(value)


def entry_text(name: str, value: Plain, indent: str, step: str, line_end: str) -> str:
    """`name: value` in block style; the first line is not indented, all others are by `indent` at least."""
    if isinstance(value, dict) and value:
        inner = indent + step
        lines = [inner + entry_text(key, item, inner, step, line_end) for key, item in value.items()]
        return line_end.join([f"{scalar_text(name)}:", *lines])
    if isinstance(value, list) and value and any(isinstance(item, (dict, list)) for item in value):
        inner = indent + step
        lines = [inner + "- " + item_text(item, inner + "  ", step, line_end) for item in value]
        return line_end.join([f"{scalar_text(name)}:", *lines])
    if isinstance(value, list) and value and not any(isinstance(item, Verbatim) for item in value):
        return f"{scalar_text(name)}: {flow_text(value)}"
    if isinstance(value, list) and value:
        inner = indent + step
        return line_end.join([f"{scalar_text(name)}:", *(f"{inner}- {scalar_text(item)}" for item in value)])
    return f"{scalar_text(name)}: {flow_text(value)}"


def item_text(value: Plain, indent: str, step: str, line_end: str) -> str:
    """An item of a block sequence, behind its dash."""
    if isinstance(value, dict) and value:
        lines = [entry_text(key, item, indent, step, line_end) for key, item in value.items()]
        return (line_end + indent).join(lines)
    return flow_text(value)
