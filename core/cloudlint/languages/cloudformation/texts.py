"""The functions that make texts of texts: Sub, Join, Split, Base64, ToJsonString."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...model import Span
from ...patterns import pattern
from ...resource import KNOWN, Value
from .references import attribute_of, named, unknown
from .surroundings import Surroundings

_HOLE = pattern(r"\$\{([^!}][^}]*)\}|\$\{!([^}]*)\}")


def sub(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """`Fn::Sub`: the text as pieces, each where it stands."""
    template, given = argument, Value(KNOWN, {})
    if isinstance(argument.data, tuple) and argument.data:
        template = argument.data[0]
        given = scope.evaluate(argument.data[1], depth) if len(argument.data) > 1 else given
    if not isinstance(template.data, str):
        return unknown(raw)
    return joined(list(_substituted(template, given, raw, scope)), raw)


def _substituted(template: Value, given: Value, raw: Value, scope: Surroundings) -> Iterable[Value]:
    text = str(template.data)
    place = _Places(template, text)
    at = 0
    for found in _HOLE.finditer(text):
        if found.start() > at:
            yield Value(KNOWN, text[at : found.start()], place.of(at, found.start()))
        at = found.end()
        if found[2] is not None:
            yield Value(KNOWN, "${" + found[2] + "}", place.of(found.start(), found.end()))
            continue
        seen = raw.but(span=place.of(found.start(), found.end()), site=None)
        name = found[1].strip()
        if isinstance(given.data, Mapping) and name in given.data:
            yield given.data[name].but(span=seen.span)
        elif "." in name:
            target, _, attribute = name.partition(".")
            yield attribute_of(target, attribute, seen, scope)
        else:
            yield named(name, seen, scope)
    if at < len(text):
        yield Value(KNOWN, text[at:], place.of(at, len(text)))


class _Places:
    """Where the characters of a string stand, if it stands in the document as it is."""

    def __init__(self, value: Value, text: str) -> None:
        self.span = value.span
        self.first = -1
        self.pieces = value.pieces
        span = value.span
        if span is not None and not value.trail and not value.pieces:
            extra = span.end - span.start - len(text)
            if extra in (0, 2):
                self.first = span.start + extra // 2
            elif getattr(value.site, "node", None) is not None and extra > 0:  # behind a tag
                quoted = span.end - len(text)
                self.first = quoted if extra else span.start

    def of(self, start: int, end: int) -> Span | None:
        if self.span is None:
            return None
        if self.first >= 0:
            return Span(self.span.path, self.first + start, self.first + end)
        at = 0
        for piece in self.pieces:  # the lines of a literal block
            length = len(str(piece.data))
            if piece.span is not None and at <= start and end <= at + length:
                return Span(piece.span.path, piece.span.start + start - at, piece.span.start + end - at)
            at += length
        return self.span


def join(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """`Fn::Join`."""
    if not isinstance(argument.data, tuple) or len(argument.data) != 2:
        return unknown(raw)
    delimiter = scope.evaluate(argument.data[0], depth)
    listed = scope.evaluate(argument.data[1], depth)
    if not isinstance(delimiter.data, str):
        return unknown(raw, (delimiter, listed))
    if not isinstance(listed.data, tuple) or listed.open:
        return unknown(raw, (listed,))
    pieces: list[Value] = []
    for item in listed.data:
        if pieces and delimiter.data:
            pieces.append(Value(KNOWN, delimiter.data, delimiter.span))
        pieces.append(item)
    return joined(pieces, raw)


def joined(pieces: list[Value], raw: Value) -> Value:
    """A string of parts: known where all of them are; what a part was made from, the whole is made from."""
    if len(pieces) == 1 and not isinstance(pieces[0].data, (tuple, Mapping)):
        only = pieces[0]
        return only.but(span=raw.span, name=raw.name, site=raw.site if not only.trail else only.site)
    texts = [piece.text if piece.state is KNOWN and is_scalar(piece) else None for piece in pieces]
    known = [text for text in texts if text is not None]
    value = unknown(raw, pieces)
    if len(known) == len(texts):
        value.state, value.data = KNOWN, "".join(known)
    value.pieces = tuple(pieces)
    return value


def is_scalar(value: Value) -> bool:
    """Neither list nor object."""
    return not isinstance(value.data, (tuple, Mapping))


def split(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """`Fn::Split`."""
    parts = argument.data
    if not isinstance(parts, tuple) or len(parts) != 2:
        return unknown(raw)
    delimiter, text = scope.evaluate(parts[0], depth), scope.evaluate(parts[1], depth)
    if not (isinstance(delimiter.data, str) and delimiter.data and isinstance(text.data, str)):
        return unknown(raw, (text,))
    items = tuple(Value(KNOWN, part, raw.span) for part in text.data.split(delimiter.data))
    return Value(KNOWN, items, raw.span, trail=text.trail)


def base64(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """What is encoded is what people write and what rules look into."""
    return scope.evaluate(argument, depth)


def to_json(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """`Fn::ToJsonString`: not the text, but what it encodes."""
    inner = scope.evaluate(argument, depth)
    return unknown(raw, (inner,)).but(encoded=inner)
