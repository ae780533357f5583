"""The tree of a YAML document: what stands there, with exact ranges in code points."""

from __future__ import annotations

from ...patterns import pattern
from ...typed import NamedTuple

SCALAR, MAPPING, SEQUENCE, UNREADABLE = "scalar", "mapping", "sequence", "unreadable"

_SIGN = pattern(r"(?:^|(?<=[ \t\r\n]))#")
_LINE = pattern(r"[^\r\n]*")


class Node:
    """One node. Offsets are code points; of a block collection or scalar the end is that of its last character.

    kind      `scalar`, `mapping`, `sequence`; `unreadable` for an alias that means nothing or too much
    tag       as written (`!Ref`), empty where none is
    text      of a scalar: what it stands for
    style     of a scalar: empty (plain), `'`, `"`, `|` or `>`; of a collection: `{` in flow style, else empty
    pairs     of a mapping: keys and values in order, duplicates and merge keys included
    items     of a sequence
    content   where the node itself begins, behind tag and anchor
    meant     of an alias: the node that it stands for; all else of the alias is where the alias stands
    weight    how many nodes this is once aliases are followed
    partial   damage was cut out of it: it may hold more than is seen
    """

    __slots__ = (
        *("content", "end", "items", "kind", "meant", "pairs", "partial", "start", "style", "tag", "text", "weight"),
    )

    def __init__(self, kind: str, start: int, end: int, tag: str = "", text: str = "", style: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.content = start
        self.tag = tag
        self.text = text
        self.style = style
        self.pairs: list[tuple[Node, Node]] = []
        self.items: list[Node] = []
        self.meant: Node | None = None
        self.weight = 1
        self.partial = False

    def __repr__(self) -> str:
        return f"Node({self.kind}, {self.start}, {self.end}, {self.text!r})"


class Problem(NamedTuple):
    """Something that cannot be read: one sentence without period, and the stretch that was left out for it."""

    message: str
    start: int
    end: int


class Stream(NamedTuple):
    """All documents of a text; an empty document is None. `problems` are in order."""

    documents: tuple[Node | None, ...]
    problems: tuple[Problem, ...]


class Comment(NamedTuple):
    """A comment from its `#` to the end of the line."""

    start: int
    end: int
    text: str


def comments_in(text: str, stream: Stream) -> list[Comment]:
    """The comments of a text: what begins with `#` outside of every scalar."""
    scalars = sorted(_scalars(stream))
    found: list[Comment] = []
    at = 0
    for match in _SIGN.finditer(text):
        start = match.start()
        while at < len(scalars) and scalars[at][1] <= start:
            at += 1
        inside = at < len(scalars) and scalars[at][0] <= start
        if not inside and not (found and start < found[-1].end):
            line = _LINE.match(text, start)
            end = line.end() if line else start
            found.append(Comment(start, end, text[start:end]))
    return found


def _scalars(stream: Stream) -> list[tuple[int, int]]:
    waiting = [document for document in stream.documents if document is not None]
    found = []
    while waiting:
        node = waiting.pop()
        if node.kind == SCALAR and node.meant is None:
            found.append((node.start, node.end))
        for key, value in node.pairs:
            waiting += (key, value)
        waiting += node.items
    return found
