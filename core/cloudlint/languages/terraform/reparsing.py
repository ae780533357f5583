"""Reparsing: the tree of a text that is one edit away from a text whose tree is at hand.

Where the edit lies between the braces of one block, and nothing is wrong with either text, only that block is read. The
blocks behind it are the same, only further on; most of them are never looked into.
"""

from __future__ import annotations

from bisect import bisect_right

from ...document import Document
from ...typed import TypeVar
from .moving import Shift, shift_between
from .parser import Parser
from .syntax import Attribute, Block, Body, File, Label, Node

N = TypeVar("N")

_OFFSETS = ("start", "end", "equals", "open", "close")
_slots: dict[type, tuple[tuple[str, ...], tuple[str, ...]]] = {}  # of each kind of node: its offsets, and the rest


class Moved(Block):
    """A block whose text stood elsewhere before; its body is moved when it is first asked for."""

    __slots__ = ("_by", "_moved", "_origin")

    def __init__(self, block: Block, by: int) -> None:
        self.start = block.start + by
        self.end = block.end + by
        self.type = block.type
        self.labels = tuple([Label(it.start + by, it.end + by, it.value, it.quoted) for it in block.labels])
        self.open = block.open + by
        self.close = block.close + by
        earlier = isinstance(block, Moved) and block._moved is None
        self._origin: Body = block._origin if isinstance(block, Moved) and earlier else block.body
        self._by: int = block._by + by if isinstance(block, Moved) and earlier else by
        self._moved: Body | None = None

    @property
    def body(self) -> Body:  # type: ignore[override]  # to others it is what every block has
        """What stands between the braces, at its place in the new text."""
        if self._moved is None:
            self._moved = moved_node(self._origin, self._by)
        return self._moved

    @property
    def damaged(self) -> bool:
        """As the body says."""
        return self._origin.damaged

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of a name; the body is moved only where there is one."""
        for item in self._origin.attributes:
            if item.name == name:
                return super().attribute(name)
        return None


def moved_node(node: N, by: int) -> N:
    """A copy of a node and of all that it is made of, `by` further on."""
    kind = type(node)
    if kind not in _slots:
        names = [name for parent in kind.__mro__ for name in getattr(parent, "__slots__", ())]
        offsets = tuple(name for name in names if name in _OFFSETS)
        _slots[kind] = offsets, tuple(name for name in names if name not in _OFFSETS)
    made = kind.__new__(kind)
    offsets, others = _slots[kind]
    for name in offsets:
        setattr(made, name, getattr(node, name) + by)
    for name in others:
        value = getattr(node, name)
        if isinstance(value, Node):
            value = moved_node(value, by)
        elif isinstance(value, (tuple, list)):
            value = type(value)([moved_node(item, by) if isinstance(item, Node) else item for item in value])
        setattr(made, name, value)
    return made


def reparsed(before: Document, text: str) -> File | None:
    """The tree of a text, made of the tree of the text before; None where it has to be read from the start."""
    tree = before.tree
    if not isinstance(tree, File) or tree.problems or tree.body.attributes or tree.body.damaged or "\r" in text:
        return None
    shift = shift_between(before.text, text)
    blocks = tree.body.blocks
    number = bisect_right([block.start for block in blocks], shift.start) - 1
    if number < 0 or not (blocks[number].open < shift.start and shift.end <= blocks[number].close):
        return None
    edited = blocks[number]
    read = _read(text, edited.start, edited.end + shift.by)
    if read is None:
        return None
    block, comments = read
    behind = blocks[number + 1 :]
    body = Body(
        tree.body.start,
        len(text),
        [],
        [*blocks[:number], block, *([Moved(block, shift.by) for block in behind] if shift.by else behind)],
    )
    return File(body, _comments(tree, edited, comments, shift), [])


def _read(text: str, start: int, end: int) -> tuple[Block, list[tuple[int, int]]] | None:
    """The one block that stands between two places, and its comments; None where anything else stands there."""
    parser = Parser(text[:end])
    body = Body(start, end, [], [])
    try:
        parser.items(body, start, -1)
    except RecursionError:  # the caller is deep in the stack
        return None
    if parser.problems or parser.rereads or body.damaged or body.attributes or len(body.blocks) != 1:
        return None
    block = body.blocks[0]
    return (block, parser.comments) if (block.start, block.end) == (start, end) else None


def _comments(tree: File, edited: Block, inside: list[tuple[int, int]], shift: Shift) -> list[tuple[int, int]]:
    ahead = [place for place in tree.comments if place[0] < edited.start]
    behind = [(start + shift.by, end + shift.by) for start, end in tree.comments if start >= edited.end]
    return [*ahead, *inside, *behind]
