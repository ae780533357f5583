"""The syntax tree of HCL's native syntax.

Every node has `start` and `end`, code-point offsets into the document, end exclusive. Nodes are plain slotted objects:
millions are made in a scan, and nothing but the parser makes them. Trees are never changed after parsing.
"""

from __future__ import annotations

from collections.abc import Iterator


class Node:
    """Anything with a place in the text."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


def children(node: Node) -> Iterator[Node]:
    """The nodes that a node is directly made of, in no order."""
    for slot in Block.__slots__ if isinstance(node, Block) else type(node).__slots__:  # a moved block has its own
        value: object = getattr(node, slot)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, (tuple, list)):
            yield from (item for item in value if isinstance(item, Node))


# ------------------------------------------------------------------ expressions


class Literal(Node):
    """A number, `true`, `false`, `null`, or a quoted string without interpolation (quotes inside the range)."""

    __slots__ = ("value",)

    def __init__(self, start: int, end: int, value: str | int | float | bool | None) -> None:
        self.start = start
        self.end = end
        self.value = value


class Template(Node):
    """A quoted string or heredoc with parts; a heredoc's range runs from `<<` to the end of its closing marker.

    `marker` is a heredoc's word, empty for a quoted string; `indented` is true for `<<-`.
    """

    __slots__ = ("indented", "marker", "parts")

    def __init__(self, start: int, end: int, parts: tuple[Part, ...], marker: str = "", indented: bool = False) -> None:
        self.start = start
        self.end = end
        self.parts = parts
        self.marker = marker
        self.indented = indented


class Text(Node):
    """Literal text in a template: decoded, indentation and `~` trimming applied.

    Never spans lines of a heredoc (one part a line), so that `start + i` is the place of `value[i]` unless the part
    holds an escape (`end - start != len(value)`).
    """

    __slots__ = ("value",)

    def __init__(self, start: int, end: int, value: str) -> None:
        self.start = start
        self.end = end
        self.value = value


class Interpolation(Node):
    """`${expression}` in a template, braces inside the range."""

    __slots__ = ("expression",)

    def __init__(self, start: int, end: int, expression: Expression) -> None:
        self.start = start
        self.end = end
        self.expression = expression


class TemplateIf(Node):
    """`%{if test}...%{else}...%{endif}`."""

    __slots__ = ("otherwise", "test", "then")

    def __init__(
        self, start: int, end: int, test: Expression, then: tuple[Part, ...], otherwise: tuple[Part, ...]
    ) -> None:
        self.start = start
        self.end = end
        self.test = test
        self.then = then
        self.otherwise = otherwise


class TemplateFor(Node):
    """`%{for key, value in collection}...%{endfor}`; `key` is empty where only one name is given."""

    __slots__ = ("collection", "key", "parts", "value")

    def __init__(
        self, start: int, end: int, key: str, value: str, collection: Expression, parts: tuple[Part, ...]
    ) -> None:
        self.start = start
        self.end = end
        self.key = key
        self.value = value
        self.collection = collection
        self.parts = parts


class Variable(Node):
    """The first name of a traversal: `var`, `local`, `aws_s3_bucket`, a name bound by `for`."""

    __slots__ = ("name",)

    def __init__(self, start: int, end: int, name: str) -> None:
        self.start = start
        self.end = end
        self.name = name


class Attr(Node):
    """`on.name`; an empty name is a dot with nothing after it. `end` is the end of the name."""

    __slots__ = ("name", "on")

    def __init__(self, start: int, end: int, on: Expression, name: str) -> None:
        self.start = start
        self.end = end
        self.on = on
        self.name = name


class Index(Node):
    """`on[key]`, or the legacy `on.0`."""

    __slots__ = ("key", "on")

    def __init__(self, start: int, end: int, on: Expression, key: Expression) -> None:
        self.start = start
        self.end = end
        self.on = on
        self.key = key


class Splat(Node):
    """`on[*].rest` or `on.*.rest`. `each` is what is taken of every element, with SplatItem standing for it.

    The attribute-only form (`full` false) ends at the first index, which then applies to the whole list.
    """

    __slots__ = ("each", "full", "on")

    def __init__(self, start: int, end: int, on: Expression, each: Expression, full: bool) -> None:
        self.start = start
        self.end = end
        self.on = on
        self.each = each
        self.full = full


class SplatItem(Node):
    """The element at the root of a splat's `each`."""

    __slots__ = ()


class Call(Node):
    """`name(arguments)`; `name` may hold `::` (provider::aws::arn_parse); `spread` is a final `...`."""

    __slots__ = ("arguments", "name", "spread")

    def __init__(self, start: int, end: int, name: str, arguments: tuple[Expression, ...], spread: bool) -> None:
        self.start = start
        self.end = end
        self.name = name
        self.arguments = arguments
        self.spread = spread


class Unary(Node):
    """`-operand` or `!operand`."""

    __slots__ = ("operand", "operator")

    def __init__(self, start: int, end: int, operator: str, operand: Expression) -> None:
        self.start = start
        self.end = end
        self.operator = operator
        self.operand = operand


class Binary(Node):
    """`left operator right`, left-associative; `||` loosest, then `&&`, `== !=`, `< <= > >=`, `+ -`, `* / %`."""

    __slots__ = ("left", "operator", "right")

    def __init__(self, start: int, end: int, operator: str, left: Expression, right: Expression) -> None:
        self.start = start
        self.end = end
        self.operator = operator
        self.left = left
        self.right = right


