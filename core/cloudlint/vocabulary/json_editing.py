"""Edits of JSON text that keep its layout, for whatever document the text stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..model import Change, Edit, Span
from ..patterns import pattern
from ..resource import Plain
from ..typed import Protocol

_ESCAPED = pattern(r'["\\\x00-\x1f]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TEMPLATE_MARK = pattern(r"([$%])\{")


class Page(Protocol):
    """The text that is edited. `template` is true where `${` in it would start an interpolation."""

    text: str
    template: bool

    def exact(self, start: int, end: int) -> Span | None:
        """The document's span of exactly this stretch; None where a part was computed."""

    def margin(self, offset: int) -> str:
        """The indentation that the document has in front of the text's own, on the line of `offset`."""


class JsonSite:
    """Where one JSON value stands: `start` to `end` of the text; `member` is where its key begins."""

    __slots__ = ("end", "member", "name", "page", "start")

    def __init__(self, page: Page, start: int, end: int, member: int, name: str) -> None:
        self.page = page
        self.start = start
        self.end = end
        self.member = member
        self.name = name

    def set(self, name: str, value: Plain) -> Change | None:
        """Write `value` over what stands here; under another name than its own, an object gets a new key."""
        if name != self.name and self.page.text[self.start] == "{":
            return self._insert(name, value, f"Set `{name}` to {json_text(value)}")
        new = self._text(value)
        return self._edit(self.start, self.end, new, f"Set `{name}` to {json_text(value)}")

    def remove(self, name: str) -> Change | None:
        """Take the element away with its key, its comma and the space around."""
        text = self.page.text
        before = _back(text, self.member)
        after = _forth(text, self.end)
        if before == 0 or after == len(text):
            return None  # the whole text
        if text[before - 1] == ",":
            start, end = before - 1, self.end
        elif text[after] == ",":
            start, end = self.member, _forth(text, after + 1)
        else:
            start, end = before, after
        return self._edit(start, end, "", f"Remove `{name}`")

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Add the key `name` with an object at the end of the object that stands here."""
        if self.page.text[self.start] != "{":
            return None
        return self._insert(name, dict(content), f"Add `{name}`")

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """A resource has no place inside of JSON text."""
        return None

    def _insert(self, name: str, value: Plain, title: str) -> Change | None:
        text = self.page.text
        last = _back(text, self.end - 1)
        whole = text[self.start : self.end]
        colon = ":" if re.search(r'"[ \t]*:[^ \t\n\r]', whole) else ": "
        key = json_text(name) + colon
        if last == self.start + 1:
            return self._edit(last, self.end - 1, key + self._text(value), title)
        tail = text[last : self.end - 1]
        if "\n" not in tail:
            return self._edit(last, last, ("," if colon == ":" else ", ") + key + self._text(value), title)
        line_end = "\r\n" if "\r\n" in tail else "\n"
        closing = _indent(text, self.end - 1)
        inner = _indent(text, _forth(text, self.start + 1))
        step = inner[len(closing) :] if inner.startswith(closing) and inner != closing else "  "
        margin = self.page.margin(self.end - 1)
        written = self._text(value, line_end + margin + closing + step, step)
        return self._edit(last, last, "," + line_end + margin + closing + step + key + written, title)

    def _text(self, value: Plain, line: str = "", step: str = "") -> str:
        text = json_text(value, line, step)
        return _TEMPLATE_MARK.sub(r"\1\1{", text) if self.page.template else text

    def _edit(self, start: int, end: int, new: str, title: str) -> Change | None:
        span = self.page.exact(start, end)
        return None if span is None else Change(title, (Edit(span, new),))


def json_text(value: Plain, line: str = "", step: str = "") -> str:
    """A value as JSON. With `line` (a line end and the indentation of the value's line) objects get a line per key."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return '"' + _ESCAPED.sub(lambda found: _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}", value) + '"'
    if isinstance(value, list):
        return "[" + ", ".join(json_text(item, line, step) for item in value) + "]"
    if isinstance(value, dict):
        inner = line + step if line else ""
        entries = [f"{inner}{json_text(key)}: {json_text(item, inner, step)}" for key, item in value.items()]
        return "{" + ("," if line else ", ").join(entries) + (line if entries else "") + "}"
    return repr(value)


def _back(text: str, at: int) -> int:
    """The end of what stands before `at`, space left out."""
    while at and text[at - 1] in " \t\r\n":
        at -= 1
    return at


def _forth(text: str, at: int) -> int:
    """The start of what stands at or after `at`, space left out."""
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _indent(text: str, at: int) -> str:
    """The space that the line of `at` begins with."""
    start = text.rfind("\n", 0, at) + 1
    return text[start : _forth(text, start)] if _forth(text, start) <= at else ""
