"""Nodes to Values: what the rules and the formats' own readers see, each with its place and its site."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...document import Document
from ...model import Span
from ...patterns import pattern
from ...resource import ABSENT, KNOWN, UNKNOWN, Scalar, Step, Value
from .edit import Page, YamlSite
from .nodes import MAPPING, SCALAR, UNREADABLE, Node, Problem

_STANDARD = "tag:yaml.org,2002:"
_INTEGER = pattern(r"[-+]?(?:0|[1-9][0-9_]*)")
_OCTAL = pattern(r"[-+]?0o?[0-7_]+")
_HEXADECIMAL = pattern(r"[-+]?0x[0-9a-fA-F_]+")
_REAL = pattern(r"[-+]?(?:[0-9][0-9_]*)?\.?[0-9_]+(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}
_LONGEST_NUMBER = 40

Wrap = Callable[[str], str]
"""A tag (`!Ref`) -> the key under which the tagged node is seen as the one entry of a mapping; empty: as it is."""


def no_wrap(tag: str) -> str:
    """For formats without tags of their own."""
    return ""


class Reader:
    """Nodes of one document to Values; `problems` are those of its `Stream`.

    `duplicates` fills with start, end and text of keys that stand there again.
    """

    def __init__(self, document: Document, wrap: Wrap = no_wrap, problems: Sequence[Problem] = ()) -> None:
        self.document = document
        self.path = document.path
        self.wrap = wrap
        self.page = Page(document.path, document.text, problems)
        self.duplicates: list[tuple[int, int, str]] = []
        self._seen: set[int] = set()

    def value(self, node: Node, *, key: Node | None = None, parent: Node | None = None, name: str = "") -> Value:
        """The Value of a node and all below it; `parent` is the collection it is in and `key` its key there."""
        value = self._bare(node, key, parent, name)
        wrapper = self.wrap(node.tag) if node.tag else ""
        if node.meant is not None:
            whole = Span(self.path, node.meant.start, node.meant.end)
            value = value.but(span=Span(self.path, node.start, node.end), trail=(Step(whole, "the anchor"),))
        if wrapper:
            span = Span(self.path, node.start, node.end)
            return Value(KNOWN, {wrapper: value}, span, site=value.site, name=name, trail=value.trail)
        return value

    def _bare(self, node: Node, key: Node | None, parent: Node | None, name: str) -> Value:
        site = YamlSite(self.page, node, key, parent, name)
        if node.kind == SCALAR:
            return self._scalar(node, site, name)
        span = self._header(node, key)
        if node.kind == UNREADABLE:
            return Value(UNKNOWN, None, span, name=name)
        if node.kind == MAPPING:
            entries = self._entries(node)
            return Value(KNOWN, entries, span, open=node.partial, site=site, name=name)
        items = tuple(self.value(item, parent=node, name=name) for item in node.items)
        return Value(KNOWN, items, span, open=node.partial, site=site, name=name)

    def _header(self, node: Node, key: Node | None) -> Span:
        """Where a collection is shown: in block style at its key, or else at its first line."""
        if node.style or node.kind == UNREADABLE:
            return Span(self.path, node.start, node.end)
        if key is not None and key.kind == SCALAR:
            return Span(self.path, key.start, key.end)
        line_end = self.document.text.find("\n", node.start)
        end = node.end if line_end < 0 else min(node.end, line_end)
        return Span(self.path, node.start, max(end, node.start + 1))

    def _entries(self, node: Node) -> dict[str, Value]:
        entries: dict[str, Value] = {}
        merged: list[Node] = []
        for key, value in node.pairs:
            if key.text == "<<" and not key.style and value.kind != SCALAR:
                merged.append(value)
                continue
            if key.kind != SCALAR:
                continue
            if key.text in entries:
                self.duplicates.append((key.start, key.end, key.text))
            entries[key.text] = self.value(value, key=key, parent=node, name=key.text)
        for value in merged:
            self._merge(value, entries)
        return entries

    def _merge(self, node: Node, entries: dict[str, Value]) -> None:
        """What `<<` brings in counts where the mapping itself, or an earlier source, does not say otherwise."""
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        for source in node.items or (node,):
            if source.kind == MAPPING:
                trail = Step(
                    Span(self.path, (source.meant or source).start, (source.meant or source).end), "the anchor"
                )
                for name, value in self._entries(source).items():
                    entries.setdefault(name, value.but(trail=(*value.trail, trail)) if source.meant else value)
        self._seen.discard(id(node))

    def _scalar(self, node: Node, site: YamlSite, name: str) -> Value:
        data = resolved(node)
        start, end = (node.start if node.meant is not None else node.content), node.end
        if start == end:
            start, end = site.anchor()
        value = Value(ABSENT if data is None else KNOWN, data, Span(self.path, start, end), site=site, name=name)
        if node.style == "|" and isinstance(data, str):
            value.pieces = self._lines(node)
        return value

    def _lines(self, node: Node) -> tuple[Value, ...]:
        """A literal block scalar line by line, each at its exact place; nothing where that cannot be told."""
        text = self.document.text
        at = text.find("\n", node.content) + 1
        pieces = []
        rest = node.text.splitlines(keepends=True)
        indent = -1
        for line in rest:
            if indent < 0 and line.strip():
                found = text.find(line.rstrip("\n"), at)
                indent = found - at if found >= 0 and not text[at:found].strip(" ") else -1
            start = at + (indent if line.strip() and indent > 0 else 0)
            if line.strip() and not text.startswith(line.rstrip("\n"), start):
                return ()
            pieces.append(Value(KNOWN, line, Span(self.path, start, start + len(line))))
            after = text.find("\n", start)
            at = len(text) if after < 0 else after + 1
        return tuple(pieces) if len(pieces) > 1 else ()


def resolved(node: Node) -> Scalar | None:
    """What a scalar stands for: YAML 1.1 as most programs read it; dates and `12:34` stay text."""
    text = node.text
    if node.style or node.tag:
        if node.tag.startswith(_STANDARD):
            return _tagged(node.tag.removeprefix(_STANDARD), text)
        if node.style or (node.tag and text):
            return text
    if text in _WORDS:
        return _WORDS[text]
    return _number(text)


def _tagged(tag: str, text: str) -> Scalar | None:
    if tag in ("int", "float"):
        return _number(text)
    if tag in ("bool", "null"):
        return _WORDS.get(text, text)
    return text


def _number(text: str) -> Scalar:
    if not text or text[0] not in "+-.0123456789" or len(text) > _LONGEST_NUMBER:
        return text
    if _INTEGER.fullmatch(text):
        return int(text.replace("_", ""))
    digits = text.replace("_", "").replace("o", "")
    if _OCTAL.fullmatch(text) and digits.strip("+-"):
        return int(digits, 8)
    if _HEXADECIMAL.fullmatch(text):
        return int(digits, 16)
    if _REAL.fullmatch(text) and ("." in text or "e" in text.lower()) and any(char.isdigit() for char in text):
        try:
            return float(text.replace("_", ""))
        except ValueError:
            return text
    return text
