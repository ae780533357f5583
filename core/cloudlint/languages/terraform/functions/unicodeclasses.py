"""Unicode's general categories as ranges of characters, for `\\pL` and its like."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category

from .calling import Undecided

# Behind the second plane only ideographs are assigned, and tags that nobody matches.
_END = 0x20000
_IDEOGRAPHS = "\U00020000-\U000323af"


@lru_cache(maxsize=16)
def ranges(name: str, negated: bool) -> str:
    """The inside of a `[...]` for a category (`L`, `Lu`) or what is not in it. Raises Undecided for a script's name."""
    if name == "Any":
        name = ""
    elif len(name) > 2 or name[0] not in "LMNPSZC":
        raise Undecided
    found: list[str] = []
    start = -1
    for code in range(_END + 1):
        inside = code < _END and category(chr(code)).startswith(name) != negated
        if inside and start < 0:
            start = code
        elif not inside and start >= 0:
            found.append(f"{_hex(start)}-{_hex(code - 1)}")
            start = -1
    if ("Lo".startswith(name)) != negated:
        found.append(_IDEOGRAPHS)
    return "".join(found)


def _hex(code: int) -> str:
    return f"\\U{code:08x}"
