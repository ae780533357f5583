"""Numbers and booleans as Terraform writes them into strings, and back."""

from __future__ import annotations

from ...patterns import pattern

_DECIMAL = pattern(r"([+-]?)([0-9]*)\.?([0-9]*)(?:[eE]([+-]?[0-9]{1,3}))?\Z")


def text_of(data: str | int | float | bool) -> str:
    """A scalar as Terraform writes it into a string: `true`, `22`, `1.5`, never an exponent."""
    if isinstance(data, str):
        return data
    if isinstance(data, bool):
        return "true" if data else "false"
    if isinstance(data, int):
        return str(data)
    text = repr(data)
    if text.endswith(".0"):
        return text[:-2]
    if "e" not in text:
        return text
    mantissa, _, exponent = text.partition("e")
    before, _, after = mantissa.lstrip("-").partition(".")
    point = len(before) + int(exponent)
    digits = before + after
    digits = "0" * (1 - point) + digits + "0" * (point - len(digits))
    point = max(point, 1)
    return ("-" if data < 0 else "") + digits[:point] + ("." + digits[point:] if digits[point:] else "")


def parse_number(text: str) -> int | float | None:
    """The number that a string spells (decimal, perhaps with an exponent), None where it spells none."""
    match = _DECIMAL.match(text) if len(text) <= 1000 else None
    if match is None or not (match[2] or match[3]):
        return None
    sign, before, after, exponent = match.groups()
    after = after.rstrip("0")
    power = int(exponent or 0) - len(after)
    if power >= 0:
        found: int = int(sign + before + after) * 10**power
        return found
    number = float(text)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number
