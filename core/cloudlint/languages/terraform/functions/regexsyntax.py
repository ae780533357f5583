"""RE2's syntax for regular expressions, read into a small tree.

Flags are resolved here, so that every node says by itself what it matches: a `set` node holds a Python pattern for one
character, an `edge` node one for a place between characters. See https://github.com/google/re2/wiki/Syntax
"""

from __future__ import annotations

import re
from functools import lru_cache

from ....patterns import pattern
from ....typed import NamedTuple
from .calling import Failure, Undecided


class Node(NamedTuple):
    """A part of a pattern.

    kind    `set` or `edge` (with `text`), `group`, `sequence`, `choice`, or `repeat`
    low     how often at least, `high` how often at most (None: no end)
    number  of a group that captures, from 1; 0 for one that does not
    """

    kind: str
    text: str = ""
    items: tuple[Node, ...] = ()
    low: int = 0
    high: int | None = None
    greedy: bool = True
    number: int = 0


class Pattern(NamedTuple):
    """A read pattern and the names of its groups, in order; empty for one without a name."""

    root: Node
    names: tuple[str, ...]


_PERL = {"d": "0-9", "w": "0-9A-Za-z_", "s": "\\t\\n\\f\\r "}
_POSIX = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "ascii": "\\x00-\\x7f",
    "blank": "\\t ",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": "\\t\\n\\v\\f\\r ",
    "upper": "A-Z",
    "word": "0-9A-Za-z_",
    "xdigit": "0-9A-Fa-f",
}
_EDGES = {"A": r"\A", "z": r"\Z", "b": r"(?a:\b)", "B": r"(?a:\B)"}
_CONTROLS = {"a": "\a", "f": "\f", "t": "\t", "n": "\n", "r": "\r", "v": "\v"}
_REPEAT = pattern(r"\{([0-9]+)(,([0-9]*))?\}")
_GROUP = pattern(r"\(\?(?:P?<([A-Za-z0-9_]+)>|([imsU]*(?:-[imsU]+)?)([:)]))")
_HEX = pattern(r"x(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{2}))")
_CLASS = pattern(r"\[:(\^?)([a-z]+):\]")
_PROPERTY = pattern(r"[pP](?:\{(\^?)([A-Za-z_]+)\}|([A-Z]))")
_DEEPEST = 100


@lru_cache(maxsize=256)
def parse(pattern: str) -> Pattern:
    """The tree of a pattern. Raises Failure where RE2 refuses it, Undecided for the corners that are not read here."""
    reader = _Reader(pattern)
    root = reader.choice("", 0)
    if reader.at < len(pattern):
        raise Failure
    return Pattern(root, tuple(reader.names))


