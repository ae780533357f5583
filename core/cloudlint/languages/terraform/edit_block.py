"""Edits in bodies: an attribute, and a block that attributes and nested blocks are written into."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ...document import Document
from ...model import Change, Reference
from ...resource import Encoded, Plain
from . import writing
from .draft import Draft
from .edit_items import ExpressionEdits, replace, replaced
from .layout import line_start, next_line
from .scope import Names
from .syntax import Attribute, Bad, Block, Body, Object
from .titles import setting, setting_all

_FIRST = {"count", "for_each", "provider", "providers"}  # meta-arguments that people set off at the top
_LAST = {"tags", "tags_all", "depends_on"}  # and what they leave at the bottom


class AttributeEdits(ExpressionEdits):
    """An attribute of a body."""

    __slots__ = ("_attribute", "_body")

    def __init__(self, document: Document, body: Body, attribute: Attribute) -> None:
        super().__init__(document, attribute.value)
        self._body = body
        self._attribute = attribute

    def set(self, name: str, value: Plain) -> Change | None:
        """Replace the expression; under another name, set an item in the object that stands here."""
        if name == self._attribute.name or not isinstance(self._node, Object):
            return replaced(self._document, self._node, value, setting(self._attribute.name, value))
        return super().set(name, value)

    def remove(self, name: str) -> Change | None:
        """Take the attribute's lines away, with the comment behind it."""
        draft, attribute = Draft(self._document), self._attribute
        if isinstance(attribute.value, Bad) or not draft.sound(attribute.start, attribute.end):
            return None
        text = draft.text
        first, after = line_start(text, attribute.start), draft.tail(attribute.end)
        if not text[first : attribute.start].strip() and after >= 0:
            draft.take_lines(self._body, first, after)
        else:
            start, end = attribute.start, attribute.end  # a block on one line: `{}` stays
            while text[start - 1] in " \t":
                start -= 1
            while text[end : end + 1] in (" ", "\t"):
                end += 1
            draft.put(start, end, "")
        return draft.change(f"remove `{attribute.name}`")


