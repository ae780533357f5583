"""What ignore comments can be about in a Dockerfile: a stage, at its FROM, an instruction, a line of one."""

from __future__ import annotations

from ...document import Document
from ...outline import Item, Outline
from .analysis import tree_of
from .syntax import Instruction


def outline(document: Document) -> Outline:
    """The comments, stages and instructions of a document."""
    tree = tree_of(document)
    items: list[Item] = []
    stage: list[Instruction] = []
    for instruction in tree.instructions:
        if instruction.keyword == "FROM" and stage:
            items.append(_block(document, stage))
            stage = []
        if instruction.keyword == "FROM" or stage:
            stage.append(instruction)
        else:
            items.append(_item(document, instruction))
    if stage:
        items.append(_block(document, stage))
    return Outline(tree.comments, tuple(items))


def _block(document: Document, stage: list[Instruction]) -> Item:
    """A stage; no `block`, or else a comment inside would be about all of it through the FROM that stands for it."""
    first, *others = stage
    inner = tuple(_item(document, instruction) for instruction in others)
    return Item(first.start, first.head_end, max(it.end for it in stage), inner)


def _item(document: Document, instruction: Instruction) -> Item:
    """An instruction, with its further lines as parts."""
    lines = []
    at = document.text.find("\n", instruction.start, instruction.end) + 1
    while at:
        after = document.text.find("\n", at, instruction.end) + 1
        line = document.text[at : after - 1 if after else instruction.end]
        if line.strip() and not line.lstrip().startswith("#"):
            start = at + len(line) - len(line.lstrip())
            lines.append(Item(start, start, at + len(line.rstrip())))
        at = after
    return Item(instruction.start, instruction.start + len(instruction.keyword), instruction.end, tuple(lines))
