"""Patches that stand as texts in a kustomization, read where they stand: their places are places of the whole file."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...document import Document
from ...model import Span
from ...resource import Value
from ..yaml.loading import load
from ..yaml.values import Reader

_BLOCK = ("|", ">")


def inline(document: Document, span: Span, text: str) -> list[Value] | None:
    """The documents of a patch; `span` is that of its scalar, `text` what that stands for.

    None where the scalar is written with escapes that move what is behind them.
    """
    written = _content(document.text[span.start : span.end])
    blank = re.sub(r"[^\r\n]", " ", document.text[: span.start])
    values = _read(document, blank + written)
    if document.text.startswith(_BLOCK, span.start):
        return values
    meant = _read(Document(document.path, text, document.language), text)
    if [value.known for value in values] != [value.known for value in meant]:
        return None
    return [_untouched(value) for value in values]


def _read(document: Document, text: str) -> list[Value]:
    stream = load(text)
    reader = Reader(document, problems=stream.problems)
    return [reader.value(node) for node in stream.documents if node is not None]


def _content(scalar: str) -> str:
    """What a scalar holds, each character where it stands."""
    if scalar.startswith(_BLOCK):
        head, newline, content = scalar.partition("\n")
        return " " * len(head) + newline + content
    quote = scalar[:1]
    if quote not in ("'", '"'):
        return scalar
    # A quote that opens is put behind the place of its escape, one that closes before it.
    pieces = scalar[1:-1].split("''" if quote == "'" else r"\"")
    content = "".join(piece + (f" {quote}", f"{quote} ")[at % 2] for at, piece in enumerate(pieces))[:-2]
    return "\n" + (content.replace(r"\n", " \n") if quote == '"' else content)


def _untouched(value: Value) -> Value:
    """A value that no edit changes: what would be written between quotes might end them."""
    data = value.data
    if isinstance(data, tuple):
        return value.but(data=tuple(map(_untouched, data)), site=None)
    if isinstance(data, Mapping):
        return value.but(data={key: _untouched(item) for key, item in data.items()}, site=None)
    return value.but(site=None)
