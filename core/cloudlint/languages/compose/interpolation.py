"""Variables in the texts of a Compose file: `$NAME`, `${NAME}`, `${NAME:-default}` and its relatives, `$$`.

What a variable is worth is known where a file of variables sets it or where a default decides. Compose would take an
unset one for an empty text; here it is unknown, for the shell of whoever starts the project may set it.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Change, Edit, Span
from ...patterns import pattern
from ...resource import KNOWN, UNKNOWN, Plain, Site, Step, Value
from ...typed import NamedTuple

MOST_DEFAULTS = 20  # in each other

_PLAIN_NAME = pattern(r"[A-Za-z_]\w*")
_BRACED = pattern(r"([A-Za-z_]\w*)(:?[-?+]|)")
_SIMPLE = pattern(r"[\w./-]+")
_QUOTES = ("'", '"')


class Part(NamedTuple):
    """A stretch of a text: literal where `name` is empty; `argument` stands behind the operator, from `at` on."""

    start: int
    end: int
    text: str = ""
    name: str = ""
    operator: str = ""
    argument: str = ""
    at: int = 0


def parts(text: str) -> list[Part] | None:
    """A text cut into literals and variables; None where a `$` means nothing, which Compose refuses."""
    found: list[Part] = []
    at = 0
    while at < len(text):
        sign = text.find("$", at)
        if sign < 0:
            sign = len(text)
        if sign > at:
            found.append(Part(at, sign, text[at:sign]))
        if sign == len(text):
            break
        part = _variable(text, sign)
        if part is None:
            return None
        found.append(part)
        at = part.end
    return found


def _variable(text: str, at: int) -> Part | None:
    """What a `$` at an offset begins."""
    if text.startswith("$$", at):
        return Part(at, at + 2, "$")
    if not text.startswith("${", at):
        name = _PLAIN_NAME.match(text, at + 1)
        return Part(at, name.end(), name=name[0]) if name else None
    head = _BRACED.match(text, at + 2)
    if head is None:
        return None
    depth, end = 1, head.end()
    while end < len(text):
        if text.startswith("${", end):
            depth += 1
        depth -= text[end] == "}"
        if not depth:
            argument = text[head.end() : end]
            return None if argument and not head[2] else Part(at, end + 1, "", head[1], head[2], argument, head.end())
        end += 1
    return None


def interpolated(value: Value, variables: Mapping[str, Value], depth: int = 0) -> Value:
    """A text with its variables written in; unknown, with its pieces, where not all are known.

    `depth` is in how many defaults the text stands.
    """
    text = value.data
    if not isinstance(text, str) or "$" not in text:
        return value
    cut = parts(text) if depth < MOST_DEFAULTS else None
    if cut is None:
        return Value(UNKNOWN, None, value.span, site=Written(value.site, None), name=value.name, trail=value.trail)
    origin = _origin(value)
    pieces = [_piece(part, value, origin, variables, depth) for part in cut]
    steps = tuple(step for piece in pieces for step in piece.trail)
    site = Written(value.site, _default(cut, value, origin, variables))
    if all(piece.state is KNOWN for piece in pieces):
        joined = "".join(str(piece.data) for piece in pieces)
        return value.but(data=joined, trail=(*steps, *value.trail), site=site, pieces=tuple(pieces))
    trail = tuple(step for piece in pieces if piece.state is UNKNOWN for step in piece.trail)
    return value.but(
        state=UNKNOWN, data=None, trail=(*trail, *value.trail), site=site, pieces=tuple(pieces), given=len(pieces) > 1
    )


def _origin(value: Value) -> int | None:
    """Where the text of a value begins in its document; None where that is not exactly what stands there."""
    page = getattr(value.site, "page", None)
    if page is None or value.span is None or value.span.path != page.path:
        return None
    written = page.text[value.span.start : value.span.end]
    if written[:1] in _QUOTES and written[1:-1] == value.data:
        return value.span.start + 1
    return value.span.start if written == value.data else None


def _piece(part: Part, value: Value, origin: int | None, variables: Mapping[str, Value], depth: int) -> Value:
    """A part as a value of its own: literal, decided, or unknown."""
    span = value.span
    if span is not None and origin is not None:
        span = Span(span.path, origin + part.start, origin + part.end)
    if not part.name:
        return Value(KNOWN, part.text, span if part.text != "$" else value.span)
    given = variables.get(part.name)
    if given is not None and given.state is not KNOWN:
        return Value(UNKNOWN, None, span, trail=given.trail)
    usual, strict = part.operator.endswith("-"), part.operator.startswith(":")
    if part.operator.endswith("+"):
        if given is None:
            return _undecided(part, span)
        return _nested(part, span, variables, depth) if given.data or not strict else Value(KNOWN, "", span)
    if given is not None and (given.data or not (usual and strict)):
        return Value(KNOWN, str(given.data), span, trail=given.trail)
    if usual:
        return _nested(part, span, variables, depth)
    return _undecided(part, span)


def _undecided(part: Part, span: Span | None) -> Value:
    trail = (Step(span, f"variable `{part.name}`"),) if span is not None else ()
    return Value(UNKNOWN, None, span, trail=trail)


def _nested(part: Part, span: Span | None, variables: Mapping[str, Value], depth: int) -> Value:
    """The default, which may hold variables itself."""
    return interpolated(Value(KNOWN, part.argument, span), variables, depth + 1)


def _default(cut: list[Part], value: Value, origin: int | None, variables: Mapping[str, Value]) -> Span | None:
    """Where the default stands that alone decides a text; None where something else does."""
    if len(cut) != 1 or origin is None or value.span is None or not cut[0].operator.endswith("-"):
        return None
    part = cut[0]
    if part.name in variables or "$" in part.argument:
        return None
    return Span(value.span.path, origin + part.at, origin + part.end - 1)


class Written:
    """The site of a text with variables: a default can be changed, the whole taken away."""

    __slots__ = ("default", "inner")

    def __init__(self, inner: Site | None, default: Span | None) -> None:
        self.inner = inner
        self.default = default

    @property
    def header(self) -> Span | None:
        """The key that the text stands at."""
        found = getattr(self.inner, "header", None)
        return found if isinstance(found, Span) else None

    def set(self, name: str, value: Plain) -> Change | None:
        """Another default, where that decides: the variable stays."""
        if self.default is None or isinstance(value, (dict, list)) or value is None:
            return None
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if not _SIMPLE.fullmatch(text):
            return None
        return Change(f"Set the default of `{name}` to {text}", (Edit(self.default, text),))

    def remove(self, name: str) -> Change | None:
        return self.inner.remove(name) if self.inner is not None else None

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        return None

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        return None
