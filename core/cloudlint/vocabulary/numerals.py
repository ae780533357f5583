"""Numbers that are written in texts: ports, lengths, versions."""

from __future__ import annotations

MOST_DIGITS = 18  # more than anything is counted in, and fewer than Python refuses to read


def natural(text: str) -> int | None:
    """The number that decimal digits stand for; None for anything else, other scripts' digits and endless ones too."""
    return int(text) if len(text) <= MOST_DIGITS and text.isascii() and text.isdigit() else None


def version_numbers(text: str) -> tuple[int, ...]:
    """The numbers of a version: 9, 6 and 24 for `9.6.24`; what is no number between the dots is left out."""
    return tuple(number for part in text.split(".") if (number := natural(part)) is not None)
