"""Files of variables: `.env` and what `env_file` of an `include` names, as Compose reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...document import Document
from ...patterns import pattern
from ...resource import KNOWN, Step, Value
from .interpolation import interpolated

_LINE = pattern(
    r"""^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*[=:][ \t]*(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\n]*))""",
    re.MULTILINE,
)
_ESCAPE = pattern(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}


def variables(document: Document) -> dict[str, Value]:
    """The variables that a file sets, by name; the later of two counts. What the shell has set is not seen here."""
    found: dict[str, Value] = {}
    for line in _LINE.finditer(document.text):
        name, literal, quoted, bare = line.groups()
        place = document.span(line.start(1), line.end(1))  # the name, for the value may be a secret
        step = (Step(place, f"variable `{name}` of `{document.path.rpartition('/')[2]}`"),)
        if literal is not None:
            found[name] = Value(KNOWN, literal, place, trail=step)
            continue
        text = _unescaped(quoted) if quoted is not None else bare.partition(" #")[0].strip()
        found[name] = _expanded(Value(KNOWN, text, place, trail=step), found)
    return found


def _expanded(value: Value, before: Mapping[str, Value]) -> Value:
    """Variables may use those that are set above them."""
    found = interpolated(value, before)
    return found.but(trail=value.trail, site=None)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1] if match[1] in '"\\' else match[0]), text)
