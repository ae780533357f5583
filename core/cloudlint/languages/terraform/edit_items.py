"""Edits inside expressions: the elements of a list, the items of an object, and replacing an expression as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...document import Document
from ...model import Change
from ...resource import Plain
from . import writing
from .draft import Draft
from .edit_list import append
from .layout import line_start, next_line, past_comma
from .syntax import Bad, Expression, Item, Node, Object, Template, Tuple
from .titles import appending, called, key_name, named, setting, setting_all, shown


def replaced(document: Document, node: Expression, value: Plain, title: str) -> Change | None:
    """The change that writes a value over an expression."""
    draft = Draft(document)
    return draft.change(title) if replace(draft, node, value) else None


def _reset(document: Document, node: Expression, name: str, value: Plain) -> Change | None:
    """The change that writes a value over an expression, which a resource knows as `name`."""
    draft = Draft(document)
    return draft.change(setting(called(draft, node, name), value)) if replace(draft, node, value) else None


def replace(draft: Draft, node: Expression, value: Plain) -> bool:
    """Write a value over an expression; False where it, or what stands near it, cannot be read."""
    if isinstance(node, Bad) or not draft.sound(node.start, node.end):
        return False
    if isinstance(node, Template) and node.marker and isinstance(value, str) and value.endswith("\n"):
        draft.replace(node.start, node.end, _heredoc(draft, node, value), heredoc=True)
        return True
    line = draft.text[line_start(draft.text, node.start) : node.start]
    flat = any(bracket in line for bracket in "{[(")  # inside something that was written on one line
    text = writing.expression(value, draft.indent(node.start), draft.unit(), flat=flat)
    draft.replace(node.start, node.end, text)
    return True


def _heredoc(draft: Draft, node: Template, value: str) -> str:
    """The heredoc with other lines between its markers."""
    text = draft.text
    first = next_line(text, node.start)
    inner = draft.indent(first) if node.indented else ""
    closing = text[line_start(text, node.end) : node.end]
    body = value[:-1].replace("${", "$${").replace("%{", "%%{")
    lines = [f"{inner}{line}" if line else "" for line in body.split("\n")]
    return "\n".join([text[node.start : first].rstrip(), *lines, closing])


def _inside(document: Document, node: Expression, name: str, value: Plain) -> Change | None:
    """What setting `name` means for a value that stands as an object: its item, unless a whole object is given."""
    if isinstance(node, Object) and not isinstance(value, dict):
        return ObjectEdits(document, node).set(name, value)
    return _reset(document, node, name, value)


class ExpressionEdits:
    """An expression on its own: the default of a variable, a local, a piece of a nested structure."""

    __slots__ = ("_document", "_node")

    def __init__(self, document: Document, node: Expression) -> None:
        self._document = document
        self._node = node

    def set(self, name: str, value: Plain) -> Change | None:
        """Replace the expression; in an object set the item `name`."""
        return _inside(self._document, self._node, name, value)

    def set_all(self, values: Mapping[str, Plain]) -> Change | None:
        """Set several items of an object; None for anything else."""
        return ObjectEdits(self._document, self._node).set_all(values) if isinstance(self._node, Object) else None

    def remove(self, name: str) -> Change | None:
        """None: what needs a value cannot go without it."""
        return None

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Add an item to an object; None for anything else."""
        return ObjectEdits(self._document, self._node).add(name, content) if isinstance(self._node, Object) else None

    def append(self, name: str, item: Plain) -> Change | None:
        """Write one more item behind the last of a list; None for anything else."""
        if not isinstance(self._node, Tuple):
            return None
        draft = Draft(self._document)
        return draft.change(appending(name, item)) if append(draft, self._node, item) else None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """None: only a resource has companions."""
        return None


class ElementEdits(ExpressionEdits):
    """One element of a list."""

    __slots__ = ("_index", "_tuple")

    def __init__(self, document: Document, tuple: Tuple, index: int) -> None:
        super().__init__(document, tuple.items[index])
        self._tuple = tuple
        self._index = index

    def set(self, name: str, value: Plain) -> Change | None:
        """Replace the element."""
        if isinstance(self._node, Object) and not isinstance(value, dict):
            return ObjectEdits(self._document, self._node).set(name, value)
        text = shown(value).strip('"')
        old = named(self._document.text, self._node)
        return replaced(self._document, self._node, value, f"replace `{old}`" + (f" by `{text}`" if text else ""))

    def remove(self, name: str) -> Change | None:
        """Take the element and its comma away; of the last one `[]` stays."""
        title = f"remove `{named(self._document.text, self._node)}`"
        return _without(self._document, self._tuple, self._tuple.items, self._index, title)


