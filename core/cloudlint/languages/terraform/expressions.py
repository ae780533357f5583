"""Expressions to Values. Whatever cannot be known is unknown, and unknown spreads only where it must."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...resource import ABSENT, KNOWN, UNKNOWN, Step, Value
from . import syntax
from .edit import ElementSite, ExpressionSite, ItemSite, ObjectSite
from .functions import call, failed, is_failed
from .operators import MOST_CHOICES, agreed, binary, unary
from .provenance import doubts, union, unknown, way_from
from .rendering import render
from .scope import SPLAT, TRIED, Scope, elements, rounds


def evaluate(node: syntax.Expression, scope: Scope) -> Value:
    """The value of an expression, at the expression's span. Never raises for what a document can hold."""
    kept = scope.kept.get(node) if scope.kept is not None else None
    if kept is None:
        return _EVALUATORS[type(node)](node, scope)
    if not kept:
        kept.append(_EVALUATORS[type(node)](node, scope))
    return kept[0]


def _literal(node: syntax.Literal, scope: Scope) -> Value:
    span = scope.span(node.start, node.end)
    state = ABSENT if node.value is None else KNOWN
    return Value(state, node.value, span, site=ExpressionSite(scope.document, node))


def _template(node: syntax.Template, scope: Scope) -> Value:
    span = scope.span(node.start, node.end)
    if not node.marker and len(node.parts) == 1 and isinstance(node.parts[0], syntax.Interpolation):
        return evaluate(node.parts[0].expression, scope)
    made = render(node.parts, scope, span, evaluate)
    made.site = ExpressionSite(scope.document, node)
    return made


def _variable(node: syntax.Variable, scope: Scope) -> Value:
    found = scope.lookup(node.name)
    if found is None:
        # Terraform refuses a bare `True`, but nothing else can be meant while the file is being written.
        meant, span = _MISSPELT.get(node.name), scope.span(node.start, node.end)
        return failed(span) if meant is None else Value(KNOWN, meant, span, site=ExpressionSite(scope.document, node))
    if not found.trail and found.span is not None:
        return found
    seen = found.copy()
    seen.span = scope.span(node.start, node.end)
    return seen


def _attr(node: syntax.Attr, scope: Scope) -> Value:
    on = scope.lookup(node.on.name) if type(node.on) is syntax.Variable else None
    if on is None or on.trail:  # what has come through a name is seen at the reference
        found = on.data.get(node.name) if on is not None and type(on.data) is dict else None
        if on is not None and found is not None and found.span is not None:
            return on.reached(found, scope.span(node.start, node.end))  # at once: most of what loops do
        on = evaluate(node.on, scope)
    return _child(on, node.name, node, scope)


def _index(node: syntax.Index, scope: Scope) -> Value:
    on, key = evaluate(node.on, scope), evaluate(node.key, scope)
    if is_failed(key) or key.state is ABSENT:
        return failed(scope.span(node.start, node.end))
    if key.state is UNKNOWN:
        return _any_of(on, key, node, scope)
    if isinstance(on.data, tuple):
        return _element(on, key, node, scope)
    return _child(on, key.text or "", node, scope)


def _any_of(on: Value, key: Value, node: syntax.Index, scope: Scope) -> Value:
    """The element at an unknown key. That there may be none need not be minded, unless somebody would catch that."""
    span, data = scope.span(node.start, node.end), on.data
    items = data.values() if type(data) is dict else data if isinstance(data, tuple) else ()
    if on.open or TRIED in scope.bindings or not 0 < len(items) <= MOST_CHOICES:
        return unknown(span, key, on, *elements(on))
    return agreed([on.part(item, span) for item in items], span, key)


def _child(on: Value, name: str, node: syntax.Node, scope: Scope) -> Value:
    """An attribute or key of `on`, seen at the whole traversal `node`."""
    span = scope.span(node.start, node.end)
    data = on.data
    if type(data) is dict or isinstance(data, Mapping):  # the first, because asking an abstract class is slow
        found = data.get(name)
        if found is not None:
            seen = on.part(found, span)
            if seen.state is UNKNOWN and found.span is None and not (seen.trail or seen.refers):
                # What stands nowhere is its own reason: `terraform.workspace`, `path.cwd`, a name that needs itself.
                seen.trail = (Step(span, scope.document.text[node.start : node.end]),)
            return seen
        if not on.open:
            return failed(span)
    elif on.state is not UNKNOWN or is_failed(on):
        return failed(span)
    return Value(UNKNOWN, None, span, trail=way_from(on), refers=on.refers, sensitive=on.sensitive)


