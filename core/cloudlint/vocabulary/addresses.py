"""Internet addresses and ranges of them: which are the whole internet, which are private, how wide they are."""

from __future__ import annotations

from collections.abc import Iterable

from ..resource import KNOWN, UNKNOWN, Value
from ..typed import NamedTuple
from .numerals import natural

# What other clouds write for everyone: a service tag, a wildcard.
_NAMES_OF_EVERYONE = {"*", "internet", "any"}


class Range(NamedTuple):
    """A range of addresses: version 4 or 6, the first address as a number, the length of the prefix in bits."""

    version: int
    first: int
    prefix: int

    def holds(self, other: Range) -> bool:
        """Is all of `other` in this range?"""
        shift = (32 if self.version == 4 else 128) - self.prefix
        return (
            self.version == other.version
            and self.prefix <= other.prefix
            and self.first >> shift == other.first >> shift
        )


def range_of(text: str) -> Range | None:
    """The range that a CIDR or a lone address names; None where it is neither."""
    address, slash, length = text.strip().partition("/")
    version = 6 if ":" in address else 4
    bits = 128 if version == 6 else 32
    first = _six(address) if version == 6 else _four(address)
    prefix = natural(length) if slash else bits
    if first is None or prefix is None or prefix > bits:
        return None
    return Range(version, first >> (bits - prefix) << (bits - prefix), prefix)


def _four(text: str) -> int | None:
    parts = text.split(".")
    if len(parts) != 4:
        return None
    first = 0
    for part in parts:
        number = natural(part)
        if number is None or number > 255:
            return None
        first = first * 256 + number
    return first


def _six(text: str) -> int | None:
    head, gap, tail = text.partition("::")
    left = head.split(":") if head else []
    right = _without_four(tail.split(":")) if tail else []
    if not gap:
        left = _without_four(left)
    missing = 8 - len(left) - len(right)
    if missing < 0 or (missing > 0 and not gap):
        return None
    first = 0
    for part in (*left, *["0"] * missing, *right):
        if not 0 < len(part) <= 4 or part.strip("0123456789abcdefABCDEF"):
            return None
        first = first << 16 | int(part, 16)
    return first


def _without_four(parts: list[str]) -> list[str]:
    """`::ffff:10.0.0.1`: the last four bytes may be written as an IPv4 address."""
    four = _four(parts[-1]) if "." in parts[-1] else None
    return parts if four is None else [*parts[:-1], f"{four >> 16:x}", f"{four & 0xFFFF:x}"]


_PRIVATE = [
    found
    for found in map(
        range_of,
        (
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "169.254.0.0/16",
            "127.0.0.0/8",
            "fc00::/7",
            "fe80::/10",
            "::1/128",
        ),
    )
    if found
]


def address_text(value: Value) -> str | None:
    """The known text. Otherwise None, and an unknown read is noted unless its end is a prefix that shuts people out."""
    if value.state is UNKNOWN and value.pieces:
        last = value.pieces[-1]
        if last.state is KNOWN and isinstance(last.data, str):
            _, slash, length = last.data.rpartition("/")
            if slash and (natural(length) or 0) > 1:  # "${var.office}/32"
                return None
    data = value.known
    return data if isinstance(data, str) else None


def is_public(value: Value) -> bool:
    """Surely the whole internet, however it is written. Unknown is noted."""
    text = address_text(value)
    return text is not None and names_everyone(text)


def names_everyone(text: str) -> bool:
    """`0.0.0.0/0`, `::/0` in every notation, and what other clouds write for it (`*`, `Internet`, `Any`)."""
    if text.strip().lower() in _NAMES_OF_EVERYONE:
        return True
    found = range_of(text)
    return found is not None and found.prefix == 0


def public_among(values: Iterable[Value]) -> tuple[Value, ...]:
    """Those that are the whole internet, alone or as the two halves of it (`0.0.0.0/1` and `128.0.0.0/1`)."""
    public: list[Value] = []
    halves: dict[int, list[tuple[Range, Value]]] = {4: [], 6: []}
    for value in values:
        text = address_text(value)
        if text is None:
            continue
        found = range_of(text)
        if names_everyone(text):
            public.append(value)
        elif found is not None and found.prefix == 1:
            halves[found.version].append((found, value))
    for pair in halves.values():
        if len({half.first for half, _ in pair}) == 2:
            public += [value for _, value in pair]
    return tuple(public)


def is_private_range(value: Value) -> bool:
    """Surely inside the address space that is not routed on the internet (RFC 1918, 4193, 6598, link-local)."""
    text = value.known
    found = range_of(text) if isinstance(text, str) else None
    return found is not None and any(private.holds(found) for private in _PRIVATE)


def prefix_length(value: Value) -> int | None:
    """The bits of the prefix: 0 for everyone, 32 or 128 for a lone address; None where not known or no range."""
    text = value.known
    found = range_of(text) if isinstance(text, str) else None
    return found.prefix if found is not None else None
