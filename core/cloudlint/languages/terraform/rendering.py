"""Templates to strings: text, interpolations and directives, keeping the pieces so that ranges inside can be found."""

from __future__ import annotations

from collections.abc import Callable

from ...model import Span
from ...resource import KNOWN, UNKNOWN, Value
from . import syntax
from .functions import failed, is_failed
from .provenance import union, unknown
from .scope import Scope, pairs

Evaluate = Callable[[syntax.Expression, Scope], Value]


def render(parts: tuple[syntax.Part, ...], scope: Scope, span: Span, evaluate: Evaluate) -> Value:
    """The string of a template; unknown if any piece is, but the pieces are kept either way."""
    pieces = _pieces(parts, scope, evaluate)
    if pieces is None:
        return Value(UNKNOWN, None, span)
    refers = union(*(piece.refers for piece in pieces))
    if any(is_failed(piece) for piece in pieces):
        return failed(span).but(refers=refers, pieces=tuple(pieces))
    texts = [piece.text if piece.state is KNOWN else None for piece in pieces]
    # A trail would say that the whole was decided elsewhere; of several pieces each has its own.
    trail = pieces[0].trail if len(pieces) == 1 else ()
    if None in texts:
        return unknown(span, *pieces).but(pieces=tuple(pieces), given=True, trail=trail)
    return Value(KNOWN, "".join(filter(None, texts)), span, refers=refers, pieces=tuple(pieces), trail=trail)


def _pieces(parts: tuple[syntax.Part, ...], scope: Scope, evaluate: Evaluate) -> list[Value] | None:
    """The pieces in order; None where a directive over something unknown leaves their number open."""
    pieces: list[Value] = []
    for part in parts:
        if isinstance(part, syntax.Text):
            pieces.append(Value(KNOWN, part.value, scope.span(part.start, part.end)))
            continue
        if isinstance(part, syntax.Interpolation):
            pieces.append(evaluate(part.expression, scope))
            continue
        inner = _if(part, scope, evaluate) if isinstance(part, syntax.TemplateIf) else _for(part, scope, evaluate)
        if inner is None:
            return None
        pieces += inner
    return pieces


def _if(part: syntax.TemplateIf, scope: Scope, evaluate: Evaluate) -> list[Value] | None:
    test = evaluate(part.test, scope)
    if test.state is not KNOWN:
        return None
    return _pieces(part.then if test.flag else part.otherwise, scope, evaluate)


def _for(part: syntax.TemplateFor, scope: Scope, evaluate: Evaluate) -> list[Value] | None:
    collection = evaluate(part.collection, scope)
    if collection.state is not KNOWN or collection.open:
        return None
    pieces: list[Value] = []
    for key, item in pairs(collection):
        bindings = {part.key: key, part.value: item} if part.key else {part.value: item}
        inner = _pieces(part.parts, scope.binding(bindings), evaluate)
        if inner is None:
            return None
        pieces += inner
    return pieces
