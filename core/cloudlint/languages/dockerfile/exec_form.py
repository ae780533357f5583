"""The exec form: a JSON array of strings, with the place of each string."""

from __future__ import annotations

from ...patterns import pattern
from .syntax import Element

_STRING = pattern(r'"((?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"')
_ESCAPE = pattern(r"\\(u[0-9a-fA-F]{4}|.)")
_SPACE = pattern(r"[ \t\r\n]*")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def exec_form(text: str, at: int) -> tuple[Element, ...] | None:
    """The strings of the array that is all of `text` from `at` on; None where it is no JSON array of strings."""
    at = _space(text, at)
    if not text.startswith("[", at):
        return None
    at = _space(text, at + 1)
    elements: list[Element] = []
    if text.startswith("]", at):
        return () if _space(text, at + 1) == len(text) else None
    while (found := _STRING.match(text, at)) is not None:
        elements.append(Element(found.start(), found.end(), _unescaped(found[1])))
        at = _space(text, found.end())
        if text.startswith("]", at):
            return tuple(elements) if _space(text, at + 1) == len(text) else None
        if not text.startswith(",", at):
            return None
        at = _space(text, at + 1)
    return None


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found is not None else at


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda it: chr(int(it[1][1:], 16)) if len(it[1]) > 1 else _ESCAPES[it[1]], text)
