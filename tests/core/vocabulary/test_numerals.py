from __future__ import annotations

import pytest

from cloudlint.vocabulary.numerals import natural, version_numbers

NATURAL = [
    ("0", 0),
    ("22", 22),
    ("022", 22),
    ("", None),
    ("-1", None),
    ("+1", None),
    (" 1", None),
    ("1.0", None),
    ("1_000", None),
    ("²", None),
    ("٣", None),
    ("9" * 18, 10**18 - 1),
    ("9" * 19, None),
    ("9" * 5000, None),
]


@pytest.mark.parametrize(("text", "wanted"), NATURAL)
def test_natural(text: str, wanted: int | None) -> None:
    assert natural(text) == wanted


VERSIONS = [
    ("9.6.24", (9, 6, 24)),
    ("13", (13,)),
    ("8.0.mysql_aurora.3.04", (8, 0, 3, 4)),
    ("5.x", (5,)),
    ("", ()),
]


@pytest.mark.parametrize(("text", "wanted"), VERSIONS)
def test_version_numbers(text: str, wanted: tuple[int, ...]) -> None:
    assert version_numbers(text) == wanted
