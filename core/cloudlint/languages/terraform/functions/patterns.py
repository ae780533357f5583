"""`regex`, `regexall` and the pattern form of `replace`."""

from __future__ import annotations

import re
from functools import lru_cache

from ....patterns import pattern
from ....resource import Plain
from ..types import STRING
from .calling import LONGEST, Failure, Undecided, plain
from .regexmachine import Places, matches
from .regexsyntax import Pattern, parse

_SHORT = 2000  # code points: a longer text is not kept
_REFERENCE = pattern(r"\$(?:(\$)|\{([0-9A-Za-z_]+)\}|([0-9A-Za-z_]+))")


@plain(STRING, STRING)
def regex(pattern: str, text: str) -> Plain:
    places = (_first if len(text) <= _SHORT else _first.__wrapped__)(pattern, text)
    if places is None:
        raise Failure
    return _result(_checked(pattern), places, text)


@lru_cache(maxsize=1024)
def _first(pattern: str, text: str) -> Places | None:
    """The places of the first match, remembered: the groups of one match are often asked for one by one."""
    return next(matches(_checked(pattern), text), None)


@plain(STRING, STRING)
def regexall(pattern: str, text: str) -> Plain:
    read = _checked(pattern)
    return [_result(read, places, text) for places in matches(read, text)]


def _checked(pattern: str) -> Pattern:
    """Either all groups have names or none has."""
    read = parse(pattern)
    if any(read.names) and not all(read.names):
        raise Failure
    return read


def _result(pattern: Pattern, places: Places, text: str) -> Plain:
    """The whole match where the pattern has no groups, or else a list or an object of what they matched."""
    if not pattern.names:
        return text[places[0] : places[1]]
    groups = [_group(places, number, text) for number in range(1, len(pattern.names) + 1)]
    if pattern.names[0]:
        return dict(sorted(zip(pattern.names, groups)))
    return [*groups]


def _group(places: Places, number: int, text: str) -> str | None:
    start, end = places[2 * number : 2 * number + 2]
    return text[start:end] if start >= 0 else None


def substitute(pattern: str, text: str, template: str) -> str:
    """Replace all matches; `$1`, `${name}` and `$$` in the template are expanded as Go does."""
    read = parse(pattern)
    found: list[str] = []
    at = size = 0
    for places in matches(read, text):
        expanded = _expanded(template, read, places, text)
        found += [text[at : places[0]], expanded]
        at = places[1]
        size += len(expanded)
        if size > LONGEST:
            raise Undecided
    return "".join(found) + text[at:]


def _expanded(template: str, pattern: Pattern, places: Places, text: str) -> str:
    def referred(match: re.Match[str]) -> str:
        name = match[2] or match[3]
        if match[1]:
            return "$"
        if name.isdigit():
            number = int(name) if len(name) < 6 else len(places)
        else:
            number = pattern.names.index(name) + 1 if name in pattern.names else len(places)
        return (_group(places, number, text) or "") if 2 * number < len(places) else ""

    return _REFERENCE.sub(referred, template) if "$" in template else template
