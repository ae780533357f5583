"""The structure inside a string of JSON, down to the place of every element in the document that holds the string."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Span
from ..resource import ABSENT, UNKNOWN, Resource, Site, Value
from .pieced_text import PiecedText, is_literal, whole_text

_NO_HOLES: dict[int, Value] = {}


def parse_json(text: str, path: str, *, owner: Resource | None = None, editable: bool = True) -> Value:
    """The value of a whole JSON document, every node with its exact span. Raises JsonError.

    `editable=False` leaves the sites out, for generated files (a plan) that nobody edits.
    """
    from .json_tree import parse_layout

    return parse_layout(_WholeFile(text, path, editable), owner=owner)


def decode(value: Value) -> Value:
    """The structure that `value` is the JSON text of; unknown where it is no JSON or not known.

    What is a structure already, or absent, comes back as it is. A string reached through a reference gives nodes that
    are shown at the reference, with their own place as the last step of the trail.
    """
    if value.encoded is None:
        if value.state is ABSENT or isinstance(value.data, (tuple, Mapping)):
            return value
        if len(value.pieces) == 1 and not is_literal(value.pieces[0]):
            return decode(value.pieces[0]).but(name=value.name, owner=value.owner)  # `"${local.policy}"`
        if value.state is UNKNOWN and not value.pieces:
            return value
        # Kept where an encoding function would have put it: several rules ask for the same policy.
        value.encoded = _parsed(value)
    return value.part(value.encoded)


def _parsed(value: Value) -> Value:
    """By the first reading that works."""
    for layout in _layouts(value):
        root = _attempt(layout, value)
        if root is not None:
            return root
    unread = Value(
        UNKNOWN, None, value.span, name=value.name, owner=value.owner, refers=value.refers, trail=value.trail
    )
    unread.pieces = value.pieces  # they say what is unknown of it
    return unread


def _attempt(layout: _JsonPieces, value: Value) -> Value | None:
    from .json_tree import JsonError, parse_layout  # only where a policy is written as text

    try:
        return parse_layout(layout, name=value.name, owner=value.owner)
    except JsonError:
        return None


def _layouts(value: Value) -> list[_JsonPieces]:
    """The readings to try, the most exact first."""
    layouts = [_JsonPieces(value, value.pieces)] if value.pieces else []
    if isinstance(value.data, str):
        layouts.append(_JsonPieces(value, whole_text(value)))
    return layouts


class _WholeFile:
    """A document that is JSON from start to end: offsets are places."""

    __slots__ = ("editable", "holes", "path", "template", "text")

    lenient = False

    def __init__(self, text: str, path: str, editable: bool) -> None:
        self.text = text
        self.path = path
        self.editable = editable
        self.template = False
        self.holes: Mapping[int, Value] = _NO_HOLES

    def span(self, start: int, end: int) -> Span:
        return Span(self.path, start, end)

    def site(self, start: int, end: int, member: int, name: str) -> Site | None:
        from .json_editing import JsonSite

        return JsonSite(self, start, end, member, name) if self.editable else None

    def fill(self, hole: Value) -> Value:
        return hole

    def exact(self, start: int, end: int) -> Span | None:
        return Span(self.path, start, end)

    def margin(self, offset: int) -> str:
        return ""


class _JsonPieces(PiecedText):
    """JSON in text put together from pieces."""

    __slots__ = ()

    lenient = True

    def site(self, start: int, end: int, member: int, name: str) -> Site | None:
        if not self.editable or self.exact(start, end) is None:
            return None
        from .json_editing import JsonSite

        return JsonSite(self, start, end, member, name)

    def fill(self, hole: Value) -> Value:
        return decode(hole) if hole.state is UNKNOWN or isinstance(hole.data, str) else hole
