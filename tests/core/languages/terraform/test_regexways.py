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


Then = Callable[[int], None]


class Backtracking:
    """Tries every way through a pattern from every place of a text, and counts the tests of a letter that it takes."""

    def __init__(self, pattern: str, text: str) -> None:
        self.text = text
        self.tests = 0
        for start in range(len(text) + 1):
            self.walk(parse(pattern).root, start, lambda _: None)

    def walk(self, node: Node, at: int, then: Then) -> None:
        """Go on with `then` behind each match of a node."""
        if self.tests >= ENOUGH:
            return
        if node.kind in ("set", "edge"):
            self.tests += 1
            if re.compile(node.text).match(self.text, at):
                then(at + (node.kind == "set"))
        elif node.kind == "choice":
            for item in node.items:
                self.walk(item, at, then)
        elif node.kind == "repeat":
            self.rounds(node, at, 0, then)
        else:
            self.row(node.items, at, then)

    def row(self, items: tuple[Node, ...], at: int, then: Then) -> None:
        """The same for nodes behind one another."""
        if items:
            self.walk(items[0], at, lambda behind: self.row(items[1:], behind, then))
        else:
            then(at)

    def rounds(self, node: Node, at: int, done: int, then: Then) -> None:
        """The same for a repetition of which some rounds are done; one that takes no letter is the last."""
        if node.high is None or done < node.high:
            self.walk(
                node.items[0], at, lambda behind: self.rounds(node, behind, done + 1, then) if behind > at else None
            )
        if done >= node.low:
            then(at)


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
    assert Backtracking(pattern, text).tests <= steps(parse(pattern), len(text))


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
