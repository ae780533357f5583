"""How long a matcher that backtracks may take: upper bounds, before it is let loose on a text.

A matcher that tries every way through a pattern is lost where ways multiply. Most patterns leave it no choice:
`(/[^/]+)+$` can be cut up in one way only, as no `/` is a `[^/]`. `steps` sees that, for texts of ASCII.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .regexsyntax import Node, Pattern

_ASCII = [chr(code) for code in range(128)]
_END = ""  # what comes behind the last letter
_ANYTHING = frozenset((*_ASCII, _END))

Letters = frozenset[str]


def ways(node: Node, length: int) -> float:
    """An upper bound of the ways in which a tree can be matched from one place of a text of `length` letters."""
    if node.kind in ("set", "edge"):
        return 1.0
    inner = [ways(item, length) for item in node.items]
    if node.kind == "choice":
        return sum(inner)
    if node.kind == "repeat":
        most = _most(node, length)
        if inner[0] > 1:
            return _power(inner[0], most)
        return most - node.low + 1.0
    product = 1.0
    for item in inner:
        product *= item
    return product


def steps(pattern: Pattern, length: int) -> float:
    """An upper bound of the tests of a letter that all matches in an ASCII text of `length` letters take.

    From each place of the text, each way that can be gone on with may try all that is in the pattern at each letter.
    """
    root, places = pattern.root, length + 1
    return _open_ways(root, _ANYTHING, places) * _size(root) * places**2


def _open_ways(node: Node, after: Letters, places: int) -> float:
    """As `ways`, but only those are counted behind which a letter of `after` comes: the others end at once.

    `places` are those of the text: a round of a repetition may be begun behind the last letter, too.
    """
    if node.kind in ("set", "edge"):
        return 1.0
    if node.kind == "choice":
        return sum(_open_ways(item, after, places) for item in node.items)
    if node.kind == "repeat":
        return _open_rounds(node, after, places)
    product = 1.0
    for item in reversed(node.items):
        product *= _open_ways(item, after, places)
        after = _first(item, after)
    return product


def _open_rounds(node: Node, after: Letters, places: int) -> float:
    inner, most = node.items[0], _most(node, places)
    again = _first(inner, after)
    each = _open_ways(inner, again | after if most > 1 else after, places)
    if each > 1:
        return sum(_power(each, rounds) for rounds in range(node.low, most + 1)) if most < 20 else float("inf")
    return 1.0 if again.isdisjoint(after) else most - node.low + 1.0


def _first(node: Node, after: Letters) -> Letters:
    """The letters with which a match of the tree, and of what comes behind it, can begin."""
    if node.kind == "set":
        return _letters(node.text)
    if node.kind == "edge":
        return frozenset((_END,)) if node.text == r"\Z" else after
    if node.kind == "choice":
        return frozenset[str]().union(*(_first(item, after) for item in node.items))
    if node.kind == "repeat":
        begun = _first(node.items[0], after)
        return begun if node.low else begun | after
    for item in reversed(node.items):
        after = _first(item, after)
    return after


@lru_cache(maxsize=1024)
def _letters(source: str) -> Letters:
    """The letters of ASCII that a set holds."""
    return frozenset(filter(re.compile(source).match, _ASCII))


def _most(node: Node, length: int) -> int:
    """How many rounds a repetition goes at most: one that takes no letter is the last."""
    return max(length if node.high is None else min(node.high, length), node.low)


def _power(each: float, rounds: int) -> float:
    return each**rounds if rounds < 20 else float("inf")


def _size(node: Node) -> float:
    """How many tests a tree may take at one letter."""
    if not node.items:
        return 1.0
    inner = sum(map(_size, node.items))
    return 1 + inner * max(node.low, 1) if node.kind == "repeat" else inner
