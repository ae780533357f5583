"""Patterns with stars, matched in time that grows with pattern times text: none can make us try all ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def covers(pattern: str, text: str) -> bool:
    """Is `text` as the pattern has it: `*` for any characters, `?` for one, everything else for itself?

    A star takes as little as will do, and only the last one is ever asked to take more: what those before it left lies
    as far ahead as it can.
    """
    if pattern == "*":
        return True
    at = here = taken = 0
    star = -1
    while here < len(text):
        if pattern[at : at + 1] == "*":
            star, taken = at, here
            at += 1
        elif pattern[at : at + 1] in ("?", text[here]):
            at += 1
            here += 1
        elif star >= 0:
            taken += 1
            at, here = star + 1, taken
        else:
            return False
    return not pattern[at:].strip("*")


def covered(pattern: str, texts: Iterable[str]) -> Iterator[str]:
    """The texts that a pattern covers. Most of many differ from it before its first star."""
    beginning = pattern.partition("*")[0].partition("?")[0]
    rest = pattern[len(beginning) :]
    yield from (text for text in texts if text.startswith(beginning) and covers(rest, text[len(beginning) :]))
