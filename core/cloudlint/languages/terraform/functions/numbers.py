"""Functions of numbers. Decimal fractions are added as decimals: to Terraform 0.1 + 0.2 is 0.3."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ....resource import UNKNOWN, Plain, Value
from ....typed import TYPE_CHECKING
from ..scalars import parse_number
from ..types import ANY, NUMBER
from .calling import Call, Failure, Undecided, plain, shaped

if TYPE_CHECKING:
    from ....typed import TypeAlias

Number: TypeAlias = "int | float"


def number(data: Plain) -> Number:
    """Plain data as a number, as Terraform converts it. Raises Failure for anything else."""
    if isinstance(data, str):
        data = parse_number(data)
    if isinstance(data, (int, float)) and not isinstance(data, bool):
        return data
    raise Failure


def integer(data: Plain) -> int:
    """Plain data as a whole number. Raises Failure where it is none."""
    found = number(data)
    if isinstance(found, float) and not found.is_integer():
        raise Failure
    return int(found)


def add(numbers: Iterable[Number]) -> Number:
    """The sum, decimal fractions added as decimals. Raises Failure for no numbers at all."""
    found = list(numbers)
    if not found:
        raise Failure
    if all(isinstance(item, int) for item in found):
        return sum(found)
    from decimal import Decimal

    total = sum((Decimal(repr(item)) for item in found), Decimal())
    return int(total) if total == total.to_integral_value() else float(total)


@plain(NUMBER)
def abs_(value: Number) -> Plain:
    return abs(value)


@plain(NUMBER)
def ceil(value: Number) -> Plain:
    return math.ceil(value)


@plain(NUMBER)
def floor(value: Number) -> Plain:
    return math.floor(value)


@plain(NUMBER)
def signum(value: Number) -> Plain:
    integer(value)
    return (value > 0) - (value < 0)


@plain(NUMBER, NUMBER)
def log(value: Number, base: Number) -> Plain:
    if value <= 0 or base < 0 or base == 1:
        raise Failure
    if base == 0:
        return 0
    return math.log(value) / math.log(base)


@plain(NUMBER, NUMBER)
def pow_(value: Number, power: Number) -> Plain:
    if isinstance(value, int) and isinstance(power, int) and 0 <= power <= 1000 and abs(value) < 1 << 64:
        found = value**power
        # Beyond this Terraform, which computes in floating point here, gives another number.
        return found if abs(found) < 1 << 53 else float(found)
    try:
        return math.pow(value, power)
    except (ValueError, OverflowError):
        raise Failure from None


@plain(rest=NUMBER)
def max_(*values: Number) -> Plain:
    if not values:
        raise Failure
    return max(values)


@plain(rest=NUMBER)
def min_(*values: Number) -> Plain:
    if not values:
        raise Failure
    return min(values)


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


@shaped(ANY, NUMBER)
def parseint(call: Call, value: Value, base: Value) -> Value:
    if UNKNOWN in (value.state, base.state):
        return call.unknown()
    radix = integer(base.number)
    if not isinstance(value.data, str) or not 2 <= radix <= 62:
        raise Failure
    return call.computed(_parse_digits(value.data, radix))


def _parse_digits(text: str, base: int) -> int:
    if len(text) > 4096:
        raise Undecided
    digits = text[1:] if text[:1] in ("+", "-") else text
    digits = digits.lower() if base <= 36 else digits
    found = 0
    for digit in digits:
        place = _DIGITS.find(digit)
        if not 0 <= place < base:
            raise Failure
        found = found * base + place
    if not digits:
        raise Failure
    return -found if text[0] == "-" else found
