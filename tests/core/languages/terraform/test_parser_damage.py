"""What survives when Terraform is half typed or broken: each error costs at most the attribute or block it stands in.

The notation of what is expected is that of `outline`: `?` marks a value that could not be read, `!` a damaged body.
"""

from __future__ import annotations

import pytest

from cloudlint.languages.terraform.parser import parse
from tests.core.languages.terraform.outline import outline

BEFORE = 'resource "a" "b" {\n  x = 1\n'
AFTER = '  y = 2\n}\n\nresource "c" "d" {\n  z = 3\n}\n'

# Lines between x and y in the block a.b, and what is read there.
IN_A_BLOCK = [
    ("half a word", "  ac", "! x, y"),
    ("a name alone", "  acl", "! x, y"),
    ("nothing after the equals sign", "  acl =", "! x, acl?, y"),
    ("an equals sign with nothing before", "  = 1", "! x, y"),
    ("a colon for an equals sign", "  acl: 1", "! x, y"),
    ("a quoted name", '  "acl" = 1', "! x, y"),
    ("two equals signs", "  acl == 1", "! x, y"),
    ("a name set twice", "  x = 5", "! x, x, y"),
    ("an unclosed string", '  acl = "private', "! x, acl?, y"),
    ("an unclosed string in a list", '  acl = ["a", "b]', "! x, acl?, y"),
    ("an unclosed string over two lines", '  acl = "a\n  b"', "! x, acl?, y"),
    ("single quotes", "  acl = 'private'", "! x, acl?, y"),
    ("two strings", '  acl = "a" "b"', "! x, acl?, y"),
    ("a wrong escape", r'  acl = "\q"', "! x, acl, y"),
    ("an unclosed interpolation", '  acl = "${var.x', "! x, acl?, y"),
    ("an unclosed interpolation in a closed string", '  acl = "${var.x"', "! x, acl?, y"),
    ("an interpolation just begun", '  acl = "${', "! x, acl?, y"),
    ("an empty interpolation", '  acl = "a-${}-b"', "! x, acl?, y"),
    ("two names in an interpolation", '  acl = "${a b}-c"', "! x, acl?, y"),
    ("a directive without its end", '  acl = "%{if x}y"', "! x, acl?, y"),
    ("an end without its directive", '  acl = "y%{endif}"', "! x, acl, y"),
    ("a dot with nothing after", "  acl = var.", "! x, acl, y"),
    ("a dot with nothing after, in a list", "  acl = [var.]", "! x, acl, y"),
    ("an unclosed list", "  acl = [1, 2", "! x, acl?, y"),
    ("a list just begun", "  acl = [", "! x, acl?, y"),
    ("two commas in a list", "  acl = [1,, 2]", "! x, acl?, y"),
    ("a missing comma in a list", "  acl = [\n    1\n    2\n  ]", "! x, acl?, y"),
    ("a bracket too many", "  acl = [1]]", "! x, acl?, y"),
    ("an object just begun", "  acl = {", "! x, acl?, y"),
    ("an unclosed object", "  acl = {\n    a = 1", "! x, acl?, y"),
    ("an object key without value", "  acl = {\n    a = 1\n    b =\n  }", "! x, acl?, y"),
    ("an object key without equals sign", "  acl = {\n    a 1\n    b = 2\n  }", "! x, acl?, y"),
    ("an unclosed call", "  acl = f(1", "! x, acl?, y"),
    ("an unclosed bracket deep inside", "  acl = f({\n    a = [{\n      b = 1\n    }\n  })", "! x, acl?, y"),
    ("an unclosed index", "  acl = a[0", "! x, acl?, y"),
    ("an unclosed splat", "  acl = a[*", "! x, acl?, y"),
    ("an operator with nothing after", "  acl = 1 +", "! x, acl?, y"),
    ("a minus sign alone", "  acl = -", "! x, acl?, y"),
    ("a conditional without values", "  acl = a ?", "! x, acl?, y"),
    ("a conditional without its second value", "  acl = a ? b", "! x, acl?, y"),
    ("an unclosed for", "  acl = [for v in w : v", "! x, acl?, y"),
    ("a for without in", "  acl = [for v w : v]", "! x, acl?, y"),
    ("a character of no use", "  acl = @", "! x, acl?, y"),
    ("two values", "  acl = 1 2", "! x, acl?, y"),
    ("a comma at the end", "  acl = 1,", "! x, acl, y"),
    ("a semicolon at the end", "  acl = 1;", "! x, acl, y"),
    ("two attributes on one line", "  acl = 1, bcl = 2", "! x, acl, bcl, y"),
    ("a heredoc marker half typed", "  acl = <<", "! x, acl?, y"),
    ("a heredoc just begun", "  acl = <<EOT", "! x, acl?, y"),
    ("an unclosed heredoc", "  acl = <<-EOT\n    hello\n    world", "! x, acl?, y"),
    ("an unclosed heredoc at the margin", '  acl = <<EOT\n{\n  "a": 1\n}', "! x, acl?, y"),
    ("a damaged interpolation in a heredoc", "  acl = <<EOT\na ${b c} d\nEOT", "! x, acl?, y"),
    ("an unclosed interpolation in a heredoc", "  acl = <<EOT\na ${b\nc\nEOT", "! x, acl?, y"),
    ("an unclosed comment", "  /* open", "x, y"),
    ("an edit conflict", "<<<<<<< HEAD\n  p = 1\n=======\n  p = 2\n>>>>>>> theirs", "! x, p, p, y"),
    ("an unclosed block", "  rule {", "x, rule { ! }, y"),
    ("an unclosed block with an attribute", "  rule {\n    p = 1", "x, rule { ! p }, y"),
    ("an unclosed block on one line", "  rule { p = 1", "x, rule { ! p }, y"),
    ("two attributes in a block on one line", "  rule { p = 1, q = 2 }", "x, rule { ! p, q }, y"),
    ("a brace that should be on the next line", "  rule {\n    p = 1 }", "x, rule { ! p }, y"),
    ("an unclosed string in a block on one line", '  rule { p = "a }', "x, rule { ! p? }, y"),
    ("a damaged value in a block on one line", "  rule { p = 1 2 }", "x, rule { ! p? }, y"),
    ("a label without brace", '  rule "a"', "! x, y"),
    ("a header without brace", '  rule "a"\n    p = 1\n  }', "! x, rule a { p }, y"),
    ("a brace on a line of its own", "  rule\n  {\n    p = 1\n  }", "! x, rule { p }, y"),
    ("an unclosed label", '  rule "a {\n    p = 1\n  }', "! x, rule a { p }, y"),
    ("an equals sign before a block's labels", '  rule = "a" {\n    p = 1\n  }', "! x, rule?, y"),
    ("a template as label", '  rule "${a}" {\n    p = 1\n  }', "! x, rule ${a} { p }, y"),
    ("a brace too many", "  rule {\n    p = 1\n  }\n  }", "! x, rule { p }, y"),
    ("two braces on one line", "  rule {\n    p = 1\n  }}", "! x, rule { p }, y"),
    ("a brace closing too early", "  }", "! x, y"),
    ("an opening brace alone", "  {\n    p = 1\n  }", "! x, y"),
]


