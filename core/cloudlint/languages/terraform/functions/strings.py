"""Functions of strings. Where a part is unknown, `join` still tells the parts; the others give unknown."""

from __future__ import annotations

from ....resource import ABSENT, KNOWN, Plain, Value
from ..types import NUMBER, STRING, Type
from .calling import LONGEST, Call, Failure, Undecided, plain, shaped
from .characters import clusters
from .collections import listed, vague
from .numbers import Number, integer

# Unicode's White_Space; what Python strips besides (the separators FS to US) is none of it.
_SPACE = "\t\n\v\f\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"


@plain(STRING)
def chomp(text: str) -> Plain:
    return text.rstrip("\r\n")


@plain(STRING, STRING)
def endswith(text: str, suffix: str) -> Plain:
    return text.endswith(suffix)


@plain(STRING, STRING)
def startswith(text: str, prefix: str) -> Plain:
    return text.startswith(prefix)


@plain(STRING, STRING)
def strcontains(text: str, part: str) -> Plain:
    return part in text


@plain(NUMBER, STRING)
def indent(spaces: Number, text: str) -> Plain:
    width = integer(spaces)
    if width < 0:
        raise Failure
    if "\n" not in text:
        return text
    if len(text) + text.count("\n") * width > LONGEST:
        raise Undecided
    return text.replace("\n", "\n" + " " * width)


@shaped(STRING, rest=Type("list", STRING))
def join(call: Call, separator: Value, *lists: Value) -> Value:
    if not lists:
        raise Failure
    items = [item for value in lists for item in listed(value)]
    if any(item.state is ABSENT for item in items):
        raise Failure
    if any(map(vague, lists)):
        return call.unknown()
    if separator.state is KNOWN and all(item.state is KNOWN for item in items):
        if sum(len(str(item.data)) for item in items) + len(items) * len(str(separator.data)) > LONGEST:
            raise Undecided
        return call.computed(str(separator.data).join(str(item.data) for item in items))
    pieces = [part for item in items for part in (separator, item)][1:]
    return call.unknown(pieces=tuple(piece for piece in pieces if piece.data != ""))


@plain(STRING)
def lower(text: str) -> Plain:
    return text.lower() if text.isascii() else "".join(letter.lower()[0] for letter in text)


@plain(STRING)
def upper(text: str) -> Plain:
    return text.upper() if text.isascii() else "".join(_one(letter, letter.upper()) for letter in text)


def _one(letter: str, changed: str) -> str:
    """Go maps letter by letter and leaves alone what would become several (the German sharp s)."""
    return changed if len(changed) == 1 else letter


@plain(STRING)
def title(text: str) -> Plain:
    found = []
    inside = False
    for letter in text:
        found.append(letter if inside else _one(letter, letter.title()))
        inside = letter.isalnum() or letter == "_" or (not letter.isascii() and letter not in _SPACE and inside)
    return "".join(found)


@plain(STRING, STRING, STRING)
def replace(text: str, old: str, new: str) -> Plain:
    if len(old) > 1 and old[0] == old[-1] == "/":
        from .patterns import substitute

        return substitute(old[1:-1], text, new)
    if len(text) + (text.count(old)) * len(new) > LONGEST:
        raise Undecided
    return text.replace(old, new)


@plain(STRING, STRING)
def split(separator: str, text: str) -> Plain:
    return [*(text.split(separator) if separator else text)]


@plain(STRING)
def strrev(text: str) -> Plain:
    return "".join(reversed(clusters(text)))


@plain(STRING, NUMBER, NUMBER)
def substr(text: str, offset: Number, length: Number) -> Plain:
    letters = clusters(text)
    start, count = integer(offset), integer(length)
    if start < 0:
        start = max(start + len(letters), 0)
    return "".join(letters[start:] if count < 0 else letters[start : start + count])


@plain(STRING, STRING)
def trim(text: str, cutset: str) -> Plain:
    return text.strip(cutset) if cutset else text


@plain(STRING, STRING)
def trimprefix(text: str, prefix: str) -> Plain:
    return text.removeprefix(prefix)


@plain(STRING, STRING)
def trimsuffix(text: str, suffix: str) -> Plain:
    return text.removesuffix(suffix)


@plain(STRING)
def trimspace(text: str) -> Plain:
    return text.strip(_SPACE)