class Conditional(Node):
    """`test ? then : otherwise`, right-associative."""

    __slots__ = ("otherwise", "test", "then")

    def __init__(self, start: int, end: int, test: Expression, then: Expression, otherwise: Expression) -> None:
        self.start = start
        self.end = end
        self.test = test
        self.then = then
        self.otherwise = otherwise


class Parens(Node):
    """`(inner)`."""

    __slots__ = ("inner",)

    def __init__(self, start: int, end: int, inner: Expression) -> None:
        self.start = start
        self.end = end
        self.inner = inner


class Tuple(Node):
    """`[items]`, brackets inside the range."""

    __slots__ = ("items",)

    def __init__(self, start: int, end: int, items: tuple[Expression, ...]) -> None:
        self.start = start
        self.end = end
        self.items = items


class Item(Node):
    """`key = value` or `key : value` in an object. A bare `Variable` as key is a literal name."""

    __slots__ = ("key", "value")

    def __init__(self, start: int, end: int, key: Expression, value: Expression) -> None:
        self.start = start
        self.end = end
        self.key = key
        self.value = value


class Object(Node):
    """`{items}`, braces inside the range."""

    __slots__ = ("items",)

    def __init__(self, start: int, end: int, items: tuple[Item, ...]) -> None:
        self.start = start
        self.end = end
        self.items = items


class For(Node):
    """`[for key, value in collection : result if condition]`, or `{... : result_key => result...}`.

    `key` is empty where one name is given; `result_key` is None for the list form; `grouped` is a final `...`.
    """

    __slots__ = ("collection", "condition", "grouped", "key", "result", "result_key", "value")

    def __init__(
        self,
        start: int,
        end: int,
        key: str,
        value: str,
        collection: Expression,
        result_key: Expression | None,
        result: Expression,
        grouped: bool,
        condition: Expression | None,
    ) -> None:
        self.start = start
        self.end = end
        self.key = key
        self.value = value
        self.collection = collection
        self.result_key = result_key
        self.result = result
        self.grouped = grouped
        self.condition = condition


class Bad(Node):
    """Where an expression is missing or cannot be read; its value is unknown."""

    __slots__ = ()


Part = Text | Interpolation | TemplateIf | TemplateFor
Expression = (
    Literal
    | Template
    | Variable
    | Attr
    | Index
    | Splat
    | SplatItem
    | Call
    | Unary
    | Binary
    | Conditional
    | Parens
    | Tuple
    | Object
    | For
    | Bad
)


# ------------------------------------------------------------------ structure


class Attribute(Node):
    """`name = value`; `start` is the start of the name, `end` the end of the value, `equals` the offset of `=`."""

    __slots__ = ("equals", "name", "value")

    def __init__(self, start: int, end: int, name: str, equals: int, value: Expression) -> None:
        self.start = start
        self.end = end
        self.name = name
        self.equals = equals
        self.value = value


class Label(Node):
    """A block's label: decoded value, quotes inside the range where `quoted`."""

    __slots__ = ("quoted", "value")

    def __init__(self, start: int, end: int, value: str, quoted: bool) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.quoted = quoted


class Block(Node):
    """`type "label" { body }`; the range runs from the type to the closing brace.

    `open` is the offset of `{`; `close` that of `}`, -1 where the block was never closed.
    `header_end` is the end of the last label (or of the type): the header is start..header_end.
    """

    __slots__ = ("body", "close", "labels", "open", "type")

    def __init__(
        self, start: int, end: int, type: str, labels: tuple[Label, ...], open: int, body: Body, close: int
    ) -> None:
        self.start = start
        self.end = end
        self.type = type
        self.labels = labels
        self.open = open
        self.body = body
        self.close = close

    @property
    def header_end(self) -> int:
        """End of the last label, or of the type."""
        return self.labels[-1].end if self.labels else self.start + len(self.type)

    @property
    def damaged(self) -> bool:
        """Does a syntax error stand directly in its body?"""
        return self.body.damaged

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of a name, None where there is none; of several the first."""
        for attribute in self.body.attributes:
            if attribute.name == name:
                return attribute
        return None


class Body(Node):
    """What stands between the braces of a block, or the whole file.

    `damaged` is true where a syntax error stands directly in this body: what seems to be missing may be half typed.
    """

    __slots__ = ("attributes", "blocks", "damaged")

    def __init__(
        self, start: int, end: int, attributes: list[Attribute], blocks: list[Block], damaged: bool = False
    ) -> None:
        self.start = start
        self.end = end
        self.attributes = attributes
        self.blocks = blocks
        self.damaged = damaged


class SyntaxProblem(Node):
    """What could not be read, at the narrowest place, as one sentence without a period."""

    __slots__ = ("message",)

    def __init__(self, start: int, end: int, message: str) -> None:
        self.start = start
        self.end = end
        self.message = message


class File:
    """A parsed document. `comments` are (start, end) pairs in order, line ends left out; all three comment forms."""

    __slots__ = ("_resources", "body", "comments", "problems")

    def __init__(self, body: Body, comments: list[tuple[int, int]], problems: list[SyntaxProblem]) -> None:
        self.body = body
        self.comments = comments
        self.problems = problems
        self._resources: dict[str, list[tuple[str, Block]]] | None = None

    def resources(self, kind: str) -> list[tuple[str, Block]]:
        """The `resource` blocks of a type with their names, in order."""
        if self._resources is None:
            self._resources = {}
            for block in self.body.blocks:
                if block.type == "resource" and len(block.labels) > 1:
                    self._resources.setdefault(block.labels[0].value, []).append((block.labels[1].value, block))
        return self._resources.get(kind, [])
