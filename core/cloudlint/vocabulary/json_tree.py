"""JSON with places: every node of the text becomes a Value that knows where it stands and how to edit itself.

Regex-driven, because plan files have megabytes. As strict as RFC 8259; `null` is an absent value; of a key given twice
the last counts. Text that was put together from parts may have holes: characters that stand for another value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model import Span
from ..patterns import pattern
from ..resource import ABSENT, KNOWN, UNKNOWN, Resource, Scalar, Site, Value
from ..typed import TYPE_CHECKING, NoReturn, Protocol
from .pieced_text import HOLE

if TYPE_CHECKING:
    import re

MAX_DEPTH = 200

_CHARACTERS = r'[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*'
_SPACE = pattern(r"[ \t\n\r]*")
_KEY = pattern(rf'"({_CHARACTERS})"[ \t\n\r]*:[ \t\n\r]*')
_SCALAR = pattern(rf'"({_CHARACTERS})"|(-?(?:0|[1-9][0-9]*))((?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|true|false|null')
_NEXT = pattern(r"[ \t\n\r]*([,\]}])[ \t\n\r]*")
_ESCAPE = pattern(r"\\u([dD][89abAB]..)\\u([dD][c-fC-F]..)|\\u(....)|\\(.)")
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


class JsonError(ValueError):
    """The text is no JSON: one sentence without a period, and the offset where it stops being it."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


class Layout(Protocol):
    """Where the offsets of a JSON text are in documents, and how to edit there.

    `lenient` lets a comma stand before a closing bracket: for text that people write inside of other languages.
    """

    text: str
    lenient: bool
    holes: Mapping[int, Value]

    def span(self, start: int, end: int) -> Span | None:
        """The narrowest place known for a stretch of the text."""

    def site(self, start: int, end: int, member: int, name: str) -> Site | None:
        """The site of a node; `member` is where its key begins (its own start where it has none)."""

    def fill(self, hole: Value) -> Value:
        """What stands in a hole outside of quotes, as structure."""


def parse_layout(layout: Layout, *, name: str = "", owner: Resource | None = None) -> Value:
    """The one JSON value that the layout's text is. Raises JsonError."""
    return _Parser(layout, owner).document(name)