@pytest.mark.parametrize(("lines", "survives"), [case[1:] for case in IN_A_BLOCK], ids=[case[0] for case in IN_A_BLOCK])
def test_damage_in_a_block_costs_at_most_what_it_stands_in(lines: str, survives: str) -> None:
    file = parse(f"{BEFORE}{lines}\n{AFTER}")
    assert outline(file) == f"resource a b {{ {survives} }}, resource c d {{ z }}"
    assert file.problems


BLOCK = 'resource "e" "f" {\n  w = 0\n}\n'

# Whole files.
FILES = [
    ("nothing", "", ""),
    ("half a word at the end", f"{BLOCK}reso", "! resource e f { w }"),
    ("half a header at the end", f'{BLOCK}resource "a', "! resource e f { w }"),
    ("half a header before a block", f'resource "a"\n{BLOCK}', "! resource e f { w }"),
    ("half a word before a block", f"reso\n{BLOCK}", "! resource e f { w }"),
    (
        "an unclosed block at the end",
        f'{BLOCK}resource "a" "b" {{\n  x = 1\n',
        "resource e f { w }, resource a b { ! x }",
    ),
    (
        "an unclosed block before a block",
        f'resource "a" "b" {{\n  x = 1\n\n{BLOCK}',
        "resource a b { ! x }, resource e f { w }",
    ),
    (
        "two unclosed blocks",
        f'locals {{\n  x = 1\n\nresource "a" "b" {{\n  rule {{\n    y = 2\n{BLOCK}',
        "locals { ! x }, resource a b { ! rule { ! y } }, resource e f { w }",
    ),
    (
        "a block that ends in a value",
        f'resource "a" "b" {{\n  x = [1,\n{BLOCK}',
        "resource a b { ! x? }, resource e f { w }",
    ),
    (
        "a block that ends in a string",
        f'resource "a" "b" {{\n  x = "\n{BLOCK}',
        "resource a b { ! x? }, resource e f { w }",
    ),
    (
        "a block that ends in a heredoc",
        f'resource "a" "b" {{\n  x = <<EOT\nfoo\n}}\n\n{BLOCK}',
        "resource a b { ! x? }, resource e f { w }",
    ),
    (
        "a heredoc between blocks",
        f'{BLOCK}resource "a" "b" {{\n  x = <<EOT\nfoo\n\nlocals {{\n  y = 1\n}}\n',
        "resource e f { w }, resource a b { ! x? }, locals { y }",
    ),
    ("a stray brace", f"}}\n{BLOCK}", "! resource e f { w }"),
    ("a stray brace between", f"{BLOCK}}}\n{BLOCK}", "! resource e f { w }, resource e f { w }"),
    ("blocks side by side", f"a {{}} b {{}}\n{BLOCK}", "! a { }, b { }, resource e f { w }"),
    (
        "an edit conflict between blocks",
        f"<<<<<<< HEAD\nlocals {{\n  x = 1\n}}\n=======\n{BLOCK}>>>>>>> theirs\n",
        "! locals { x }, resource e f { w }",
    ),
    ("a tfvars line in a muddle", 'a = 1\nb = \nc = "x\nd = 4\n', "! a, b?, c?, d"),
    ("a carriage return alone", "a = 1\rb = 2\nc = 3\n", "! a, b, c"),
    ("an unclosed brace in an unclosed block", f"locals {{\n  x = {{\n{BLOCK}", "locals { ! x? }, resource e f { w }"),
    ("other text", "Dear reader,\nthis is no HCL.\n" + BLOCK, "! resource e f { w }"),
    ("too deep", "a = " + "[" * 500 + "]" * 500 + "\nb = 1\n", "! a?, b"),
    ("blocks too deep", "a {\n" * 500 + "}\n" * 500 + BLOCK, None),
    ("operators without end", "a = 1" + " + 1" * 5000 + "\nb = 1\n", "! a?, b"),
]