class ItemEdits(ExpressionEdits):
    """One `key = value` of an object."""

    __slots__ = ("_item", "_object")

    def __init__(self, document: Document, object: Object, item: Item) -> None:
        super().__init__(document, item.value)
        self._object = object
        self._item = item

    def set(self, name: str, value: Plain) -> Change | None:
        """Replace the item's value."""
        if name != key_name(self._item):
            return _inside(self._document, self._node, name, value)
        return replaced(self._document, self._node, value, setting(name, value))

    def remove(self, name: str) -> Change | None:
        """Take the item and its separator away; of the last one `{}` stays."""
        items = self._object.items
        return _without(self._document, self._object, items, items.index(self._item), f"remove `{name}`")


class ObjectEdits:
    """An object in an expression: items are set in it and added to it."""

    __slots__ = ("_document", "_object")

    def __init__(self, document: Document, object: Object) -> None:
        self._document = document
        self._object = object

    def set(self, name: str, value: Plain) -> Change | None:
        """Replace the value of the item `name`, or write it behind the last item."""
        return self.set_all({name: value})

    def set_all(self, values: Mapping[str, Plain]) -> Change | None:
        """Set several items in one change."""
        draft = Draft(self._document)
        present = {name: item for item in self._object.items if (name := key_name(item)) is not None}
        if not all(replace(draft, present[name].value, values[name]) for name in present.keys() & values.keys()):
            return None
        missing = {name: value for name, value in values.items() if name not in present}
        if missing and not self._append(draft, missing):
            return None
        return draft.change(setting_all(values))

    def remove(self, name: str) -> Change | None:
        """Take the item `name` away; None where there is none."""
        for item in self._object.items:
            if key_name(item) == name:
                return ItemEdits(self._document, self._object, item).remove(name)
        return None

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Write the item `name` with an object as its value."""
        return self.set(name, dict(content))

    def append(self, name: str, item: Plain) -> Change | None:
        """None: this is no list."""
        return None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """None: only a resource has companions."""
        return None

    def _append(self, draft: Draft, values: Mapping[str, Plain]) -> bool:
        """Write new items behind the last; False where there is no place for them."""
        here, text = self._object, draft.text
        if not draft.sound(here.start, here.end):
            return False
        if "\n" not in text[here.start : here.end]:
            new = ", ".join(
                f"{writing.key(name)} = {writing.expression(value, flat=True)}" for name, value in values.items()
            )
            if here.items:
                draft.put(here.items[-1].end, here.items[-1].end, f", {new}")
            else:
                draft.replace(here.start, here.end, f"{{ {new} }}")
            return True
        closing = line_start(text, here.end - 1)
        if text[closing : here.end - 1].strip():
            return False
        outer = draft.indent(here.end - 1)
        last = here.items[-1] if here.items else None
        indent = draft.indent(last.start) if last else outer + draft.unit()
        after = draft.line_after(past_comma(text, last.end)) if last else closing
        if after < 0:
            return False
        unit = draft.unit(outer, indent)
        tail = "," if _comma_habit(draft, here.items) else ""
        rows = [(writing.key(name), writing.expression(value, indent, unit)) for name, value in values.items()]
        draft.insert_rows(here, after, indent, rows, tail)
        return True


def _comma_habit(draft: Draft, items: Sequence[Item]) -> bool:
    """Are the items of this object followed by commas, the last one too? If all but the last are, it gets one."""
    if not items:
        return False
    has = [past_comma(draft.text, item.end) != item.end for item in items]
    if not has[-1] and len(has) > 1 and has[0]:
        draft.put(items[-1].end, items[-1].end, ",")
    return has[-1]


def _without(
    document: Document, around: Tuple | Object, parts: Sequence[Node], index: int, title: str
) -> Change | None:
    """The change that takes one part out of a list or an object, with its separator."""
    draft, part = Draft(document), parts[index]
    text = draft.text
    if not draft.sound(around.start, around.end):
        return None
    end = past_comma(text, part.end)
    first, after = line_start(text, part.start), draft.tail(end)
    alone = not text[first : part.start].strip() and 0 <= after < around.end
    comment = draft.comment_at(around.start, around.end)
    other = comment is not None and not (alone and part.end <= comment[0] < after)
    if len(parts) == 1 and not (alone and (other or _comments_after(draft, after, around.end))):
        if other:
            return None  # a comment would go with it that says something else
        draft.replace(around.start, around.end, "[]" if isinstance(around, Tuple) else "{}")
    elif alone:
        if index == len(parts) - 1 and index > 0 and end == part.end:
            last = parts[index - 1].end
            draft.put(last, past_comma(text, last), "")
        draft.take_lines(around if isinstance(around, Object) else None, first, after)
    else:
        start, end = (part.start, parts[1].start) if index == 0 else (parts[index - 1].end, part.end)
        if draft.comment_at(start, end):
            return None
        draft.replace(start, end, "")
    return draft.change(title)


def _comments_after(draft: Draft, start: int, end: int) -> bool:
    return draft.comment_at(start, end) is not None
