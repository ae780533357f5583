"""Texts that can be read and say odd things: a part of one put in the place of another, or something that fits nowhere.

Changing characters mostly makes texts that cannot be read. What is built on the trees of those that can, the evaluators
and the rules, is reached better by changing the trees.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from cloudlint.languages.dockerfile.parser import parse as parse_dockerfile
from cloudlint.languages.terraform.parser import parse as parse_hcl
from cloudlint.languages.terraform.syntax import Body, Node, children
from cloudlint.languages.yaml.loading import load

Range = tuple[int, int]

LONGEST = 200  # code points of a part that is put elsewhere

ODD: dict[str, tuple[str, ...]] = {
    "terraform": (
        *("null", '""', "0", "-1", "1.5", "1e99", "true", '"*"', '"x"', "[]", "{}", "[null]", "[{}]", "[[]]"),
        *("{ a = null }", "var.nowhere", "local.nowhere", "each.value", "each.key", "self", "count.index"),
        *("data.x.y.z", "[for x in [] : x]", '"${var.nowhere}-x"', '"$${x}"', "tolist(null)", 'toset([1, "a"])'),
        *("1 / 0", "sensitive(1)", 'jsonencode("x")', "<<A\n{}\nA\n", '"0.0.0.0/0"', '["0.0.0.0/0", null]'),
        *("99999999999999999999", "provider::a::b(1)", "(((1)))"),
    ),
    "yaml": (
        *("null", "''", "0", "-1", "1.5", "1e99", "true", "'*'", "x", "[]", "{}", "[null]", "[{}]", "[[]]"),
        *("{a: null}", "!Ref Nowhere", "!GetAtt A.B", "!Sub '${A}-${!B}'", "!If [A, 1, 2]", "!Select [9, [a]]"),
        *("!Join ['', {}]", "!X y", "{Ref: null}", "{'Fn::If': [A]}", "{'Fn::Sub': [x]}", "{'Fn::FindInMap': [a]}"),
        *("2026-01-01", "0x1F", "1:30", "'0.0.0.0/0'", "99999999999999999999", "'a: b'", '"\\n"', "'a/b/../c'"),
        *("{<<: {a: b}}", "'$(A)'", "'${A:-b}'", "[a=b]"),
    ),
    "dockerfile": (
        *("", "x", "*", "$A", "${A:-x}", "${", "[]", '["a"]', '["a",', "--x=y", "--from=0", "--mount=type=bind"),
        *("a:b@c", "<<A\nx\nA", "FROM scratch", "ARG A", "ENV A=", "RUN", "RUN |0", "ONBUILD RUN x"),
        *("HEALTHCHECK NONE", 'SHELL ["a"]', "USER 0:", "# x"),
    ),
}  # fmt: skip


def reshaped(syntax: str, text: str, others: Sequence[str], chance: random.Random) -> str:
    """A text with a few of its parts replaced, taken out or doubled; `syntax` is one of ODD."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        places = list(PARTS[syntax](text))
        if not places:
            break
        start, end = chance.choice(places)
        way = chance.random()
        if way < 0.5:
            new = chance.choice(ODD[syntax])
        elif way < 0.8:
            new = _part(syntax, chance.choice((text, chance.choice(others))), chance)
        else:
            new = chance.choice(("", text[start:end] * 2, f"{text[start:end]}\n{text[start:end]}"))
        text = text[:start] + new + text[end:]
    return text


def _part(syntax: str, text: str, chance: random.Random) -> str:
    """A part of a text."""
    found = [(start, end) for start, end in PARTS[syntax](text) if end - start <= LONGEST]
    start, end = chance.choice(found or [(0, 0)])
    return text[start:end]


def _of_hcl(text: str) -> Iterator[Range]:
    pending: list[Node] = [parse_hcl(text).body]
    for node in pending:
        pending += children(node)
        if not isinstance(node, Body):
            yield node.start, node.end


def _of_yaml(text: str) -> Iterator[Range]:
    pending = [node for node in load(text).documents if node is not None]
    for node in pending:
        if node.meant is None:
            pending += [*node.items, *(inner for pair in node.pairs for inner in pair)]
        yield node.start, node.end


def _of_dockerfile(text: str) -> Iterator[Range]:
    for instruction in parse_dockerfile(text).instructions:
        yield instruction.start, instruction.end
        for word in re.finditer(r"\S+", text[instruction.start : instruction.end]):
            yield instruction.start + word.start(), instruction.start + word.end()


PARTS: dict[str, Callable[[str], Iterator[Range]]] = {
    "terraform": _of_hcl,
    "yaml": _of_yaml,
    "dockerfile": _of_dockerfile,
}
