"""A text to its documents, whatever state it is in."""

from __future__ import annotations

from .building import NotYaml, documents
from .nodes import SCALAR, Node, Problem, Stream


def load(text: str) -> Stream:
    """All documents of a text. Where it is damaged, what the damage reaches is left out (see `damage.py`)."""
    try:
        return Stream(tuple(documents(text)), ())
    except NotYaml as error:
        from .damage import mended  # undamaged files do without

        whole, cuts = mended(text, error)
        try:
            found = tuple(documents(whole))
        except NotYaml:
            return Stream((), (Problem(error.message, error.offset, error.offset),))
        for cut in cuts:
            _mark(found, cut, text)
        return Stream(found, cuts)


def _mark(found: tuple[Node | None, ...], cut: Problem, text: str) -> None:
    """Note in the innermost collection around a cut that something of it is missing."""
    indent = cut.start - (text.rfind("\n", 0, cut.start) + 1)
    inside: Node | None = next((node for node in reversed(found) if node is not None and node.start <= cut.start), None)
    if inside is None:
        inside = next((node for node in found if node is not None), None)
    while inside is not None:
        children = inside.pairs or [(item, item) for item in inside.items]
        before = [child for key, child in children if key.start <= cut.start]
        inner = before[-1] if before else None
        deeper = inner is not None and inner.kind != SCALAR and _column(text, inner) <= indent
        if not deeper:
            inside.partial = True
            return
        inside = inner


def _column(text: str, node: Node) -> int:
    """How far the entries of a collection are indented."""
    at = node.pairs[0][0].start if node.pairs else node.start
    return at - (text.rfind("\n", 0, at) + 1)