class BlockEdits:
    """A block: attributes and nested blocks are written into it, companions behind it."""

    __slots__ = ("_block", "_document", "_names", "_parent")

    def __init__(self, document: Document, block: Block, parent_body: Body, names: Names | None = None) -> None:
        self._document = document
        self._block = block
        self._parent = parent_body
        self._names = names

    def set(self, name: str, value: Plain) -> Change | None:
        """Write an attribute over the one that is there, or behind the attributes that it belongs with."""
        return self.set_all({name: value})

    def set_all(self, values: Mapping[str, Plain]) -> Change | None:
        """Write several attributes in one change."""
        block, draft = self._block, Draft(self._document)
        present = {attribute.name: attribute for attribute in block.body.attributes}
        if not all(replace(draft, present[name].value, values[name]) for name in present.keys() & values.keys()):
            return None
        missing = {name: value for name, value in values.items() if name not in present}
        if missing:
            if not self._open_to_writing(draft):
                return None
            if self._on_one_line():
                self._open_up(draft, missing)
            elif not _insert_attributes(draft, block, missing):
                return None
        return draft.change(setting_all(values))

    def replace(self, name: str, values: Mapping[str, Plain]) -> Change | None:
        """Write attributes in the place of another one; the comment behind it stays."""
        block, draft = self._block, Draft(self._document)
        present = {attribute.name: attribute for attribute in block.body.attributes}
        attribute = present.get(name)
        if attribute is None or isinstance(attribute.value, Bad) or present.keys() & values.keys():
            return None
        if not self._open_to_writing(draft) or not draft.sound(attribute.start, attribute.end):
            return None
        first, after = line_start(draft.text, attribute.start), draft.tail(attribute.end)
        around: tuple[int, int] | None = None
        if not draft.text[first : attribute.start].strip() and after >= 0:
            indent = draft.indent(attribute.start)
            unit = draft.unit(draft.indent(block.start), indent)
            rows = [(key, writing.expression(value, indent, unit)) for key, value in values.items()]
            comment = draft.text[attribute.end : after].strip()
            if comment:
                before = line_start(draft.text, max(0, first - 1))
                alone = not draft.comment_at(before, first) and not draft.comment_at(
                    after, next_line(draft.text, after)
                )
                if not alone or "\n" in rows[-1][1]:
                    return None  # it is lined up with others
                rows[-1] = (rows[-1][0], f"{rows[-1][1]} {comment}")
            draft.put_rows(block.body, first, after, indent, rows)
            around = draft.run_around(block.body, first, after)  # what another fix adds there is lined up with it
        elif len(values) == 1:  # a block on one line has one attribute
            ((key, value),) = values.items()
            draft.put(attribute.start, attribute.end, f"{key} = {writing.expression(value, flat=True)}")
        else:
            return None
        return draft.change(f"{setting_all(values)} instead of `{name}`", around)

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Write a nested block at the end, a blank line before it; none beside `dynamic` ones of its type."""
        draft, block = Draft(self._document), self._block
        if not self._open_to_writing(draft) or name in map(_generated, block.body.blocks):
            return None
        outer, inner = self._indents(draft)
        new = writing.block(name, content, inner, draft.unit(outer, inner))
        if self._on_one_line():
            self._open_lines(draft, new, outer, inner, blank=True)
        else:
            closing = line_start(draft.text, block.close)
            before = line_start(draft.text, closing - 1)
            if draft.text[closing : block.close].strip():
                return None
            blank = before > block.open and draft.text[before:closing].strip()
            draft.put(closing, closing, ("\n" if blank else "") + new + "\n")
        article = "an" if name[0] in "aeiou" else "a"
        return draft.change(f"add {article} `{name}` block")

    def remove(self, name: str) -> Change | None:
        """Take the whole block away, with the comment behind it."""
        draft, block = Draft(self._document), self._block
        if block.close < 0 or not draft.sound(block.start, block.end):
            return None
        if block.type == "content" and any(attribute.name == "for_each" for attribute in self._parent.attributes):
            return None  # the body of a `dynamic` block, which needs one
        first, after = line_start(draft.text, block.start), draft.tail(block.end)
        if draft.text[first : block.start].strip() or after < 0:
            return None
        draft.take_lines(self._parent, first, after)
        what = " ".join([block.type, *(f'"{label.value}"' for label in block.labels)])
        return draft.change(f"remove the `{what}` block")

    def append(self, name: str, item: Plain) -> Change | None:
        """None: a block is no list."""
        return None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """Write a resource behind this one, made for each of its instances and with its provider."""
        draft, block = Draft(self._document), self._block
        if not self._open_to_writing(draft) or len(block.labels) != 2 or draft.indent(block.start):
            return None
        text = draft.text
        after = draft.tail(block.end)
        if after < 0:
            return None
        present = self._present(draft, kind)
        if any(self._belongs(document, other) for _, document, other in present):
            return None  # there is one, though perhaps not of every instance: its conditions are the author's
        label = _free({name for name, _, _ in present}, label)
        meta, content = self._repeated(text, content)
        written = writing.block(f'resource "{kind}" "{label}"', content, "", draft.unit(), meta)
        ended = text[after - 1 : after] == "\n"
        more = after < len(text) and text[after : next_line(text, after)].strip()
        draft.put(
            after, after, ("\n" if ended else "\n\n") + written + ("\n" if ended else "") + ("\n" if more else "")
        )
        return draft.change(f"add `{kind}.{label}`")

    # -------------------------------------------------------------- how it is written

    def _open_to_writing(self, draft: Draft) -> bool:
        """False where a person may be writing in this block just now."""
        block = self._block
        return block.close >= 0 and not block.body.damaged and draft.sound(block.start, block.open)

    def _on_one_line(self) -> bool:
        """Does the body begin on the line of its brace?"""
        block, text = self._block, self._document.text
        end = next_line(text, block.open)
        return block.close < end or any(attribute.start < end for attribute in block.body.attributes[:1])

    def _indents(self, draft: Draft) -> tuple[str, str]:
        block = self._block
        outer = draft.indent(block.start)
        for child in (*block.body.attributes[:1], *block.body.blocks[:1]):
            if "\n" in draft.text[block.open : child.start]:
                return outer, draft.indent(child.start)
        return outer, outer + draft.unit()

    def _open_up(self, draft: Draft, values: Mapping[str, Plain]) -> None:
        """Give the attribute of a block on one line a line of its own, and write others behind it."""
        outer, inner = self._indents(draft)
        rows = [(name, writing.expression(value, inner, draft.unit())) for name, value in values.items()]
        for attribute in self._block.body.attributes[:1]:
            name_end = attribute.start + len(attribute.name)
            rows.insert(0, (attribute.name, draft.text[attribute.value.start : attribute.value.end]))
            padding = writing.aligned(rows, "")[0].index("=") - len(attribute.name)
            draft.put(name_end, attribute.equals, " " * padding)
        lines = writing.aligned(rows, inner)[len(self._block.body.attributes) :]
        self._open_lines(draft, "\n".join(lines), outer, inner)

    def _open_lines(self, draft: Draft, new: str, outer: str, inner: str, *, blank: bool = False) -> None:
        """Write what stands between the braces on a line of its own, and `new` behind it."""
        text, start, end = draft.text, self._block.open + 1, self._block.close
        present = text[start:end].strip()
        if present:
            at = text.index(present, start)
            draft.put(start, at, f"\n{inner}")
            start = at + len(present)
        draft.put(start, end, ("\n\n" if present and blank else "\n") + f"{new}\n{outer}")

    def _present(self, draft: Draft, kind: str) -> list[tuple[str, Document, Block]]:
        """The resources of a type in this file, and in the module where that is known: name, document and block."""
        inside = draft.file.resources(kind) if draft.file else ()
        found = [(name, self._document, block) for name, block in inside]
        return found + list(self._names.declared_blocks(kind) if self._names is not None else ())

    def _belongs(self, document: Document, other: Block) -> bool:
        """Is another resource about this one: does one of its attributes begin with a reference to it?"""
        address = ".".join(label.value for label in self._block.labels)
        written = (document.text[attribute.value.start : attribute.value.end] for attribute in other.body.attributes)
        behind = (text[len(address) :][:1] for text in written if text.startswith(address))
        return any(not (char.isalnum() or char in ("_", "-")) for char in behind)

    def _repeated(self, text: str, content: Mapping[str, Plain]) -> tuple[dict[str, Reference], Mapping[str, Plain]]:
        """Meta-arguments and content of a companion of all instances that `count` or `for_each` makes of this block."""
        address = ".".join(label.value for label in self._block.labels)
        meta: dict[str, Reference] = {}
        key = ""
        for attribute in self._block.body.attributes:
            if attribute.name == "count":
                meta["count"], key = Reference(f"length({address})"), f"{address}[count.index]"
            elif attribute.name == "for_each":
                meta["for_each"], key = Reference(address), "each.value"
            elif attribute.name == "provider":
                meta["provider"] = Reference(text[attribute.value.start : attribute.value.end])
        return meta, {name: _instance(value, address, key) for name, value in content.items()}


def _generated(block: Block) -> str:
    """The type of the blocks that a `dynamic` block makes, empty for any other block."""
    return block.labels[0].value if block.type == "dynamic" and block.labels else ""


def _instance(value: Plain, address: str, key: str) -> Plain:
    """The value with its references to a resource turned to the one instance `key`."""
    if isinstance(value, Reference) and key:
        for before in ("", '"${'):
            if value.text.startswith(f"{before}{address}."):
                return Reference(before + key + value.text[len(before + address) :])
    if isinstance(value, Encoded):
        return Encoded(_instance(value.content, address, key))
    if isinstance(value, dict):
        return {name: _instance(item, address, key) for name, item in value.items()}
    return [_instance(item, address, key) for item in value] if isinstance(value, list) else value


def _insert_attributes(draft: Draft, block: Block, values: Mapping[str, Plain]) -> bool:
    """Write new attributes into a body of several lines; False where there is no place for them."""
    text, body = draft.text, block.body
    outer = draft.indent(block.start)
    anchor = _anchor(text, body)
    sibling = anchor or next(iter([*body.attributes, *body.blocks]), None)
    indent = draft.indent(sibling.start) if sibling else outer + draft.unit()
    at = draft.line_after(anchor.end if anchor else block.open + 1)
    if at < 0:
        return False
    unit = draft.unit(outer, indent)
    rows = [(name, writing.expression(value, indent, unit)) for name, value in values.items()]
    following = text[at : next_line(text, at)].strip()
    apart = anchor is not None and anchor.name in _FIRST and not _FIRST.intersection(values)
    if apart or (anchor is None and sibling is not None and following):
        lines = "\n".join(writing.aligned(rows, indent))
        draft.put(at, at, ("\n" if apart else "") + lines + ("\n\n" if following not in ("", "}") else "\n"))
    else:
        draft.insert_rows(body, at, indent, rows)
    return True


def _anchor(text: str, body: Body) -> Attribute | None:
    """The attribute behind which a new one reads best: the last plain one before the first nested block."""
    limit = body.blocks[0].start if body.blocks else body.end
    early = [attribute for attribute in body.attributes if attribute.start < limit] or body.attributes
    usual = [attribute for attribute in early if attribute.name not in _LAST]
    plain = [attribute for attribute in usual if "\n" not in text[attribute.start : attribute.end]]
    own = [attribute for attribute in plain if attribute.name not in _FIRST]
    found = own or usual
    return found[-1] if found else None


def _free(taken: Collection[str], label: str) -> str:
    """The label, with a number behind it where there is such a resource."""
    number, free = 2, label
    while free in taken:
        number, free = number + 1, f"{label}_{number}"
    return free
