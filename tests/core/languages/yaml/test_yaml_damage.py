"""While a line is half typed, what is intact stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cloudlint.languages.yaml.loading import load
from cloudlint.languages.yaml.nodes import MAPPING, SCALAR, Node
from cloudlint.languages.yaml.values import resolved
from tests.core.languages.yaml.reading import at, plain, read

WHOLE = """\
# a comment
Resources:
  One:
    Type: "first" # why
    List:
      - a: 1
        b: [x, y]
      - c: {d: e}
  Two:
    Type: second
    Text: |
      line
        deeper
Outputs:
  Out: &out
    Value: 'v'
---
next: 1
"""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a: 1\nb\nc: 3\n", {"a": 1, "c": 3}),
        ("a: 1\nb: [1, 2\nc: 3\n", {"a": 1, "c": 3}),
        ('a: 1\nb: "x\nc: 3\n', {"a": 1, "c": 3}),
        ("a: 1\nb: {x: 1\nc: 3\n", {"a": 1, "c": 3}),
        ("a: 1\n b: 2\nc: 3\n", {"a": 1, "c": 3}),
        ("a: 1\nb: x: y\nc: 3\n", {"a": 1, "c": 3}),
        ("a: 1\nb: @x\nc: 3\n", {"a": 1, "c": 3}),
        ("a: 1\n\tb: 2\nc: 3\n", {"a": 1, "c": 3}),
        ("a: 1\nb: !\nc: &\nd: 4\n", {"a": 1, "b": None, "d": 4}),
        ("a:\n  x: 1\n  y: [\n  z: 3\nb: 2\n", {"a": {"x": 1, "z": 3}, "b": 2}),
        ("a:\n  - x: 1\n    y: {\n  - z: 3\n", {"a": [{"x": 1}, {"z": 3}]}),
        ("a:\n  x:\n    y: 1\n  half\n  z: 2\n", {"a": {"x": {"y": 1}, "z": 2}}),
        ("a:\n  x: 1\n y\n  z: 2\n", {"a": {"x": 1, "z": 2}}),
        ("a:\n<<<<<<< HEAD\n  x: 1\n=======\n  y: 2\n>>>>>>> other\n  z: 3\n", {"a": {"x": 1, "y": 2, "z": 3}}),
    ],
)  # fmt: skip
def test_what_is_intact_stays(text: str, kept: object) -> None:
    stream = load(text)
    assert stream.problems
    (document,) = [it for it in stream.documents if it is not None]
    assert unwrapped(document) == kept


def unwrapped(node: object) -> object:
    """A node as plain Python, what is partial included."""
    assert isinstance(node, Node)
    if node.kind == SCALAR:
        return resolved(node)
    if node.kind == MAPPING:
        return {key.text: unwrapped(value) for key, value in node.pairs}
    return [unwrapped(item) for item in node.items]


def test_damage_leaves_its_collection_open() -> None:
    value = read("a:\n  x: 1\n  half\nb:\n  y: 2\n")
    assert at(value, "a.missing").unknown
    assert at(value, "b.missing").absent


def test_other_documents_stay() -> None:
    stream = load("a: 1\n---\nb: [\n---\nc: 3\n")
    assert [unwrapped(it) for it in stream.documents if it is not None] == [{"a": 1}, None, {"c": 3}]


def test_every_beginning_of_a_text_is_read() -> None:
    for end in range(len(WHOLE)):
        load(WHOLE[:end])


TYPED = ["[", "{", '"', "'", ":", "- ", "&", "*", "!", "%", "\t", "|", "\n", "}"]


@given(offset=st.integers(0, len(WHOLE) - 1), typed=st.sampled_from(TYPED))
@settings(max_examples=300, deadline=None)
def test_any_character_anywhere_is_survived(offset: int, typed: str) -> None:
    stream = load(WHOLE[:offset] + typed + WHOLE[offset:])
    for problem in stream.problems:
        assert 0 <= problem.start <= problem.end <= len(WHOLE) + len(typed)


def test_an_undamaged_text_has_no_problems() -> None:
    assert load(WHOLE).problems == ()
    assert plain(WHOLE) == {
        "Resources": {
            "One": {"Type": "first", "List": [{"a": 1, "b": ["x", "y"]}, {"c": {"d": "e"}}]},
            "Two": {"Type": "second", "Text": "line\n  deeper\n"},
        },
        "Outputs": {"Out": {"Value": "v"}},
    }
