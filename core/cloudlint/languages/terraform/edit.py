"""Edits as meaning: set, remove and add on Terraform syntax, keeping comments, alignment and indentation.

Each class is the `Site` of one sort of syntax node. The evaluator makes one for nearly every value it reads and an edit
is asked for at few of them, so a site only remembers its nodes; `edit_block` and `edit_items`, which know how to edit,
are imported with the first edit.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...typed import TYPE_CHECKING

if TYPE_CHECKING:
    from ...document import Document
    from ...model import Change
    from ...resource import Plain
    from .edit_block import AttributeEdits, BlockEdits
    from .edit_items import ElementEdits, ExpressionEdits, ItemEdits, ObjectEdits
    from .scope import Names
    from .syntax import Attribute, Block, Body, Expression, Item, Object, Tuple


class _Late:
    """A site that is made ready when an edit is asked for. All methods give None where no edit can be right."""

    __slots__ = ()

    def _ready(self) -> ExpressionEdits | ObjectEdits | BlockEdits:
        raise NotImplementedError

    def set(self, name: str, value: Plain) -> Change | None:
        """Write `value` over what stands here, or as the attribute or item `name` inside it."""
        return self._ready().set(name, value)

    def set_all(self, values: Mapping[str, Plain]) -> Change | None:
        """Write several attributes or items into what stands here, in one change."""
        return self._ready().set_all(values)

    def remove(self, name: str) -> Change | None:
        """Take away what stands here, with its separator and the comment behind it."""
        return self._ready().remove(name)

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Add a block to a block, an item with an object to an object."""
        return self._ready().add(name, content)

    def append(self, name: str, item: Plain) -> Change | None:
        """Write one more item behind the last of the list that stands here."""
        return self._ready().append(name, item)

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """Write a companion behind a resource."""
        return self._ready().beside(kind, label, content)


class AttributeSite(_Late):
    """An attribute of a body."""

    __slots__ = ("_attribute", "_body", "_document")

    def __init__(self, document: Document, body: Body, attribute: Attribute) -> None:
        self._document = document
        self._body = body
        self._attribute = attribute

    def _ready(self) -> AttributeEdits:
        from .edit_block import AttributeEdits

        return AttributeEdits(self._document, self._body, self._attribute)


class BlockSite(_Late):
    """A block in a body: attributes and nested blocks are written into it, companions behind it.

    `names` are those of its module, where it stands in one.
    """

    __slots__ = ("_block", "_document", "_names", "_parent")

    def __init__(self, document: Document, block: Block, parent_body: Body, names: Names | None = None) -> None:
        self._document = document
        self._block = block
        self._parent = parent_body
        self._names = names

    def replace(self, name: str, values: Mapping[str, Plain]) -> Change | None:
        """Write attributes in the place of another one."""
        return self._ready().replace(name, values)

    def _ready(self) -> BlockEdits:
        from .edit_block import BlockEdits

        return BlockEdits(self._document, self._block, self._parent, self._names)


class ExpressionSite(_Late):
    """An expression on its own: the default of a variable, a local, a piece of a nested structure."""

    __slots__ = ("_document", "_node")

    def __init__(self, document: Document, node: Expression) -> None:
        self._document = document
        self._node = node

    def _ready(self) -> ExpressionEdits:
        from .edit_items import ExpressionEdits

        return ExpressionEdits(self._document, self._node)


class ElementSite(_Late):
    """One element of a list."""

    __slots__ = ("_document", "_index", "_tuple")

    def __init__(self, document: Document, tuple: Tuple, index: int) -> None:
        self._document = document
        self._tuple = tuple
        self._index = index

    def _ready(self) -> ElementEdits:
        from .edit_items import ElementEdits

        return ElementEdits(self._document, self._tuple, self._index)


class ItemSite(_Late):
    """One `key = value` of an object."""

    __slots__ = ("_document", "_item", "_object")

    def __init__(self, document: Document, object: Object, item: Item) -> None:
        self._document = document
        self._object = object
        self._item = item

    def _ready(self) -> ItemEdits:
        from .edit_items import ItemEdits

        return ItemEdits(self._document, self._object, self._item)


class ObjectSite(_Late):
    """An object in an expression: items are set in it and added to it."""

    __slots__ = ("_document", "_object")

    def __init__(self, document: Document, object: Object) -> None:
        self._document = document
        self._object = object

    def _ready(self) -> ObjectEdits:
        from .edit_items import ObjectEdits

        return ObjectEdits(self._document, self._object)
