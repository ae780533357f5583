"""Bodies to Values: a body is a mapping of its attributes and block types, each evaluated when it is read."""

from __future__ import annotations

from collections.abc import Iterator

from ...resource import ABSENT, KNOWN, UNKNOWN, Value
from ...typed import NamedTuple
from . import syntax
from .edit import AttributeSite, BlockSite
from .expressions import evaluate
from .lazy import Lazy
from .provenance import doubts
from .scope import OWN, Scope, elements, pairs

_OF_SELF = ("provisioner", "connection", "lifecycle")  # the blocks of a resource in which `self` is the resource


class Layer(NamedTuple):
    """A block and the scope that its body is evaluated in; overrides are further layers over the first."""

    scope: Scope
    block: syntax.Block


class _Contents:
    """The attributes and blocks of a body by name, which nobody looks for where nothing is asked of the body."""

    __slots__ = ("_attributes", "_blocks", "_layers")

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        self._layers = layers
        self._attributes: dict[str, tuple[Scope, syntax.Body, syntax.Attribute]] = {}
        self._blocks: dict[str, list[tuple[Scope, syntax.Body, syntax.Block]]] = {}

    def __iter__(self) -> Iterator[str]:
        for scope, layered in self._layers:
            body = layered.body
            for attribute in body.attributes:
                self._attributes[attribute.name] = (scope, body, attribute)
            own: dict[str, list[tuple[Scope, syntax.Body, syntax.Block]]] = {}
            for block in body.blocks:
                own.setdefault(_block_type(block), []).append((scope, body, block))
            self._blocks.update(own)  # an override replaces all blocks of a type
        yield from self._attributes
        yield from self._blocks

    def value(self, name: str) -> Value:
        """The value of a name, once they have been listed."""
        return _attribute(*self._attributes[name]) if name in self._attributes else _blocks(name, self._blocks[name])


def body_of(layers: tuple[Layer, ...]) -> Lazy:
    """The attributes and block types of a body. Block types are lists of objects; `dynamic` blocks are expanded."""
    contents = _Contents(layers)
    return Lazy(contents, contents.value)


def block_value(scope: Scope, parent: syntax.Body, block: syntax.Block, *overrides: Layer) -> Value:
    """A block as an object, at its header; what a damaged body does not show may yet be there."""
    return Value(
        KNOWN,
        body_of((Layer(scope, block), *overrides)),
        scope.span(block.start, block.header_end),
        open=block.damaged or block.close < 0,
        site=BlockSite(scope.document, block, parent, scope.names),
        name=block.type,
    )


def attribute_value(scope: Scope, attribute: syntax.Attribute, body: syntax.Body) -> Value:
    """An attribute's value; edited where it stands, or where the value came from if it was reached through a name."""
    value = evaluate(attribute.value, scope)
    site = value.site if value.trail else AttributeSite(scope.document, body, attribute)
    if value.span is None:
        value.span = scope.span(attribute.value.start, attribute.value.end)
    return value.but(name=attribute.name, site=site)


def _attribute(scope: Scope, body: syntax.Body, attribute: syntax.Attribute) -> Value:
    return attribute_value(scope, attribute, body)


def _block_type(block: syntax.Block) -> str:
    return block.labels[0].value if block.type == "dynamic" and block.labels else block.type


def _blocks(name: str, found: list[tuple[Scope, syntax.Body, syntax.Block]]) -> Value:
    made: list[Value] = []
    open, pieces = False, tuple[Value, ...]()
    for scope, parent, block in found:
        if block.type == "dynamic":
            expanded, more, over = _dynamic(scope, parent, block)
            made += expanded
            open, pieces = open or more, pieces or over
        else:
            if name in _OF_SELF and OWN in scope.bindings:
                scope = scope.binding({"self": scope.bindings[OWN]})
            made.append(_labelled(block_value(scope, parent, block), block))
    scope, _, first = found[0]
    span = made[0].span if made else scope.span(first.start, first.header_end)
    if not made and not open:
        return Value(ABSENT, None, span, name=name)
    return Value(KNOWN, tuple(made), span, open=open, pieces=pieces, name=name)


def _labelled(value: Value, block: syntax.Block) -> Value:
    """A nested block that has a label answers to it, as the JSON syntax writes it: `backend.s3.encrypt`."""
    data = value.data
    if not block.labels or not isinstance(data, Lazy):
        return value
    label = block.labels[0].value
    return value.but(data=Lazy(data, lambda name: value if name == label else data[name], hidden=(label,)))


def _dynamic(scope: Scope, parent: syntax.Body, block: syntax.Block) -> tuple[list[Value], bool, tuple[Value, ...]]:
    """The blocks that a `dynamic` block stands for, whether there may be others, and what leaves that open."""
    attributes = {attribute.name: attribute for attribute in block.body.attributes}
    content = next((inner for inner in block.body.blocks if inner.type == "content"), None)
    if content is None or "for_each" not in attributes:
        return [], True, ()
    iterator = _block_type(block)
    if "iterator" in attributes and isinstance(attributes["iterator"].value, syntax.Variable):
        iterator = attributes["iterator"].value.name
    over = evaluate(attributes["for_each"].value, scope)
    header = scope.span(block.start, block.header_end)
    items, open = instances_of(over)
    if not scope.names.context.rounds.take(len(items)):
        return [], True, (over,)
    made = []
    for key, value in items:
        bound = Value(KNOWN, {"key": key, "value": value})
        inner = block_value(scope.binding({iterator: bound}), block.body, content)
        made.append(inner.but(span=header, name=_block_type(block)))
    return made, open, doubts(over)


def instances_of(over: Value) -> tuple[list[tuple[Value, Value]], bool]:
    """Key and value for every instance that a `for_each` makes, and whether the set is open.

    Over something unknown there is one symbolic instance with an unknown key. The key of a set's element is itself.
    """
    if over.state is ABSENT:
        return [], False
    if over.state is UNKNOWN:
        return [(_symbol(over), _symbol(over))], True
    known = [(item, item) for item in elements(over)] if isinstance(over.data, tuple) else pairs(over)
    if over.open:
        known.append((_symbol(over), _symbol(over)))
    return known, over.open


def _symbol(over: Value) -> Value:
    return Value(UNKNOWN, None, over.span, trail=over.trail, refers=over.refers)
