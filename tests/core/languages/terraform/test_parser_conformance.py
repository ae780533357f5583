"""Snippets that HashiCorp's parser accepts or refuses and that we must judge alike; pygohcl is asked where it is.

Over thousands of real files the same is done by `python -m tests.conformance.hcl`.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cloudlint.languages.terraform.parser import parse
from tests.core.languages.terraform.test_parser_properties import TOKEN, source

VALID = r"""
a = "$$${x}"
a = "$$"
a = "%%%{x}"
a = "$\"b"
a = "\u00e9\U0001F600"
a = "${~x~}"
a = "${{a=1}.a}"
a = "${ {} }"
a = "${x /* } */}"
a = "${"${"x"}"}"
a = "%{if x}a%{else}b%{endif}"
a = "%{~ for k, v in y ~}${x}%{~ endfor ~}"
a = "%{ for x in y }}%{ endfor }"
a = 1e400
a = 01
a = 1.5E-3
a = !-1
a = --1
a = - 1
a = b-c
a = b -1
a = 1-b
a = b.0
a = b.1e3
a = b.*
a = b.*.c.0
a = b.*.c[0]
a = b.*[0].c
a = b[*].*.c
a = b[*].c[*].d
a = b . c
a = b [ * ]
a = b.true
a = a.if.else.for
a = 1.foo
a = "x".y
a = {a=1}.a
a = [1][0]
a = f()[0].b
a = f (x)
a = f/*x*/(1)
a = f(1,)
a = f(x...)
a = p::a::f(x)
a = p :: f(x)
a = b < c < d
a = b ? c ? 1 : 2 : d
a = b ?c:d
a = x//y
a = x /*/ y */
a = {if = 1}
a = {x=1,for=2}
a = {(b)=1}
a = {b.c=1}
a = {b[0]=1}
a = {"b${c}"=1}
a = {b+c=1}
a = {b ? c : d = 1}
a = {true=1}
a = {b=1,}
a = {b:1}
a = [1,]
a = [x, for]
a = for
a = [for in in in : in]
a = {for k, v in x : k => v ... if v}
for = 1
a {}
a{}
a"b"{}
a { x = 1 }
a { /* c */ x = 1 }
a b "c" {}
a "" {}
a "$${b}" {}
a {} // x
a- = 1
_a = 1
é· = 1
कि = 1
/**/a = /**/1
# c
"""

VALID_MORE = [
    "",
    "\n",
    "\ufeffa = 1",
    "a = 1\r\nb = 2\r\n",
    "a = 1 # c\rb",
    "a = 1 /* \n */ \nb = 2",
    "a /* \n */ {}",
    "a = 1\na {}",
    "a = (1 +\n2)",
    "a = (b\n.c)",
    "a = f(b\n(c))",
    "a = b[\n0\n]",
    "a = [1,\n2\n,3]",
    "a = {b=1,\n\nc=2\n}",
    "a = {\n # c\n b=1 # d\n # e\n}",
    "a = {b = (1\n+2)}",
    "a = {\nfor\nx in y : x => x}",
    "a = f(x\n...\n)",
    'a = "${\nx\n}"',
    'a = "${x # c\n}"',
    "a = <<EOT\nEOT\n",
    "a = <<EOT\r\nx\r\nEOT\r\n",
    "a = <<EOT\nx\n  EOT\n",
    "a = <<A-B\nx\nA-B\n",
    "a = [<<EOT\nx\nEOT\n, 2]\n",
    "a = {\nx=<<E\ny\nE\nz=1}",
    "a = <<EOT\n${x}EOT\nEOT\n",
    "a = <<EOT\n${<<B\nx\nB\n}\nEOT\n",
    "a = <<EOT\nx ${1\n} y\nEOT\n",
    "a = <<EOT\n%{ for x in y ~}\n  z\n%{ endfor ~}\nEOT\n",
]

INVALID = r"""
a = "$%{x}"
a = "\q"
a = "\u12"
a = "\ud800"
a = "\U00110000"
a = "\${x}"
a = "${}"
a = "${x y}"
a = "${ ~x }"
a = "%{if x}"
a = "%{endif}"
a = "%{foo}"
a = "%{if x}%{else}%{else}%{endif}"
a = "%{for x in y}%{else}%{endfor}"
a = "%{ endif x }"
a = "x" "y"
a = 'x'
a = `x`
a = .5
a = 1.
a = 1_0
a = 0x10
a = b.0.1
a = b.0x
a = b.*.c.*.d
a = b."c"
a = b.-c
a = b.c()
a = b.c::d()
a = (b)(c)
a = b[0
a = b- c
a = b ? c
a = b?c:d:e
a = b => c
a = b & c
a = b ^ c
a = b ?? c
a = 1 << 2
a = f(,)
a = f(1 2)
a = f(x... ,)
a = f(...)
a = p::f
a = [1 2]
a = [,]
a = [1,,2]
a = [1...]
a = {b=1 c=2}
a = {b=1,,c=2}
a = {,}
a = {b c=1}
a = {x}
a = {a => 1}
a = {for = 1}
a = [for]
a = [for x in y : x => z]
a = {for x in y : x}
a = [for x in y : x...]
a = [for x, y, z in w : x]
a = [for x in y : x,]
a = [for 1 in y : x]
a = 1 b = 2
a = 1, b = 2
a = 1;
a = 1}
a =
a
a: 1
"a" = 1
a.b = 1
a[0] = 1
-a = 1
a² = 1
a { x = 1, y = 2 }
a { b { } }
a {} b {}
a "${b}" {}
a "b" = 1
a 1 {}
a {
}
/* c
"""

INVALID_MORE = [
    "a = 1\rb = 2",
    "a\u00a0= 1",
    "a = 1 /* \n */ b = 2",
    "a = 1 +\n2",
    "a = b\n.c",
    "a = f\n(x)",
    "a = b[*\n]",
    "a = [1\n2]",
    "a = {b\n=1}",
    "a = {b=\n1}",
    "a = {b=1\n,c=2}",
    "a = 1\na = 2",
    "a {\n x = 1 }\n",
    "a { x = 1\n}\n",
    "a { # c\n x = 1 }",
    'a "b"\n{}',
    'a = "x\ny"',
    "a = <<EOT\nx\nEOT",
    "a = <<EOT \nx\nEOT\n",
    "a = << EOT\nx\nEOT\n",
    "a = [<<EOT\nx\nEOT, 2]\n",
    "a = <<EOT\nx\ry\nEOT\n",
]

