"""What stays the same in all rounds of a loop: the parts of its body that use none of the names that it binds.

`[for x in a : x if !contains(local.left_out, x)]` looks for `local.left_out` once, not once a round.
"""

from __future__ import annotations

from collections.abc import Iterator

from .scope import SPLAT
from .syntax import (
    Bad,
    For,
    Interpolation,
    Item,
    Node,
    Splat,
    SplatItem,
    TemplateFor,
    TemplateIf,
    Text,
    Variable,
    children,
)


def steady(loop: For) -> tuple[Node, ...]:
    """The expressions in a loop's body that have the same value in every round: the largest ones."""
    found: list[Node] = []
    bound = _binds(loop)
    for part in (loop.condition, loop.result_key, loop.result):
        if part is not None and bound.isdisjoint(_names_in(part, bound, found)):
            found.append(part)
    return tuple(node for node in found if not isinstance(node, (Bad, Text, TemplateFor, Variable)))


def _names_in(node: Node, bound: frozenset[str], found: list[Node]) -> set[str]:
    """The names that a node takes from around it. `found` is given what is steady in it, where it itself is not."""
    if isinstance(node, Variable):
        return {node.name}
    if isinstance(node, SplatItem):
        return {SPLAT}
    own = _binds(node)
    over = node.on if isinstance(node, Splat) else node.collection if isinstance(node, (For, TemplateFor)) else None
    used, before = set[str](), len(found)
    steady: list[Node] = []
    for part in _parts(node):
        changing = bound if part is over else bound | own
        names = _names_in(part, changing, found)
        if names.isdisjoint(changing):
            steady.append(part)
        used |= names if part is over else names - own
    if used.isdisjoint(bound):
        del found[before:]  # the whole is kept
    else:
        found += steady
    return used


def _binds(node: Node) -> frozenset[str]:
    """The names that a node binds for what is in it."""
    if isinstance(node, (For, TemplateFor)):
        return frozenset((node.key, node.value))
    return frozenset((SPLAT,)) if isinstance(node, Splat) else frozenset()


def _parts(node: Node) -> Iterator[Node]:
    """The parts of an expression that have a value of their own."""
    for part in children(node):
        if isinstance(part, Item):
            yield part.value
            if not isinstance(part.key, Variable):  # a bare name is a key as it stands
                yield part.key
        elif isinstance(part, (Interpolation, TemplateIf)):
            yield from _parts(part)
        else:
            yield part
