"""The tree of a Dockerfile: instructions with exact ranges. All offsets are code points of the document's text.

An instruction may go over several lines, with comments between them. `Joined` is its text as Docker reads it, and knows
where in the document each character stands.
"""

from __future__ import annotations

from bisect import bisect_right

from ...typed import NamedTuple


class Joined:
    """Text put together from stretches of the document: a logical line, the body of a here-document."""

    __slots__ = ("_at", "_source", "end", "text")

    def __init__(self, stretches: list[tuple[int, str]], end: int) -> None:
        self._at: list[int] = []
        self._source: list[int] = []
        length = 0
        for start, text in stretches:
            if text or not self._at:
                self._at.append(length)
                self._source.append(start)
                length += len(text)
        self.text = "".join(text for _, text in stretches)
        self.end = end  # where the text ends in the document

    def source(self, offset: int) -> int:
        """Where in the document the character at `offset` stands."""
        if offset >= len(self.text) or not self._at:
            return self.end
        index = bisect_right(self._at, offset) - 1
        return self._source[index] + offset - self._at[index]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the document from the first to the last character of a stretch of the text."""
        if start >= end:
            at = self.source(start)
            return at, at
        return self.source(start), self.source(end - 1) + 1


class Word(NamedTuple):
    """A word as it is written, quotes included: `text` is raw, `start` and `end` count in the joined text."""

    start: int
    end: int
    text: str


class Flag(NamedTuple):
    """`--name=value` in front of an instruction's arguments; `value` is None for `--link`."""

    name: str
    value: Word | None
    start: int
    end: int


class Heredoc(NamedTuple):
    """A here-document: its name, whether variables in it are expanded, and where its body stands in the document."""

    name: str
    expand: bool
    start: int
    end: int


class Element(NamedTuple):
    """One string of a JSON array; `start` and `end` count in the joined text and include the quotes."""

    start: int
    end: int
    text: str


class Instruction:
    """One instruction.

    keyword   in upper case; as written it stands at `start`
    start     where the keyword begins in the document
    head_end  where the logical line ends, `end` where the last here-document ends, line ends not included
    body      the joined line; `at` is where the arguments behind keyword and flags begin in it
    exec      the strings of a JSON array, None where the arguments are no such array
    inner     the instruction that ONBUILD holds
    broken    it could not be read: what is known of it may not be all
    """

    __slots__ = ("at", "body", "broken", "end", "exec", "flags", "head_end", "heredocs", "inner", "keyword", "start")

    def __init__(self, keyword: str, start: int, body: Joined, at: int) -> None:
        self.keyword = keyword
        self.start = start
        self.head_end = self.end = body.end
        self.body = body
        self.at = at
        self.flags: tuple[Flag, ...] = ()
        self.exec: tuple[Element, ...] | None = None
        self.heredocs: tuple[Heredoc, ...] = ()
        self.inner: Instruction | None = None
        self.broken = False

    @property
    def arguments(self) -> str:
        """The text behind keyword and flags."""
        return self.body.text[self.at :]


class Problem(NamedTuple):
    """What could not be read, and where."""

    start: int
    end: int
    message: str


class Tree(NamedTuple):
    """A parsed Dockerfile; `escape` is the character that continues lines, `comments` are (start, end) pairs."""

    instructions: tuple[Instruction, ...]
    comments: tuple[tuple[int, int], ...]
    problems: tuple[Problem, ...]
    escape: str