class _Parser:
    """One run over one text; `at` is the offset behind what was read last."""

    __slots__ = ("at", "holes", "layout", "lenient", "owner", "site", "span", "text")

    def __init__(self, layout: Layout, owner: Resource | None) -> None:
        self.layout = layout
        self.text = layout.text
        self.lenient = layout.lenient
        self.holes = layout.holes
        self.span = layout.span
        self.site = layout.site
        self.owner = owner
        self.at = 0

    def document(self, name: str) -> Value:
        start = self.skip(0)
        root = self.value(start, start, name, 0)
        end = self.skip(self.at)
        if end < len(self.text):
            raise JsonError("there is more text after the JSON value", end)
        return root

    def skip(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def value(self, start: int, member: int, name: str, depth: int) -> Value:
        first = self.text[start : start + 1]
        if first == "{":
            return self.object(start, member, name, depth)
        if first == "[":
            return self.array(start, member, name, depth)
        found = _SCALAR.match(self.text, start)
        if found is None:
            if start in self.holes:
                return self.hole(start, name)
            self.fail(start)
        end = self.at = found.end()
        kind = found.lastindex
        data: Scalar | None
        if kind == 1:
            text = found[1]
            if self.holes and HOLE in text:
                return self.template(start, end, member, name)
            data = unescape(text) if "\\" in text else text
        elif kind is None:
            data = _WORDS[found[0]]
        else:
            data = self.number(found[2], found[3], start)
        state = ABSENT if data is None else KNOWN
        site = self.site(start, end, member, name)
        return Value(state, data, self.span(start, end), site=site, name=name, owner=self.owner)

    def object(self, start: int, member: int, name: str, depth: int) -> Value:
        if depth > MAX_DEPTH:
            raise JsonError("the JSON is nested too deeply", start)
        entries: dict[str, Value] = {}
        partial = False
        gaps: list[Value] = []
        at = self.first("}", start, gaps)
        while at >= 0:
            found = _KEY.match(self.text, at)
            if found is None:
                self.fail(at, "a key in quotes and a colon are expected")
            key: str | None = found[1]
            if self.holes and HOLE in found[1]:
                key = self.template(at, found.end(1) + 1, at, name).text
            elif "\\" in found[1]:
                key = unescape(found[1])
            value = self.value(found.end(), at, key or "", depth + 1)
            if key is None:
                partial = True
            else:
                entries[key] = value
            at = self.separator("}", gaps)
        made = Value(KNOWN, entries, self.span(start, self.at), open=partial, name=name, owner=self.owner)
        return self.placed(made, gaps, entries.values(), start, member)

    def array(self, start: int, member: int, name: str, depth: int) -> Value:
        if depth > MAX_DEPTH:
            raise JsonError("the JSON is nested too deeply", start)
        items: list[Value] = []
        gaps: list[Value] = []
        at = self.first("]", start, gaps)
        while at >= 0:
            items.append(self.value(at, at, name, depth + 1))
            at = self.separator("]", gaps)
        made = Value(KNOWN, tuple(items), self.span(start, self.at), name=name, owner=self.owner)
        return self.placed(made, gaps, items, start, member)

    def placed(self, made: Value, gaps: list[Value], inside: Iterable[Value], start: int, member: int) -> Value:
        """A list or an object with its site. Among elements with gaps no comma is sure: nothing is edited there."""
        if gaps:
            made.open, made.pieces = True, tuple(gaps)
            for item in inside:
                item.site = None
        else:
            made.site = self.site(start, self.at, member, made.name)
        return made

    def first(self, closer: str, start: int, gaps: list[Value]) -> int:
        """Where the first element begins behind an opening bracket; as `separator` where there is none."""
        at = self.past_gaps(self.skip(start + 1), gaps) if self.holes else self.skip(start + 1)
        if self.text[at : at + 1] == closer:
            self.at = at + 1
            return -1
        if gaps and self.text[at : at + 1] == ",":
            self.at = at
            return self.separator(closer, gaps)
        return at

    def separator(self, closer: str, gaps: list[Value]) -> int:
        """Past a comma: where the next element begins. Past the closing bracket: -1, and `at` is right behind it.

        What is unknown and stands where a comma would may be any number of elements, commas included: a gap.
        """
        found = _NEXT.match(self.text, self.at)
        if found is None and self.holes:
            before = len(gaps)
            self.at = self.past_gaps(self.skip(self.at), gaps)
            found = _NEXT.match(self.text, self.at)
            if found is None and len(gaps) > before and self.at < len(self.text):
                return self.at
        if found is None or (found[1] != "," and found[1] != closer):
            self.fail(self.skip(self.at), f"a comma or `{closer}` is expected")
        at = found.end()
        if found[1] == ",":
            if self.holes:
                at = self.past_gaps(at, gaps)
            if (self.lenient or gaps) and self.text[at : at + 1] == closer:
                self.at = at + 1
                return -1
            return at
        self.at = found.end(1)
        return -1

    def past_gaps(self, at: int, gaps: list[Value]) -> int:
        """Behind the gaps that stand at an offset, and the space around them."""
        while at in self.holes and self.is_gap(at):
            gaps.append(self.holes[at])
            at = self.skip(at + 1)
        return at

    def is_gap(self, at: int) -> bool:
        """Is a hole no element by itself? One that is lies between commas and brackets."""
        if self.holes[at].state is not UNKNOWN:
            return False
        before, after = at - 1, self.skip(at + 1)
        while before > 0 and self.text[before] in " \t\n\r":
            before -= 1
        return not (self.text[before] in "[," and self.text[after : after + 1] in (",", "]"))

    def number(self, whole: str, rest: str, at: int) -> int | float:
        try:
            return float(whole + rest) if rest else int(whole)
        except ValueError:  # Python refuses to read integers of thousands of digits
            raise JsonError("the number is too long", at) from None

    def hole(self, start: int, name: str) -> Value:
        self.at = start + 1
        inside = self.layout.fill(self.holes[start])
        return inside.but(name=name, owner=self.owner, span=inside.span or self.span(start, start + 1))

    def template(self, start: int, end: int, member: int, name: str) -> Value:
        """A string with holes: known where all of them are, else unknown with its pieces."""
        pieces: list[Value] = []
        at = start + 1
        for hole in [index for index in range(start, end) if index in self.holes]:
            self.literal(at, hole, pieces)
            pieces.append(self.holes[hole])
            at = hole + 1
        self.literal(at, end - 1, pieces)
        texts = [_text(piece) for piece in pieces]
        known = [text for text in texts if text is not None]
        whole = "".join(known) if len(known) == len(texts) else None
        value = Value(UNKNOWN if whole is None else KNOWN, whole, self.span(start, end), name=name, owner=self.owner)
        value.pieces = tuple(pieces)
        value.refers = tuple(dict.fromkeys(target for piece in pieces for target in piece.refers))
        value.site = self.site(start, end, member, name)
        if len(pieces) == 1:  # `"${var.x}"`: decided where the variable is
            value.trail = pieces[0].trail
            value.site = pieces[0].site if value.trail else value.site
        return value

    def literal(self, start: int, end: int, pieces: list[Value]) -> None:
        if end > start:
            text = self.text[start:end]
            pieces.append(Value(KNOWN, unescape(text) if "\\" in text else text, self.span(start, end)))

    def fail(self, at: int, message: str = "a JSON value is expected") -> NoReturn:
        raise JsonError(message if at < len(self.text) else "the JSON ends too early", at)


def unescape(text: str) -> str:
    """The characters that the inside of a JSON string stands for; surrogate pairs become one character."""

    def character(found: re.Match[str]) -> str:
        high, low, code, letter = found.groups()
        if high:
            return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
        return chr(int(code, 16)) if code else _LETTERS.get(letter, letter)

    return _ESCAPE.sub(character, text)


def _text(piece: Value) -> str | None:
    """A piece's text without noting a read: nobody has asked for the string yet."""
    return piece.text if piece.state is KNOWN and not isinstance(piece.data, (tuple, Mapping)) else None
