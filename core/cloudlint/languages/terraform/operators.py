"""Terraform's operators on Values. `false && unknown` is false, `true || unknown` is true; the rest stays unknown."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence

from ...model import Span
from ...resource import ABSENT, KNOWN, UNKNOWN, Value
from ...unknowns import way
from .functions import failed, is_failed
from .provenance import is_sensitive, union, unknown

Number = int | float

_ARITHMETIC: dict[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
_COMPARISON: dict[str, Callable[[Number, Number], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def unary(sign: str, operand: Value, span: Span) -> Value:
    """`-x` and `!x`."""
    if is_failed(operand) or operand.state is ABSENT:
        return failed(span)
    if operand.state is UNKNOWN:
        return unknown(span, operand)
    result = _not(operand.flag) if sign == "!" else _negative(operand.number)
    if result is None:
        return failed(span)
    return Value(KNOWN, result, span, refers=operand.refers, sensitive=operand.sensitive)


def binary(sign: str, left: Value, right: Value, span: Span) -> Value:
    """Any two-sided operator."""
    made = _binary(sign, left, right, span)
    made.sensitive = left.sensitive or right.sensitive
    return made


def _binary(sign: str, left: Value, right: Value, span: Span) -> Value:
    refers = union(left.refers, right.refers)
    if (left.state is UNKNOWN and is_failed(left)) or (right.state is UNKNOWN and is_failed(right)):
        return failed(span)
    if sign in ("&&", "||"):
        return _logical(sign, left, right, span)
    if sign in ("==", "!="):
        verdict = equality(left, right)
        if verdict is None:
            return unknown(span, left, right)
        return Value(KNOWN, verdict if sign == "==" else not verdict, span, refers=refers)
    if left.state is UNKNOWN or right.state is UNKNOWN:
        return unknown(span, left, right)
    a, b = left.number, right.number
    if a is None or b is None:
        return failed(span)
    if sign in _COMPARISON:
        return Value(KNOWN, _COMPARISON[sign](a, b), span, refers=refers)
    result = _arithmetic(sign, a, b)
    return failed(span) if result is None else Value(KNOWN, result, span, refers=refers)


def equality(left: Value, right: Value) -> bool | None:
    """Are two values equal? None where that cannot be known. Terraform compares without converting."""
    if left.state is UNKNOWN or right.state is UNKNOWN:
        return None
    if left.state is ABSENT or right.state is ABSENT:
        return left.state is right.state
    a, b = left.data, right.data
    if type(a) is str and type(b) is str:  # first: asking abstract classes is slow
        return a == b
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        if set(a) != set(b) and not (left.open or right.open):
            return False
        return _all((equality(a[key], b[key]) for key in a if key in b), left.open or right.open)
    if isinstance(a, tuple) and isinstance(b, tuple):
        if len(a) != len(b) and not (left.open or right.open):
            return False
        return _all((equality(x, y) for x, y in zip(a, b, strict=False)), left.open or right.open)
    return a == b


def same(left: Value, right: Value) -> bool:
    """Surely equal."""
    return equality(left, right) is True


DEEPEST_CHOICE, MOST_CHOICES = 4, 32  # how far it is looked for what choices agree in, and among how many


def agreed(choices: Sequence[Value], span: Span, why: Value, depth: int = 0) -> Value:
    """One of several values of which it is unknown which: known is what all of them agree in, down to parts of them.

    `why` is what would decide.
    """
    first, *others = choices
    if all(same(first, other) for other in others):
        return first
    refers, sensitive = union(*(choice.refers for choice in choices)), is_sensitive((why, *choices))
    if depth < DEEPEST_CHOICE and not any(choice.open or choice.state is not KNOWN for choice in choices):
        parts = _common_parts(choices, span, why, depth)
        if parts is not None:
            return Value(KNOWN, parts, span, refers=refers, sensitive=sensitive)
    return Value(UNKNOWN, None, span, refers=refers, trail=way((why,)), sensitive=sensitive)


def _common_parts(
    choices: Sequence[Value], span: Span, why: Value, depth: int
) -> dict[str, Value] | tuple[Value, ...] | None:
    """What objects of the same attributes, or lists of the same length, agree in; None for all others."""
    data = choices[0].data
    if isinstance(data, tuple):
        every = [tuple(map(choice.part, choice.data)) for choice in choices if isinstance(choice.data, tuple)]
        if len(every) < len(choices) or any(len(items) != len(data) for items in every):
            return None
        return tuple(_placeless(agreed(alike, span, why, depth + 1)) for alike in zip(*every, strict=True))
    if type(data) is not dict or any(type(it.data) is not dict or it.data.keys() != data.keys() for it in choices):
        return None
    return {key: _placeless(agreed([it.entry(key) for it in choices], span, why, depth + 1)) for key in data}


def _placeless(value: Value) -> Value:
    """Nothing is changed by an edit of one choice among several."""
    return value.but(site=None)


def _all(verdicts: Iterable[bool | None], open: bool) -> bool | None:
    seen = list(verdicts)
    if False in seen:
        return False
    return None if open or None in seen else True


def _logical(sign: str, left: Value, right: Value, span: Span) -> Value:
    decisive = sign == "||"
    refers = union(left.refers, right.refers)
    flags = [side.flag if side.state is KNOWN else None for side in (left, right)]
    if any(side.state is not UNKNOWN and flag is None for side, flag in zip((left, right), flags, strict=True)):
        return failed(span)
    if decisive in flags:
        return Value(KNOWN, decisive, span, refers=refers)
    if None not in flags:
        return Value(KNOWN, not decisive, span, refers=refers)
    return unknown(span, left, right)


def _arithmetic(sign: str, a: Number, b: Number) -> Number | None:
    try:
        if isinstance(a, int) and isinstance(b, int):
            if sign in _ARITHMETIC:
                return _ARITHMETIC[sign](a, b)
            if sign == "%":
                return _remainder(a, b)
            if b and a % b == 0:
                return a // b
        return _decimal(sign, a, b)
    except (ZeroDivisionError, ArithmeticError):
        return None


def _decimal(sign: str, a: Number, b: Number) -> Number:
    """Fractions are reckoned as decimals: to Terraform 1.1 * 3 is 3.3."""
    from decimal import Decimal

    x, y = Decimal(repr(a)), Decimal(repr(b))
    if sign == "/":
        result = x / y
    elif sign == "%":
        result = x % y if y else x  # like Go's: the sign of the dividend
    else:
        result = {"+": x + y, "-": x - y, "*": x * y}[sign]
    return int(result) if result == result.to_integral_value() else float(result)


def _remainder(a: int, b: int) -> int:
    """Go's remainder: the sign of the dividend. To Terraform `x % 0` is x."""
    if not b:
        return a
    rest = abs(a) % abs(b)
    return rest if a >= 0 else -rest


def _not(flag: bool | None) -> bool | None:
    return None if flag is None else not flag


def _negative(number: Number | None) -> Number | None:
    return None if number is None else -number
