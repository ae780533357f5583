"""Text to nodes, through the events of PyYAML: its C parser where it was built, else the one in Python.

Events, not `compose`: they say where an alias stands, and the tree is built without recursion, so that no depth of
nesting can exhaust the stack.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...typed import Protocol
from .nodes import MAPPING, SCALAR, SEQUENCE, UNREADABLE, Node

MAX_DEPTH = 200
MOST_NODES = 500_000  # of one document once aliases are followed


class _Mark(Protocol):
    index: int


class _Event(Protocol):
    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None
    explicit: bool


class NotYaml(Exception):
    """The text is no YAML: one sentence without period, and the offset where that shows."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


def documents(text: str) -> list[Node | None]:
    """The documents of an undamaged text. Raises NotYaml."""
    return _Builder(text).documents()


def is_too_deep(text: str) -> bool:
    """Is a text nested more than MAX_DEPTH deep? PyYAML's own composer would exhaust the stack of the process."""
    depth = 0
    try:
        for name, _ in _events(text):
            depth += name in ("MappingStartEvent", "SequenceStartEvent")
            depth -= name in ("MappingEndEvent", "SequenceEndEvent")
            if depth > MAX_DEPTH:
                return True
    except NotYaml:  # whoever composes it is told the same
        return False
    return False


def parses(text: str) -> str:
    """What kind the root of a text is; empty where the text is no YAML."""
    try:
        found = documents(text)
    except NotYaml:
        return ""
    return found[0].kind if found and found[0] is not None else SCALAR


def _events(text: str) -> Iterator[tuple[str, _Event]]:
    """The events of a text with the names of their classes."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            yield type(event).__name__, event  # type: ignore[misc]  # its subclasses have what is read of them
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise NotYaml(error.problem or error.context or "this is no YAML", mark.index if mark else 0) from None
    except yaml.reader.ReaderError as error:
        raise NotYaml("a character is not allowed in YAML", min(int(error.position), len(text))) from None


class _Builder:
    """Events to nodes; `open` holds the collections that are not closed yet, innermost last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Node | None] = []
        self.open: list[Node] = []
        self.keys: list[Node | None] = []  # for each open mapping the key that waits for its value
        self.anchors: dict[str, Node] = {}
        self.unfinished: set[int] = set()

    def documents(self) -> list[Node | None]:
        for name, event in _events(self.text):
            if name == "ScalarEvent":
                self.put(self.scalar(event))
            elif name in ("MappingStartEvent", "SequenceStartEvent"):
                self.begin(MAPPING if name == "MappingStartEvent" else SEQUENCE, event)
            elif name in ("MappingEndEvent", "SequenceEndEvent"):
                self.finish(event)
            elif name == "AliasEvent":
                self.put(self.alias(event))
            elif name == "DocumentStartEvent":
                self.anchors = {}
                self.found.append(None)
        return self.found

    def scalar(self, event: _Event) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        if style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())
        node = Node(SCALAR, start, end, event.tag or "", event.value, style)
        self.decorated(node, event)
        return node

    def decorated(self, node: Node, event: _Event) -> None:
        """Anchor and tag: remembered, and `content` is what stands behind them."""
        if event.anchor:
            self.anchors[event.anchor] = node
        if event.anchor or event.tag:
            at = node.start
            while at < len(self.text) and self.text[at] in "&!":
                while at < len(self.text) and self.text[at] not in " \t\r\n,[]{}":
                    at += 1
                while at < node.end and self.text[at] in " \t\r\n":
                    at += 1
            node.content = at

    def begin(self, kind: str, event: _Event) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise NotYaml("this is nested too deeply", event.start_mark.index)
        start = event.start_mark.index
        node = Node(kind, start, event.end_mark.index, event.tag or "", style="{" if event.flow_style else "")
        self.decorated(node, event)
        self.unfinished.add(id(node))
        self.open.append(node)
        self.keys.append(None)

    def finish(self, event: _Event) -> None:
        node = self.open.pop()
        self.keys.pop()
        self.unfinished.discard(id(node))
        if node.style:
            node.end = event.end_mark.index
        else:
            last = node.pairs[-1][1] if node.pairs else node.items[-1] if node.items else None
            node.end = node.start if last is None else max(last.end, node.pairs[-1][0].end if node.pairs else 0)
        self.put(node)

    def alias(self, event: _Event) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        target = self.anchors.get(event.anchor or "")
        held = sum(node.weight for node in self.open)
        if target is None or id(target) in self.unfinished or held + target.weight > MOST_NODES:
            return Node(UNREADABLE, start, end)
        node = Node(target.kind, start, end, target.tag, target.text, target.style)
        node.pairs, node.items, node.weight = target.pairs, target.items, target.weight
        node.meant = target.meant or target
        return node

    def put(self, node: Node) -> None:
        if not self.open:
            if self.found and self.found[-1] is None:
                self.found[-1] = node
            return
        parent = self.open[-1]
        parent.weight += node.weight
        if parent.kind == SEQUENCE:
            parent.items.append(node)
        elif self.keys[-1] is None:
            self.keys[-1] = node
        else:
            parent.pairs.append((self.keys[-1], node))
            self.keys[-1] = None
