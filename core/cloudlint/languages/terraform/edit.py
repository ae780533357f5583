"""Edits as meaning: set, remove and add on Terraform syntax, keeping comments, alignment and indentation.

Each class is the `Site` of one sort of syntax node. Making one costs nothing: all work waits until an edit is asked
for.
"""

from __future__ import annotations

from .edit_block import AttributeSite, BlockSite
from .edit_items import ElementSite, ExpressionSite, ItemSite, ObjectSite

__all__ = ["AttributeSite", "BlockSite", "ElementSite", "ExpressionSite", "ItemSite", "ObjectSite"]
