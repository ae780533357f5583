"""Templates to strings: text, interpolations and directives, keeping the pieces so that ranges inside can be found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...model import Span
from ...resource import ABSENT, KNOWN, UNKNOWN, Value
from . import syntax
from .functions import LONGEST, failed, is_failed
from .provenance import union, unknown
from .scope import Scope, rounds

Evaluate = Callable[[syntax.Expression, Scope], Value]


def render(parts: tuple[syntax.Part | Value, ...], scope: Scope, span: Span, evaluate: Evaluate) -> Value:
    """The string of a template; unknown if any piece is, but the pieces are kept either way.

    What is always the same may stand among the parts as a value.
    """
    pieces = _pieces(parts, scope, evaluate)
    texts: list[str | None] = []
    length, sensitive = 0, False
    for piece in pieces:
        text = piece.text if piece.state is KNOWN else None
        if text is None and _unfit(piece):
            return failed(span).but(refers=union(*(piece.refers for piece in pieces)), pieces=tuple(pieces))
        texts.append(text)
        length += len(text or "")
        sensitive = sensitive or piece.sensitive
    # A trail would say that the whole was decided elsewhere; of several pieces each has its own.
    trail = pieces[0].trail if len(pieces) == 1 else ()
    if None in texts:
        return unknown(span, *pieces).but(pieces=tuple(pieces), given=True, trail=trail)
    if length > LONGEST:
        return unknown(span, *pieces).but(given=True, trail=trail)
    refers = union(*[piece.refers for piece in pieces])
    joined = "".join(filter(None, texts))
    return Value(KNOWN, joined, span, refers=refers, pieces=tuple(pieces), trail=trail, sensitive=sensitive)


def _unfit(piece: Value) -> bool:
    """Is it nothing that has a place in a string?"""
    return piece.state is ABSENT or is_failed(piece) or isinstance(piece.data, (tuple, Mapping))


def _pieces(parts: tuple[syntax.Part | Value, ...], scope: Scope, evaluate: Evaluate) -> list[Value]:
    """The pieces in order; an unknown one stands for a directive over something unknown."""
    pieces: list[Value] = []
    for part in parts:
        if isinstance(part, Value):
            pieces.append(part)
        elif isinstance(part, syntax.Text):
            pieces.append(Value(KNOWN, part.value, scope.span(part.start, part.end)))
        elif isinstance(part, syntax.Interpolation):
            pieces.append(evaluate(part.expression, scope))
        else:
            pieces += _if(part, scope, evaluate) if isinstance(part, syntax.TemplateIf) else _for(part, scope, evaluate)
    return pieces


def _if(part: syntax.TemplateIf, scope: Scope, evaluate: Evaluate) -> list[Value]:
    test, span = evaluate(part.test, scope), scope.span(part.start, part.end)
    if test.state is UNKNOWN and not is_failed(test):
        return [unknown(span, test)]
    taken = test.flag if test.state is KNOWN else None
    return [failed(span)] if taken is None else _pieces(part.then if taken else part.otherwise, scope, evaluate)


def _for(part: syntax.TemplateFor, scope: Scope, evaluate: Evaluate) -> list[Value]:
    collection, span = evaluate(part.collection, scope), scope.span(part.start, part.end)
    if collection.open or (collection.state is UNKNOWN and not is_failed(collection)):
        return [unknown(span, collection)]
    if not isinstance(collection.data, (tuple, Mapping)):
        return [failed(span)]
    if not scope.names.context.rounds.take(len(collection.data)):
        return [unknown(span, collection)]
    pieces: list[Value] = []
    for inner in rounds(scope, collection, part.key, part.value):
        pieces += _pieces(part.parts, inner, evaluate)
    return pieces
