"""Terraform's JSON syntax (`.tf.json`) as the tree of the native one.

JSON is read by the expression parser, of whose objects, tuples and quoted templates it is a subset; so ranges and
`${...}` come out as everywhere else. What is a block is known for the top level only: below, everything is an
attribute, which a resource's reader cannot tell from a block. https://developer.hashicorp.com/terraform/language/syntax/json
"""

from __future__ import annotations

from collections.abc import Iterator

from .lexer import Damage
from .parser import Parser
from .syntax import Attribute, Block, Body, Expression, File, Item, Label, Literal, Object, SyntaxProblem, Tuple

LABELS = {"resource": 2, "data": 2, "ephemeral": 2, "variable": 1, "output": 1, "module": 1, "provider": 1, "check": 1}


def parse_json_syntax(text: str) -> File:
    """The blocks of a `.tf.json` document; like the native parser it never raises."""
    parser = Parser(text)
    body = Body(0, parser.size, [], [])
    try:
        start = parser.skip(0, True)
        top = parser.inner(start)
        end = parser.skip(top.end, True)
        if end < parser.size or not isinstance(top, Object):
            begin = end if isinstance(top, Object) else start
            raise Damage(begin, parser.size, "a JSON object and nothing else is expected")
    except Damage as damage:
        body.damaged = True
        end = min(max(damage.end, damage.start + 1), len(text))  # the parser reads one line break more
        return File(body, [], [SyntaxProblem(min(damage.start, end), end, damage.message)])
    for name, item in _items(top):
        if name == "//":
            continue
        for labels, value in _labelled(item.value, LABELS.get(name, 0)):
            body.blocks.append(_block(name, item, labels, value))
    return File(body, [], parser.problems)


def _labelled(value: Expression, count: int) -> Iterator[tuple[tuple[Label, ...], Object]]:
    """The bodies below a block type: one object level a label; a list holds several."""
    if isinstance(value, Tuple):
        for element in value.items:
            yield from _labelled(element, count)
    elif isinstance(value, Object):
        if count == 0:
            yield (), value
            return
        for name, item in _items(value):
            label = Label(item.key.start, item.key.end, name, True)
            for labels, body in _labelled(item.value, count - 1):
                yield (label, *labels), body


def _block(type: str, item: Item, labels: tuple[Label, ...], value: Object) -> Block:
    body = Body(value.start, value.end, [], [])
    for name, member in _items(value):
        if name == "dynamic":
            for inner, content in _labelled(member.value, 1):
                body.blocks.append(_dynamic(member, inner, content))
        elif name != "//":
            body.attributes.append(Attribute(member.key.start, member.end, name, member.key.end, member.value))
    # In JSON the labels are keys above the body: the last one stands for the header.
    header = labels[-1:] or (Label(item.key.start, item.key.end, type, True),)
    return Block(header[0].start, value.end, type, labels, value.start, body, value.end - 1)


def _dynamic(item: Item, labels: tuple[Label, ...], value: Object) -> Block:
    block = _block("dynamic", item, labels, value)
    for attribute in block.body.attributes:
        if attribute.name == "content" and isinstance(attribute.value, Object):
            block.body.blocks.append(_block("content", item, (), attribute.value))
    return block


def _items(value: Expression) -> Iterator[tuple[str, Item]]:
    if isinstance(value, Object):
        for item in value.items:
            if isinstance(item.key, Literal) and isinstance(item.key.value, str):
                yield item.key.value, item
