"""Template files: which stretches of their text are parts of their own."""

from __future__ import annotations

import pytest

from cloudlint.languages.terraform.parser import parse_template
from cloudlint.languages.terraform.syntax import Text

TEMPLATES = [
    ("", []),
    ("a\nb\nc\n", ["a\nb\nc\n"]),
    ("a\nb\nc\n${x}\nd\ne", ["a\nb\n", "c\n", "\n", "d\ne"]),
    ("a ${x} b\nc\n", ["a ", " b\n", "c\n"]),
    ("a\n\n\n  ${~x~}\n\n b\n", ["a\n\n", "\n", "", "\n b\n"]),
    ("a\nb\n$${x}\nc\n", ["a\n", "b\n", "${x}\n", "c\n"]),
    ("%{if x}a\nb\nc\n%{endif}d", ["d"]),
]


@pytest.mark.parametrize(("text", "parts"), TEMPLATES)
def test_parts(text: str, parts: list[str]) -> None:
    template, problems = parse_template(text)
    assert not problems
    assert [part.value for part in template.parts if isinstance(part, Text)] == [part for part in parts if part]
    for part in template.parts:
        if isinstance(part, Text) and "$" not in text[part.start : part.end]:
            assert text[part.start : part.end] == part.value
