"""How many instances a block has: `count` and `for_each`, over known and unknown things."""

from __future__ import annotations

from collections.abc import Callable

from ...resource import KNOWN, Value
from ...typed import TypeVar
from .body import instances_of
from .declarations import Declared
from .expressions import evaluate
from .lazy import AnyKey
from .provenance import unknown
from .scope import Scope

T = TypeVar("T")

MAX_INSTANCES = 200  # of one block: the rest would only repeat what these show


def expand(
    declared: Declared,
    scope: Scope,
    instance: Callable[[str, dict[str, Value]], tuple[Value, T]],
    most: int = MAX_INSTANCES,
) -> tuple[Value, tuple[T, ...]]:
    """The instances that `count` or `for_each` makes of a block, and the value that a reference to the block has.

    `instance` is called with the instance's key (`[0]`, `["a"]`, `[*]` where it cannot be known) and its bindings, for
    `most` instances.
    """
    for name in ("count", "for_each"):
        found = declared.attribute(name)
        if found is not None:
            value = evaluate(found[1].value, scope.inside(found[0]))
            return _counted(value, instance, most) if name == "count" else _keyed(value, instance, most)
    seen, only = instance("", {})
    return seen, (only,)


def _counted(
    count: Value, instance: Callable[[str, dict[str, Value]], tuple[Value, T]], most: int
) -> tuple[Value, tuple[T, ...]]:
    number = count.number if count.state is KNOWN else None
    if number is None:
        index = unknown(count.span, count)
        seen, only = instance("[*]", {"count": Value(KNOWN, {"index": index})})
        return Value(KNOWN, (seen,), open=True, refers=seen.refers), (only,)
    made = [
        instance(f"[{position}]", {"count": Value(KNOWN, {"index": Value(KNOWN, position, count.span)})})
        for position in range(min(int(number), most))
    ]
    open = number > most
    return Value(KNOWN, tuple(seen for seen, _ in made), open=open), tuple(item for _, item in made)


def _keyed(
    over: Value, instance: Callable[[str, dict[str, Value]], tuple[Value, T]], most: int
) -> tuple[Value, tuple[T, ...]]:
    items, open = instances_of(over)
    seen: dict[str, Value] = {}
    made: list[T] = []
    symbol: Value | None = None
    for key, value in items[:most]:
        text = key.text if key.state is KNOWN else None
        each = {"each": Value(KNOWN, {"key": key, "value": value})}
        view, item = instance("[*]" if text is None else f'["{text}"]', each)
        made.append(item)
        if text is None:
            symbol = view
        else:
            seen[text] = view
    if symbol is not None and not seen:
        return Value(KNOWN, AnyKey(symbol), open=True, refers=symbol.refers), tuple(made)
    return Value(KNOWN, seen, open=open or len(items) > most), tuple(made)