ACCEPTED = [*VALID.strip().split("\n"), *VALID_MORE]
REFUSED = [*INVALID.strip().split("\n"), *INVALID_MORE]


@pytest.mark.parametrize("text", ACCEPTED)
def test_valid_text_has_no_problem(text: str) -> None:
    assert [problem.message for problem in parse(text).problems] == []


@pytest.mark.parametrize("text", REFUSED)
def test_invalid_text_has_a_problem(text: str) -> None:
    assert parse(text).problems


def hashicorp_accepts(text: str) -> bool:
    """HashiCorp's verdict; a tree that pygohcl cannot turn into JSON was parsed all the same."""
    pygohcl = pytest.importorskip("pygohcl")
    try:
        pygohcl.loads(text)
    except pygohcl.HCLParseError:
        return False
    except pygohcl.HCLInternalError:
        return True
    return True


@pytest.mark.parametrize(("text", "accepted"), [(t, True) for t in ACCEPTED] + [(t, False) for t in REFUSED])
def test_the_tables_are_what_hashicorp_says(text: str, accepted: bool) -> None:
    assert hashicorp_accepts(text) == accepted


PIECES = [
    "for",
    "if",
    "=>",
    "...",
    "::",
    "${",
    "%{",
    "~}",
    "<<EOT\n",
    "\nEOT\n",
    "null",
    ".*",
    "[*]",
    "$${",
    *'(){}[]=,.:?"\n#é',
]


@given(st.integers(0, 10**9))
@settings(max_examples=300, deadline=None)
def test_mutated_text_gets_hashicorps_verdict(seed: int) -> None:
    random = Random(seed)
    tokens = TOKEN.findall(source(seed))
    for _ in range(random.choice([1, 1, 2])):
        place = random.randrange(len(tokens))
        tokens[place : place + random.choice([0, 1])] = random.choice(
            [[], [random.choice(PIECES)], [random.choice(tokens)]]
        )
        tokens = tokens or [""]
    text = "".join(tokens)
    assert hashicorp_accepts(text) == (not parse(text).problems), text
