"""The bounds on what a matcher that backtracks may take, held against one that counts its tests."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudlint.languages.terraform.functions.regexmachine import matches
from cloudlint.languages.terraform.functions.regexsyntax import Node, parse
from cloudlint.languages.terraform.functions.regexways import steps

ENOUGH = 20_000  # tests: a pattern that takes more is no good for a test


def counted(pattern: str, text: str) -> int:
    """How many tests of a letter it takes to try every way through a pattern from every place of a text; at most ENOUGH."""
    made = 0

    def test(node: Node, at: int) -> bool:
        nonlocal made
        made += 1
        return re.compile(node.text).match(text, at) is not None

    def walk(node: Node, at: int, then: Callable[[int], None]) -> None:
        if made >= ENOUGH:
            return
        if node.kind in ("set", "edge"):
            if test(node, at):
                then(at + (node.kind == "set"))
        elif node.kind == "choice":
            for item in node.items:
                walk(item, at, then)
        elif node.kind == "repeat":
            again(node, at, 0, then)
        else:
            line(node.items, at, then)

    def line(items: tuple[Node, ...], at: int, then: Callable[[int], None]) -> None:
        if items:
            walk(items[0], at, lambda behind: line(items[1:], behind, then))
        else:
            then(at)

    def again(node: Node, at: int, rounds: int, then: Callable[[int], None]) -> None:
        if node.high is None or rounds < node.high:
            inner = node.items[0]
            walk(inner, at, lambda behind: again(node, behind, rounds + 1, then) if behind > at else None)
        if rounds >= node.low:
            then(at)

    for start in range(len(text) + 1):
        walk(parse(pattern).root, start, lambda _: None)
    return made


PIECES = st.sampled_from(["a", "b", "/", "[^/]", ".", "[ab]", r"\b", "^"])
PATTERNS = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.tuples(inner, st.sampled_from("?*+")).map(lambda both: f"(?:{both[0]}){both[1]}"),
        st.tuples(inner, st.integers(0, 2), st.integers(0, 2)).map(
            lambda three: f"({three[0]}){{{three[1]},{three[1] + three[2]}}}"
        ),
        st.tuples(inner, inner).map(lambda both: f"(?:{both[0]}|{both[1]})"),
    ),
    max_leaves=6,
).flatmap(lambda pattern: st.sampled_from([pattern, pattern + "$"]))


@given(PATTERNS, st.text("ab/", max_size=8))
def test_no_pattern_takes_more_than_its_bound(pattern: str, text: str) -> None:
    assert counted(pattern, text) <= max(steps(parse(pattern), len(text)), 1)


PATH = "/providers/microsoft.management/managementgroups/contoso/providers/microsoft.authorization/definitions/deny"


@pytest.mark.parametrize(
    ("pattern", "soon"),
    [
        ("([^/]+/)*[^/]+$", True),
        ("(?i)((?:/[^/]+){0,8}/)?([^/]+)?((?:/[^/]+){3}/)([^/]+)$", True),
        ("(/[a-z.]+)+$", True),
        ("(/[a-z./]+)+$", False),  # a `/` may begin a round or stand within one
        ("(.*)*x", False),
        ("([a-z]?[a-z])*[0-9]", False),
    ],
)
def test_what_can_be_cut_in_one_way_is_no_danger(pattern: str, soon: bool) -> None:
    assert (steps(parse(pattern), len(PATH)) <= 1e7) is soon


def test_the_two_matchers_agree_on_a_path() -> None:
    (found,) = matches(parse("(?i)((?:/[^/]+){0,8}/)?([^/]+)?((?:/[^/]+){3}/)([^/]+)$"), PATH)
    assert [PATH[start:end] for start, end in zip(found[::2], found[1::2])] == [
        PATH,
        "/providers/microsoft.management/managementgroups/",
        "contoso",
        "/providers/microsoft.authorization/definitions/",
        "deny",
    ]