def _element(on: Value, key: Value, node: syntax.Node, scope: Scope) -> Value:
    assert isinstance(on.data, tuple)
    items, position, span = on.data, key.number, scope.span(node.start, node.end)
    if position is not None and 0 <= position < len(items) and position == int(position):
        return on.part(items[int(position)], span)
    return Value(UNKNOWN, None, span, trail=way_from(on), refers=on.refers) if on.open else failed(span)


def _splat(node: syntax.Splat, scope: Scope) -> Value:
    on, span = evaluate(node.on, scope), scope.span(node.start, node.end)
    if on.state is ABSENT:
        return Value(KNOWN, (), span)
    if on.state is UNKNOWN:
        return failed(span) if is_failed(on) else unknown(span, on)
    items = elements(on) if isinstance(on.data, tuple) else (on,)
    taken = tuple(evaluate(node.each, scope.binding({SPLAT: item})) for item in items)
    refers = union(*(item.refers for item in taken))
    made = Value(KNOWN, taken, span, refers=refers, trail=on.trail, sensitive=on.sensitive)
    made.open, made.pieces = on.open, doubts(on)
    return made


def _splat_item(node: syntax.SplatItem, scope: Scope) -> Value:
    return scope.bindings[SPLAT]


def _call(node: syntax.Call, scope: Scope) -> Value:
    span = scope.span(node.start, node.end)
    if node.name in ("try", "can"):
        scope = scope.binding(_CAUGHT)
    arguments = [evaluate(argument, scope) for argument in node.arguments]
    if node.spread and arguments:
        last = arguments.pop()
        if last.open or last.state is UNKNOWN:
            return failed(span) if is_failed(last) else unknown(span, last, *arguments)
        if not isinstance(last.data, tuple):
            return failed(span)
        arguments += elements(last)
    return call(node.name, arguments, span, scope.names.context)


def _unary(node: syntax.Unary, scope: Scope) -> Value:
    return unary(node.operator, evaluate(node.operand, scope), scope.span(node.start, node.end))


def _binary(node: syntax.Binary, scope: Scope) -> Value:
    left = evaluate(node.left, scope)
    if node.operator in ("&&", "||") and left.state is KNOWN:
        decisive = node.operator == "||"
        if left.flag is decisive:  # the right side is not looked at
            span = scope.span(node.start, node.end)
            return Value(KNOWN, decisive, span, refers=left.refers, sensitive=left.sensitive)
    return binary(node.operator, left, evaluate(node.right, scope), scope.span(node.start, node.end))


def _conditional(node: syntax.Conditional, scope: Scope) -> Value:
    test, span = evaluate(node.test, scope), scope.span(node.start, node.end)
    if is_failed(test):
        return failed(span)
    if test.state is not UNKNOWN:
        taken = test.flag if test.state is KNOWN else None
        if taken is None:
            return failed(span)
        chosen = evaluate(node.then if taken else node.otherwise, scope)
        return chosen.but(sensitive=True) if test.sensitive else chosen
    return agreed((evaluate(node.then, scope), evaluate(node.otherwise, scope)), span, test).but(span=span)


def _parens(node: syntax.Parens, scope: Scope) -> Value:
    return evaluate(node.inner, scope)


def _tuple(node: syntax.Tuple, scope: Scope) -> Value:
    document, items = scope.document, []
    for position, item in enumerate(node.items):
        value = evaluate(item, scope)
        if not value.trail:
            value = value.copy()
            value.site = ElementSite(document, node, position)
        items.append(value)
    return Value(
        KNOWN,
        tuple(items),
        scope.span(node.start, node.end),
        refers=union(*(item.refers for item in items)),
        site=ExpressionSite(document, node),
    )


def _object(node: syntax.Object, scope: Scope) -> Value:
    document, entries, pieces = scope.document, dict[str, Value](), tuple[Value, ...]()
    for item in node.items:
        if isinstance(item.key, syntax.Variable):
            key = item.key.name
        else:
            named = evaluate(item.key, scope)
            if named.text is None:
                pieces = pieces or (named,)  # any key may be meant
                continue
            key = named.text
        entry = entries[key] = evaluate(item.value, scope).copy()
        entry.name = key
        if not entry.trail:
            entry.site = ItemSite(document, node, item)
    return Value(
        KNOWN,
        entries,
        scope.span(node.start, node.end),
        open=bool(pieces),
        pieces=pieces,
        refers=union(*[value.refers for value in entries.values()]),
        site=ObjectSite(document, node),
    )


