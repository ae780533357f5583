"""`format` and `formatlist`: verbs as in Go's fmt package, as far as Terraform knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ....resource import ABSENT, KNOWN, UNKNOWN, Value
from ..types import ANY, BOOL, NUMBER, STRING, convert, text_of, whole
from .calling import LONGEST, Call, Failure, Undecided, shaped
from .collections import vague
from .numbers import Number, integer, number

_VERB = re.compile(r"%(?:%|(?P<flags>[-+ 0#]*)(?P<width>[0-9]*)(?:\.(?P<precision>[0-9]*))?(?:\[(?P<at>[0-9]+)\])?(?P<verb>[A-Za-z]))")


class _Verb(NamedTuple):
    """One `%` sequence: which argument (from 0) and how it is written. `letter` is `%` for a literal percent sign."""

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
    if len({len(value.items()) for value in lists}) > 1:
        raise Failure
    rows = len(lists[0].items()) if lists else 1
    parts = _parse(str(template.data))
    if rows:
        _check_count(parts, len(arguments))
    results = []
    for row in range(rows):
        inner = tuple(value.items()[row] if isinstance(value.data, tuple) else value for value in arguments)
        results.append(format_.shaped(call._replace(arguments=(template, *inner)), template, *inner))  # type: ignore
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
    if verb.letter == "v":
        if isinstance(argument.data, str) and "#" not in verb.flags:
            verb = verb._replace(letter="s")
        elif isinstance(argument.data, bool) and "#" not in verb.flags:
            verb = verb._replace(letter="t")
        elif isinstance(argument.data, (int, float)) and "#" not in verb.flags:
            verb = verb._replace(letter="g")
    if verb.letter in "sqv":
        return _padded(verb, _text(verb, argument))
    if verb.letter == "t":
        return _padded(verb, "true" if convert(argument, BOOL).flag_or_failure() else "false")
    return _number(verb, number(convert(argument, NUMBER).known))
