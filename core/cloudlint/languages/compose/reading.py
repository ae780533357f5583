"""One Compose file as it is written: its value, and what of it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...document import Document
from ...model import Finding
from ...notices import SYNTAX_ERROR
from ..yaml.loading import load
from ..yaml.nodes import Problem
from ..yaml.values import Reader
from .merging import OVERRIDE, RESET


class Parsed:
    """The value of a document (None where it is no mapping), what was left out, and keys that are given twice."""

    __slots__ = ("duplicates", "problems", "value")

    def __init__(self, document: Document) -> None:
        stream = load(document.text)
        reader = Reader(document, lambda tag: tag if tag in (RESET, OVERRIDE) else "", stream.problems)
        node = next((node for node in stream.documents if node is not None), None)
        value = reader.value(node) if node is not None else None
        self.value = value if value is not None and isinstance(value.data, Mapping) else None
        self.problems = stream.problems
        self.duplicates = tuple(Problem(f"The key `{key}` is given twice", *at) for *at, key in reader.duplicates)


def parsed(document: Document) -> Parsed:
    """What a document says, read once."""
    if not isinstance(document.tree, Parsed):
        document.tree = Parsed(document)
    return document.tree


def notices(document: Document) -> Iterator[Finding]:
    """What cannot be read of a file, and keys that stand there twice, which Compose refuses."""
    found = parsed(document)
    for message, start, end in (*found.problems, *found.duplicates):
        span = document.span(start, max(end, start))
        yield Finding(SYNTAX_ERROR.id, SYNTAX_ERROR.severity, message, span, framework="compose")
