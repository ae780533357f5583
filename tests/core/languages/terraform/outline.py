"""A syntax tree in a few words, for tests: `resource a b { acl, tags?, rule { days } }`.

`?` marks a value in which something could not be read, `!` a body that is damaged. A file's own `!` stands in front.
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.languages.terraform import syntax


def outline(file: syntax.File) -> str:
    """The file's body, its blocks and attributes in the order of the text."""
    return ("! " if file.body.damaged else "") + body_outline(file.body)


def body_outline(body: syntax.Body) -> str:
    """The attributes and blocks of a body."""
    rows: list[tuple[int, str]] = []
    for attribute in body.attributes:
        bad = any(isinstance(node, syntax.Bad) for node in descendants(attribute.value))
        rows.append((attribute.start, attribute.name + ("?" if bad else "")))
    for block in body.blocks:
        header = " ".join([block.type, *(label.value for label in block.labels)])
        mark = "! " if block.body.damaged else ""
        inside = body_outline(block.body)
        rows.append((block.start, f"{header} {{ {mark}{inside}{' ' if inside else ''}}}"))
    return ", ".join(text for _, text in sorted(rows))


def descendants(node: object) -> Iterator[syntax.Node]:
    """A node and all below it; tuples and lists of nodes are looked into."""
    if isinstance(node, (tuple, list)):
        for item in node:
            yield from descendants(item)
    elif isinstance(node, syntax.Node):
        yield node
        for name in slots(type(node)):
            yield from descendants(getattr(node, name))


def slots(kind: type) -> list[str]:
    """The fields of a node class, inherited ones included."""
    return [name for base in kind.__mro__ for name in getattr(base, "__slots__", ())]


def written(node: object) -> object:
    """A node as nested tuples with all fields: what two equal trees have in common."""
    if isinstance(node, (tuple, list)):
        return tuple(written(item) for item in node)
    if isinstance(node, syntax.Node):
        return (type(node).__name__, *((name, written(getattr(node, name))) for name in slots(type(node))))
    return node
