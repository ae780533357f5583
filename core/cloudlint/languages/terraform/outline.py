"""What ignore comments can be about in Terraform: blocks, attributes, and the elements of lists and objects in them."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...outline import Item, Outline
from . import syntax
from .declarations import tree_of


def outline(document: Document) -> Outline:
    """The comments, blocks and attributes of a document."""
    tree = tree_of(document)
    return Outline(tuple(tree.comments), tuple(_of_body(tree.body)))


def _of_body(body: syntax.Body) -> list[Item]:
    items = [
        Item(block.start, block.header_end, block.end, tuple(_of_body(block.body)), block=True) for block in body.blocks
    ]
    items += [
        Item(attribute.start, attribute.equals, attribute.end, tuple(_elements(attribute.value)))
        for attribute in body.attributes
    ]
    return sorted(items)


def _elements(node: syntax.Expression) -> Iterator[Item]:
    """The elements of lists and objects, also where they are arguments of a function (`jsonencode`)."""
    if isinstance(node, syntax.Parens):
        yield from _elements(node.inner)
    elif isinstance(node, syntax.Call):
        for argument in node.arguments:
            yield from _elements(argument)
    elif isinstance(node, syntax.Tuple):
        for element in node.items:
            yield Item(element.start, element.start, element.end, tuple(_elements(element)))
    elif isinstance(node, syntax.Object):
        for item in node.items:
            yield Item(item.start, item.key.end, item.end, tuple(_elements(item.value)))


def moves(document: Document) -> dict[str, str]:
    """New address -> old one, from the `moved` blocks; seen from the module that they stand in."""
    found = {}
    for block in tree_of(document).body.blocks:
        if block.type == "moved":
            ends = {
                attribute.name: document.text[attribute.value.start : attribute.value.end].strip()
                for attribute in block.body.attributes
            }
            if "from" in ends and "to" in ends:
                found[ends["to"]] = ends["from"]
    return found