class _Reader:
    """A recursive descent over one pattern; `flags` is a string of the letters that are on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.names: list[str] = []

    def choice(self, flags: str, depth: int) -> Node:
        """Alternatives, to the end of the group. A flag that is set in one holds on in the next."""
        if depth > _DEEPEST:
            raise Undecided
        branches: list[Node] = []
        items: list[Node] = []
        while self.at < len(self.text) and self.text[self.at] != ")":
            if self.text[self.at] == "|":
                self.at += 1
                branches.append(Node("sequence", items=tuple(items)))
                items = []
                continue
            opened = _GROUP.match(self.text, self.at)
            if opened is not None and opened[3] == ")":
                self.at = opened.end()
                flags = _switched(flags, opened[2])
            elif self.text.startswith(r"\Q", self.at):
                items += self._quoted(flags)
            else:
                items.append(self._repeated(self._atom(flags, depth), flags))
        branches.append(Node("sequence", items=tuple(items)))
        return branches[0] if len(branches) == 1 else Node("choice", items=tuple(branches))

    def _quoted(self, flags: str) -> list[Node]:
        end = self.text.find(r"\E", self.at)
        literal = self.text[self.at + 2 : end if end >= 0 else None]
        self.at = end + 2 if end >= 0 else len(self.text)
        return [_literal(letter, flags) for letter in literal]

    def _repeated(self, atom: Node, flags: str) -> Node:
        times = self._times()
        if times is None:
            return atom
        lazy = self.text.startswith("?", self.at)
        self.at += lazy
        if self._times() is not None:
            raise Failure
        return Node("repeat", items=(atom,), low=times[0], high=times[1], greedy=lazy == ("U" in flags))

    def _times(self) -> tuple[int, int | None] | None:
        """A repetition operator at this place, read; None where there is none."""
        simple: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        found = simple.get(self.text[self.at : self.at + 1])
        if found is not None:
            self.at += 1
            return found
        match = _REPEAT.match(self.text, self.at)
        if match is None:
            return None
        low = int(match[1])
        high = low if match[2] is None else int(match[3]) if match[3] else None
        if low > 1000 or (high is not None and (high > 1000 or high < low)):
            raise Failure
        self.at = match.end()
        return low, high

    def _atom(self, flags: str, depth: int) -> Node:
        letter = self.text[self.at]
        if letter == "(":
            return self._group(flags, depth)
        if letter == "[":
            return _set(self._bracket(), flags)
        if letter == "\\":
            return self._escape(flags)
        if letter in "*+?":
            raise Failure
        self.at += 1
        if letter == ".":
            return Node("set", r"[\s\S]" if "s" in flags else r"[^\n]")
        if letter == "^":
            return Node("edge", "(?m:^)" if "m" in flags else r"\A")
        if letter == "$":
            return Node("edge", "(?m:$)" if "m" in flags else r"\Z")
        return _literal(letter, flags)

    def _group(self, flags: str, depth: int) -> Node:
        number = 0
        if self.text.startswith("(?", self.at):
            opened = _GROUP.match(self.text, self.at)
            if opened is None:
                raise Failure
            self.at = opened.end()
            if opened[1]:
                self.names.append(opened[1])
                number = len(self.names)
            flags = _switched(flags, opened[2] or "")
        else:
            self.at += 1
            self.names.append("")
            number = len(self.names)
        inner = self.choice(flags, depth + 1)
        if not self.text.startswith(")", self.at):
            raise Failure
        self.at += 1
        return Node("group", items=(inner,), number=number)

    def _escape(self, flags: str) -> Node:
        letter = self.text[self.at + 1 : self.at + 2]
        if letter in _EDGES and letter:
            self.at += 2
            return Node("edge", _EDGES[letter])
        single, ranges = self._escaped()
        return _literal(single, flags) if single else _set(f"[{ranges}]", flags)

    def _escaped(self) -> tuple[str, str]:
        """A backslash and what it means: one character, or the ranges of several."""
        self.at += 1
        rest = self.text[self.at : self.at + 1]
        if rest and rest in "dwsDWS":
            self.at += 1
            ranges = _PERL[rest.lower()]
            return "", ranges if rest.islower() else _others(ranges)
        if rest in ("p", "P"):
            return "", self._property()
        if rest in _CONTROLS:
            self.at += 1
            return _CONTROLS[rest], ""
        match = _HEX.match(self.text, self.at) or re.compile(r"(0[0-7]{0,2}|[1-7][0-7]{1,2})").match(self.text, self.at)
        if match is not None:
            self.at = match.end()
            code = int(match[1], 8) if match[0][0] != "x" else int(match[1] or match[2], 16)
            if code > 0x10FFFF:
                raise Failure
            return chr(code), ""
        if not rest or rest.isalnum() or not rest.isascii():
            raise Failure
        self.at += 1
        return rest, ""

    def _property(self) -> str:
        match = _PROPERTY.match(self.text, self.at)
        if match is None:
            raise Failure
        negated = (match[0][0] == "P") != (match[1] == "^")
        self.at = match.end()
        from .unicodeclasses import ranges

        return ranges(match[2] or match[3], negated)

    def _bracket(self) -> str:
        """A `[...]` as one of Python's."""
        self.at += 1
        negated = self.text.startswith("^", self.at)
        self.at += negated
        parts: list[str] = []
        while not self.text.startswith("]", self.at) or not parts:
            if self.at >= len(self.text):
                raise Failure
            parts.append(self._bracket_item())
        self.at += 1
        return f"[{'^' if negated else ''}{''.join(parts)}]"

    def _bracket_item(self) -> str:
        posix = _CLASS.match(self.text, self.at)
        if posix is not None:
            self.at = posix.end()
            if posix[2] not in _POSIX:
                raise Failure
            return _others(_POSIX[posix[2]]) if posix[1] else _POSIX[posix[2]]
        low, ranges = self._bracket_letter()
        if ranges:
            return ranges
        if not self.text.startswith("-", self.at) or self.text[self.at + 1 : self.at + 2] in ("]", ""):
            return _escape_in_set(low)
        self.at += 1
        high, ranges = self._bracket_letter()
        if ranges or high < low:
            raise Failure
        return f"{_escape_in_set(low)}-{_escape_in_set(high)}"

    def _bracket_letter(self) -> tuple[str, str]:
        if self.text.startswith("\\", self.at):
            return self._escaped()
        if self.at >= len(self.text):
            raise Failure
        self.at += 1
        return self.text[self.at - 1], ""


def _switched(flags: str, change: str) -> str:
    """The flags after `(?i-s)`."""
    on, _, off = change.partition("-")
    return "".join(sorted((set(flags) | set(on)) - set(off)))


def _literal(letter: str, flags: str) -> Node:
    return _set(re.escape(letter), flags if letter.isalpha() else "")


def _set(text: str, flags: str) -> Node:
    return Node("set", f"(?i:{text})" if "i" in flags else text)


@lru_cache(maxsize=32)
def _others(ranges: str) -> str:
    """All characters that are not in ranges of ASCII."""
    inside = re.compile(f"[{ranges}]")
    rest = (f"\\x{code:02x}" for code in range(128) if not inside.match(chr(code)))
    return "".join(rest) + "\x80-\U0010ffff"


def _escape_in_set(letter: str) -> str:
    return "\\" + letter if letter in "\\]^-[&~|" else letter
