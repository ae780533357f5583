"""What of a loop's body is evaluated once for all its rounds."""

from __future__ import annotations

import pytest

from cloudlint.languages.terraform import syntax
from cloudlint.languages.terraform.parser import parse
from cloudlint.languages.terraform.steady import steady

LOOPS = [
    ("[for x in a : x]", []),
    ("[for x in a : y]", []),
    ("[for x in a : local.y]", ["local.y"]),
    ("[for x in a : x if !contains(local.out, x)]", ["local.out"]),
    ("[for x in a : { b = x.c, d = e.f[g.h] }]", ["e.f[g.h]"]),
    ('{ for k, v in a : "${k}-${local.y}" => v }', ["local.y"]),
    ("[for x in a : [for y in b.c : x + d.e]]", ["b.c", "d.e"]),
    ("[for x in a : [for y in b.c : y + d.e]]", ["[for y in b.c : y + d.e]"]),
    ("[for x in a : [for x in x.b : x.c + d.e]]", ["d.e"]),
    ("[for x in a : x[*].b[*].c]", []),
    ("[for x in a : [x, b[*].c]]", ["b[*].c"]),
    ('[for x in a : "%{for y in b.c}${x}${y.d}${e.f}%{endfor}"]', ["b.c", "e.f"]),
]


@pytest.mark.parametrize(("source", "kept"), LOOPS)
def test_what_is_kept(source: str, kept: list[str]) -> None:
    text = f"x = {source}\n"
    loop = parse(text).body.attributes[0].value
    assert isinstance(loop, syntax.For)
    assert sorted(text[part.start : part.end] for part in steady(loop)) == kept