def _for(node: syntax.For, scope: Scope) -> Value:
    collection, span = evaluate(node.collection, scope), scope.span(node.start, node.end)
    if collection.state is not KNOWN:
        return failed(span) if is_failed(collection) or collection.state is ABSENT else unknown(span, collection)
    if not isinstance(collection.data, (tuple, Mapping)):
        return failed(span)
    if not scope.names.context.rounds.take(len(collection.data)):
        return unknown(span, collection)
    results: list[tuple[str | None, Value]] = []
    pieces, keys, kept = doubts(collection), set[str](), _kept(node, scope, len(collection.data))
    in_vain = len(collection.data) > 1 and kept is not None and _is_in_vain(node, scope, kept)
    for inner in () if in_vain else rounds(scope, collection, node.key, node.value, kept):
        if node.condition is not None:
            keep = evaluate(node.condition, inner)
            if keep.state is UNKNOWN and not is_failed(keep):
                pieces = pieces or (keep,)
                continue
            wanted = keep.flag if keep.state is KNOWN else None
            if wanted is None:
                return failed(span)
            if not wanted:
                continue
        named = evaluate(node.result_key, inner) if node.result_key is not None else None
        result_key = named.text if named is not None else ""
        if result_key is None:
            if named is None or named.state is not UNKNOWN or is_failed(named):
                return failed(span)
            pieces = pieces or (named,)
            continue
        if named is not None and not node.grouped and result_key in keys:
            return failed(span)
        keys.add(result_key)
        results.append((result_key, evaluate(node.result, inner)))
    refers = union(collection.refers, *[value.refers for _, value in results])
    # What failed here has not come through the collection's name: `try` is to find it.
    trail = () if any(value.state is UNKNOWN and is_failed(value) for _, value in results) else collection.trail
    made = Value(KNOWN, _gathered(node, results), span, refers=refers, trail=trail, sensitive=collection.sensitive)
    made.open, made.pieces = bool(pieces), pieces
    return made


def _kept(node: syntax.For, scope: Scope, rounds: int) -> dict[syntax.Node, list[Value]] | None:
    """What is to be kept through the rounds of a loop; what outer loops keep stays theirs."""
    if rounds < 2:
        return scope.kept
    from .steady import steady  # only where something is gone through

    known = scope.names.context.rounds.steady
    found = known.get(node)
    if found is None:
        found = known[node] = steady(node)
    return {**{part: [] for part in found}, **(scope.kept or {})}


def _is_in_vain(node: syntax.For, scope: Scope, kept: dict[syntax.Node, list[Value]]) -> bool:
    """Is every element left out, for the sake of what is the same in all rounds: a switch that is off?"""
    first = node.condition
    while isinstance(first, syntax.Binary) and first.operator == "&&" and first not in kept:
        first = first.left
    if first is None or first not in kept:
        return False
    switch = evaluate(first, Scope(scope.document, scope.names, scope.bindings, kept))
    return switch.state is KNOWN and switch.flag is False


def _gathered(node: syntax.For, results: list[tuple[str | None, Value]]) -> tuple[Value, ...] | dict[str, Value]:
    if node.result_key is None:
        return tuple(value for _, value in results)
    if not node.grouped:
        return {key or "": value for key, value in results}
    groups: dict[str, list[Value]] = {}
    for key, value in results:
        groups.setdefault(key or "", []).append(value)
    return {key: Value(KNOWN, tuple(values), values[0].span) for key, values in groups.items()}


def _bad(node: syntax.Bad, scope: Scope) -> Value:
    return Value(UNKNOWN, None, scope.span(node.start, node.end))


_CAUGHT = {TRIED: Value(KNOWN, True)}
_MISSPELT = {"True": True, "TRUE": True, "False": False, "FALSE": False}

_EVALUATORS: dict[type[syntax.Node], Callable[..., Value]] = {
    syntax.Literal: _literal,
    syntax.Template: _template,
    syntax.Variable: _variable,
    syntax.Attr: _attr,
    syntax.Index: _index,
    syntax.Splat: _splat,
    syntax.SplatItem: _splat_item,
    syntax.Call: _call,
    syntax.Unary: _unary,
    syntax.Binary: _binary,
    syntax.Conditional: _conditional,
    syntax.Parens: _parens,
    syntax.Tuple: _tuple,
    syntax.Object: _object,
    syntax.For: _for,
    syntax.Bad: _bad,
}