@pytest.mark.parametrize(("text", "survives"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_damage_in_a_file_costs_at_most_what_it_stands_in(text: str, survives: str | None) -> None:
    file = parse(text)
    if survives is None:
        assert outline(file).endswith("resource e f { w }")
    else:
        assert outline(file) == survives
    assert bool(file.problems) == bool(text)


PLACES = [
    ("acl =\n", 5, 5, "expected a value, found the end of the line"),
    ('acl = "x', 6, 8, "this string is never closed"),
    ("acl = [1 2]", 9, 10, "expected `,` or `]`, found `2`"),
    ("acl = [1,\nb = 2\n", 6, 7, "this `[` is never closed"),
    ("acl = a.b.\n", 10, 10, "expected a name after the dot, found the end of the line"),
    ("acl\n", 0, 3, "expected `=` or `{` after `acl`, found the end of the line"),
    ("a = 1\na = 2", 6, 7, "`a` is set twice"),
    ("a {\n  b = 1\n", 2, 3, "this block is never closed: `a`"),
    ("a = b.0.1", 6, 9, "write `[0][1]` instead of `.0.1`"),
    ("a = <<EOT\nx\n", 4, 9, "this heredoc has no closing `EOT`"),
    (r'a = "\u12"', 5, 7, r"`\u` is not an escape sequence"),
]


@pytest.mark.parametrize(("text", "start", "end", "message"), PLACES)
def test_a_problem_says_what_is_wrong_at_the_narrowest_place(text: str, start: int, end: int, message: str) -> None:
    assert [(p.start, p.end, p.message) for p in parse(text).problems] == [(start, end, message)]


def test_comments_in_damaged_text_are_kept_once_and_in_order() -> None:
    text = "# a\nx = [1 # b\ny = 2 # c\nz = { # d\n  q 1 # e\n} # f\n/* g\n"
    comments = [text[start:end] for start, end in parse(text).comments]
    assert comments == ["# a", "# b", "# c", "# d", "# e", "# f", "/* g"]
