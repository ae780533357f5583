"""The words of changes: what the title of a fix calls a place and a value."""

from __future__ import annotations

from collections.abc import Mapping

from ...resource import Plain
from . import writing
from .draft import Draft
from .syntax import Attribute, Expression, Item, Literal, Node, Variable

_SHOWN = 60  # columns of a value that a title repeats


def shown(value: Plain) -> str:
    """A value as a title shows it; empty where that would be too long to read."""
    text = writing.expression(value, flat=True)
    return text if len(text) <= _SHOWN and not isinstance(value, dict) else ""


def setting(name: str, value: Plain) -> str:
    """The title of a change that sets an attribute."""
    text = shown(value)
    return f"set `{name}` to {text}" if text else f"set `{name}`"


def setting_all(values: Mapping[str, Plain]) -> str:
    """The title of a change that sets several attributes."""
    if len(values) == 1:
        return setting(*next(iter(values.items())))
    *names, last = (f"`{name}`" for name in values)
    return f"set {', '.join(names)} and {last}"


def appending(name: str, item: Plain) -> str:
    """The title of a change that writes one more item into a list."""
    return f"add {shown(item) or 'an item'} to `{name}`"


def called(draft: Draft, node: Expression, name: str) -> str:
    """What the title of a change calls the place of an expression, which a resource knows as `name`.

    That is the attribute or item that it is the whole value of: a local, a variable's default, an item of an argument.
    """
    around = [*draft.frames(node.start, node.end)]
    if around and (around[-1][1].value.start, around[-1][1].value.end) == (node.start, node.end):
        entry = around[-1][1]
        if not isinstance(entry, Attribute):
            return key_name(entry) or name
        for block in draft.file.body.blocks if draft.file is not None else ():
            if entry in block.body.attributes and block.type == "locals":
                return f"local.{entry.name}"
            if entry in block.body.attributes and block.type == "variable" and block.labels:
                return f"var.{block.labels[0].value}"
        return entry.name
    return name


def named(text: str, node: Node) -> str:
    """An expression as a title names it: the text of a string, or else its source."""
    if isinstance(node, Literal) and isinstance(node.value, str):
        name = node.value
    else:
        name = " ".join(text[node.start : node.end].split())
    return name if len(name) <= _SHOWN else name[: _SHOWN - 3] + "..."


def key_name(item: Item) -> str | None:
    """The name of an object's item; None where it is computed."""
    if isinstance(item.key, Variable):
        return item.key.name
    return str(item.key.value) if isinstance(item.key, Literal) else None
