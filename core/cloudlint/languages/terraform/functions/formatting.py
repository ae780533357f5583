"""`format` and `formatlist`: verbs as in Go's fmt package, as far as Terraform knows them."""

from __future__ import annotations

from collections.abc import Mapping

from ....patterns import pattern
from ....resource import ABSENT, KNOWN, UNKNOWN, Plain, Value
from ....typed import NamedTuple
from ..distinct import whole
from ..types import ANY, BOOL, NUMBER, STRING, convert
from .calling import LONGEST, Call, Failure, Undecided, shaped
from .collections import listed, vague
from .jsontext import compact_json, quote
from .numbers import Number, integer, number

_VERB = pattern(
    r"%(?:%|(?P<flags>[-+ 0#]*)(?P<width>[0-9]*)(?:\.(?P<precision>[0-9]*))?(?:\[(?P<at>[0-9]+)\])?(?P<verb>[A-Za-z]))"
)


class _Verb(NamedTuple):
    """One `%` sequence: which argument (from 0), and how it is written."""

    letter: str
    flags: str
    width: int
    precision: int | None
    argument: int


def _parse(text: str) -> list[str | _Verb]:
    """Literal text and verbs in order. Raises Failure for a sequence that Terraform does not know."""
    found: list[str | _Verb] = []
    at = 0
    following = 0
    while True:
        percent = text.find("%", at)
        if percent < 0:
            break
        match = _VERB.match(text, percent)
        if match is None or (match["verb"] and match["verb"] not in "vtbdoxXeEfgGsq"):
            raise Failure
        if percent > at:
            found.append(text[at:percent])
        at = match.end()
        if match["verb"] is None:
            found.append("%")
            continue
        argument = int(match["at"]) - 1 if match["at"] else following
        following = argument + 1
        width = int(match["width"] or 0)
        precision = None if match["precision"] is None else int(match["precision"] or 0)
        if width > LONGEST or (precision or 0) > 4096:
            raise Undecided
        found.append(_Verb(match["verb"], match["flags"], width, precision, argument))
    if at < len(text):
        found.append(text[at:])
    return found


@shaped(STRING, rest=ANY, nulls=True)
def format_(call: Call, template: Value, *arguments: Value) -> Value:
    if template.state is UNKNOWN:
        return call.unknown()
    parts = _parse(str(template.data))
    _check_count(parts, len(arguments))
    return _formatted(call, parts, template, arguments)


def _formatted(call: Call, parts: list[str | _Verb], template: Value, arguments: tuple[Value, ...]) -> Value:
    pieces = [_piece(call, template, part, arguments) for part in parts]
    if all(piece.state is KNOWN for piece in pieces):
        return call.computed("".join(str(piece.data) for piece in pieces))
    return call.unknown(pieces=tuple(pieces))


@shaped(STRING, rest=ANY, nulls=True)
def formatlist(call: Call, template: Value, *arguments: Value) -> Value:
    """Lists are walked in step, everything else is the same for each."""
    lists = [value for value in arguments if value.state is KNOWN and isinstance(value.data, tuple)]
    if template.state is UNKNOWN or any(map(vague, arguments)):
        return call.unknown()
    if len({len(listed(value)) for value in lists}) > 1:
        raise Failure
    rows = len(listed(lists[0])) if lists else 1
    parts = _parse(str(template.data))
    if rows:
        _check_count(parts, len(arguments))
    results = []
    for row in range(rows):
        inner = tuple(value.part(value.data[row]) if isinstance(value.data, tuple) else value for value in arguments)
        if any(item.state is ABSENT for item in inner):
            raise Failure
        results.append(_formatted(call._replace(arguments=(template, *inner)), parts, template, inner))
    return call.collected(results)


def _check_count(parts: list[str | _Verb], given: int) -> None:
    """All arguments must be used, and all that are used given."""
    used = [part.argument for part in parts if isinstance(part, _Verb)]
    if given != max(used, default=-1) + 1 or any(argument < 0 for argument in used):
        raise Failure


def _piece(call: Call, template: Value, part: str | _Verb, arguments: tuple[Value, ...]) -> Value:
    """One part of the result: known text, or an argument that is not known."""
    if isinstance(part, str):
        return Value(KNOWN, part, template.span)
    argument = arguments[part.argument]
    if not whole(argument) or argument.state is ABSENT:
        plain = part.letter in "sv" and not part.flags and not part.width and part.precision is None
        return argument if plain and argument.state is UNKNOWN else call.unknown()
    return Value(KNOWN, _written(part, argument), argument.span, refers=argument.refers, trail=argument.trail)


def _written(verb: _Verb, argument: Value) -> str:
    data = argument.data
    letter = verb.letter
    if letter == "v":
        if isinstance(data, str):
            letter = "q" if "#" in verb.flags else "s"
        elif isinstance(data, (bool, tuple, Mapping)) or "#" in verb.flags:
            return _padded(verb, compact_json(argument))
        else:
            letter, verb = "g", verb._replace(precision=None, flags=verb.flags.replace("+", "").replace(" ", ""))
    if letter in "sq":
        text = _plain(convert(argument, STRING))
        if letter == "q":
            return _padded(verb, quote(str(text)))
        return _padded(verb, str(text)[: verb.precision])
    if letter == "t":
        return "true" if _plain(convert(argument, BOOL)) else "false"
    return _number(verb, letter, number(_plain(convert(argument, NUMBER))))


def _plain(value: Value) -> Plain:
    """What a converted argument holds. Raises Failure where it could not be converted."""
    if value.state is not KNOWN:
        raise Failure
    return value.known


def _padded(verb: _Verb, text: str) -> str:
    missing = " " * (verb.width - len(text))
    if "-" in verb.flags:
        return text + missing
    return (missing.replace(" ", "0") if "0" in verb.flags else missing) + text


def _number(verb: _Verb, letter: str, value: Number) -> str:
    if letter in "dboxX":
        digits = format(abs(integer(value)), letter).rjust(verb.precision or 0, "0")
        if "#" in verb.flags:
            digits = {"b": "0b", "o": "0", "x": "0x", "X": "0X", "d": ""}[letter] + digits
    else:
        digits = _decimal(letter.lower(), abs(value), verb.precision)
    sign = "-" if value < 0 else "+" if "+" in verb.flags else " " if " " in verb.flags else ""
    if "0" in verb.flags and "-" not in verb.flags:
        digits = digits.rjust(verb.width - len(sign), "0")
    return _padded(verb, sign + (digits.upper() if letter.isupper() else digits))


def _decimal(letter: str, value: Number, precision: int | None) -> str:
    """A number from zero up in one of the notations `e`, `f` and `g`, rounded as a decimal."""
    from decimal import Decimal

    exact = Decimal(repr(value))
    if letter == "f":
        return f"{exact:.{6 if precision is None else precision}f}"
    if letter == "e":
        return _exponent(f"{exact:.{6 if precision is None else precision}e}")
    if precision is not None:
        exact = Decimal(f"{exact:.{max(precision, 1) - 1}e}")
    exact = exact.normalize()
    digits = len(exact.as_tuple().digits)
    # With all its digits asked for, Go turns to the exponent from a million on.
    limit = 6 if precision is None else max(precision, 1)
    if precision is not None and limit > digits > exact.adjusted():
        limit = digits
    if exact and not -4 <= exact.adjusted() < limit:
        return _exponent(f"{exact:.{digits - 1}e}")
    return f"{exact:f}"


def _exponent(text: str) -> str:
    """An exponent has two digits at least."""
    digits, _, exponent = text.partition("e")
    return f"{digits}e{exponent[0]}{exponent[1:].rjust(2, '0')}"
