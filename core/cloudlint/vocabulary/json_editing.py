"""Edits of JSON text that keep its layout, for whatever document the text stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..model import Change, Edit, Reference, Span
from ..patterns import pattern
from ..resource import Encoded, Plain
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

    def append(self, name: str, item: Plain) -> Change | None:
        """Write one more item behind the last of the list that stands here, laid out as that is."""
        text, page = self.page.text, self.page
        if text[self.start] != "[" or not (page.template or _is_plain(item)):
            return None
        title = f"Add an item to `{name}`" if isinstance(item, (dict, list)) else f"Add {json_text(item)} to `{name}`"
        last = _back(text, self.end - 1)
        if last == self.start + 1:
            return self._edit(last, self.end - 1, self._text(item), title)
        comma = "" if text[last - 1] == "," else ","
        line_end = "\r\n" if "\r\n" in text else "\n"
        closing = _indent(text, self.end - 1)
        inner = _indent(text, _forth(text, self.start + 1))
        step = _step(text, closing, inner)
        if "\n" in text[last : self.end - 1]:
            line = line_end + page.margin(self.end - 1) + inner
            return self._edit(last, last, comma + line + self._text(item, line, step), title)
        if "\n" in text[self.start : self.end]:  # `}, {`
            line = line_end + page.margin(self.end - 1) + closing
            return self._edit(last, last, f"{comma} " + self._text(item, line, step), title)
        return self._edit(last, last, f"{comma} " + self._text(item), title)

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
        return json_text(_templated(value) if self.page.template else value, line, step)

    def _edit(self, start: int, end: int, new: str, title: str) -> Change | None:
        span = self.page.exact(start, end)
        return None if span is None else Change(title, (Edit(span, new),))


class _Written(str):
    """Text that is JSON already."""

    __slots__ = ()


def _is_plain(value: Plain) -> bool:
    """Are there no references in a value?"""
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    return all(map(_is_plain, value)) if isinstance(value, list) else not isinstance(value, (Reference, Encoded))


def _templated(value: Plain) -> Plain:
    """A value for JSON in a template: references are interpolated, what would look like that in a text is not."""
    if isinstance(value, Reference):
        return _Written(value.text if value.text.startswith('"') else f'"${{{value.text}}}"')
    if isinstance(value, str):
        return _Written(_TEMPLATE_MARK.sub(r"\1\1{", json_text(value)))
    if isinstance(value, list):
        return [_templated(item) for item in value]
    return {key: _templated(item) for key, item in value.items()} if isinstance(value, dict) else value


def json_text(value: Plain, line: str = "", step: str = "") -> str:
    """A value as JSON.

    With `line` (a line end and the indentation of the value's line) objects get a line per key, those in lists a line.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, _Written):
        return value
    if isinstance(value, str):
        return '"' + _ESCAPED.sub(lambda found: _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}", value) + '"'
    if isinstance(value, list):
        inner = line + step if line and any(isinstance(item, dict) and item for item in value) else ""
        items = (inner + (json_text(item) if _is_short(item) else json_text(item, inner, step)) for item in value)
        return "[" + ("," if inner else ", ").join(items) + (line if inner else "") + "]"
    if isinstance(value, dict):
        inner = line + step if line else ""
        entries = [f"{inner}{json_text(key)}: {json_text(item, inner, step)}" for key, item in value.items()]
        return "{" + ("," if line else ", ").join(entries) + (line if entries else "") + "}"
    return repr(value)


def _is_short(value: Plain) -> bool:
    """May an item of a list stay on one line: a call of one function, as `{"Ref": "Key"}`?"""
    return not (isinstance(value, dict) and (len(value) != 1 or any(isinstance(item, dict) for item in value.values())))


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


def _step(text: str, closing: str, inner: str) -> str:
    """What one more level is indented by where these stand: a list's items, if they have lines of their own."""
    if inner.startswith(closing) and inner != closing:
        return inner[len(closing) :]
    found = re.search(r"\n([ \t]+)\S", text)
    return found[1] if found else "  "
