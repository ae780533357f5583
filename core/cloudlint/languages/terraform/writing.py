"""Plain values as the HCL text that `terraform fmt` would leave alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...model import Reference
from ...patterns import pattern
from ...resource import Encoded, Plain
from ...typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_NAME = pattern(r"[^\W\d][\w-]*\Z")
_NOT_BARE = {"for", "true", "false", "null"}  # as the first key `for` would begin a for expression
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = pattern(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]|[$%](?=\{)')
_MARKS = ('"', "\\", "${", "%{")
_LINE = 100  # a list longer than this many columns is written one element a line


def quoted(text: str) -> str:
    """A string as a quoted literal; template markers come out doubled, so that they stay text."""
    if text.isascii() and text.isprintable() and not any(mark in text for mark in _MARKS):
        return f'"{text}"'
    return f'"{_SPECIAL.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in "$%":
        return char + char
    return _SHORT.get(char) or f"\\u{ord(char):04x}"


def expression(value: Plain, indent: str = "", unit: str = "  ", *, flat: bool = False) -> str:
    """A value as an expression, lines joined by LF.

    `indent` is the indentation of the line it begins in, `unit` one more level; `flat` asks for one line.
    """
    if isinstance(value, Reference):
        return value.text
    if isinstance(value, Encoded):
        return f"jsonencode({expression(value.content, indent, unit, flat=flat)})"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return _object(value, indent, unit, flat)
    if isinstance(value, list):
        return _list(value, indent, unit, flat)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value)


def key(name: str) -> str:
    """The key of an object's item, quoted where it is no plain name."""
    return name if _NAME.match(name) and name not in _NOT_BARE else quoted(name)


def _list(items: list[Plain], indent: str, unit: str, flat: bool) -> str:
    inner = indent + unit
    one_line = f"[{', '.join(expression(item, flat=True) for item in items)}]"
    if flat or (len(one_line) <= _LINE and not any(isinstance(item, dict) and item for item in items)):
        return one_line
    lines = [f"{inner}{expression(item, inner, unit)}," for item in items]
    return "\n".join(["[", *lines, f"{indent}]"])


def _object(entries: dict[str, Plain], indent: str, unit: str, flat: bool) -> str:
    if not entries:
        return "{}"
    if flat:
        return f"{{ {', '.join(f'{key(name)} = {expression(item, flat=True)}' for name, item in entries.items())} }}"
    inner = indent + unit
    rows = [(key(name), expression(item, inner, unit)) for name, item in entries.items()]
    return "\n".join(["{", *aligned(rows, inner), f"{indent}}}"])


def aligned(rows: Iterable[tuple[str, str]], indent: str) -> list[str]:
    """`name = value` lines; in a run of one-line values the equals signs stand in one column."""
    lines: list[str] = []
    run: list[tuple[str, str]] = []

    def close() -> None:
        width = max((len(name) for name, _ in run), default=0)
        lines.extend(f"{indent}{name:<{width}} = {text}" for name, text in run)
        run.clear()

    for name, text in rows:
        if "\n" in text:
            close()
            lines.append(f"{indent}{name} = {text}")
        else:
            run.append((name, text))
    close()
    return lines


def block(
    header: str,
    content: Mapping[str, Plain],
    indent: str = "",
    unit: str = "  ",
    meta: Mapping[str, Reference] | None = None,
) -> str:
    """A block with its content, lines joined by LF: attributes first; mappings and lists of mappings become blocks.

    `meta` are meta-arguments, which stand apart at the top.
    """
    inner = indent + unit
    rows: list[tuple[str, str]] = []
    blocks: list[str] = []
    for name, value in content.items():
        nested = _blocks(value)
        if nested is None:
            rows.append((name, expression(value, inner, unit)))
        else:
            blocks.extend(block(name, item, inner, unit) for item in nested)
    top = [(name, reference.text) for name, reference in (meta or {}).items()]
    parts = ["\n".join(aligned(group, inner)) for group in (top, rows) if group] + blocks
    if not parts:
        return f"{indent}{header} {{}}"
    return f"{indent}{header} {{\n" + "\n\n".join(parts) + f"\n{indent}}}"


def _blocks(value: Plain) -> list[dict[str, Plain]] | None:
    """What is written as nested blocks; None for an attribute."""
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list) and value:
        nested = [item for item in value if isinstance(item, dict)]
        return nested if len(nested) == len(value) else None
    return None
