"""YAML to nodes and Values: exact ranges, what scalars mean, anchors, merge keys, and hostile input."""

from __future__ import annotations

import pytest
import yaml

from cloudlint.languages.yaml.loading import load
from cloudlint.languages.yaml.nodes import UNREADABLE, Node, comments_in
from cloudlint.resource import ABSENT, UNKNOWN
from tests.core.languages.yaml.reading import at, plain, read


@pytest.mark.parametrize(
    ("text", "path", "shown"),
    [
        ("a: hello\n", "a", "hello"),
        ("a: 'it''s'\n", "a", "'it''s'"),
        ('# \U0001f600 é\r\na: "\U0001f600x" # c\r\nb: 1\r\n', "a", '"\U0001f600x"'),
        ('# \U0001f600 é\r\na: "\U0001f600x" # c\r\nb: 1\r\n', "b", "1"),
        ("a: [x, \U0001f600, z]\n", "a.2", "z"),
        ("a:\n  - x\n  - y\n", "a", "a"),
        ("a:\n  - x\n  - y\n", "a.1", "y"),
        ("a: {b: 1}\n", "a", "{b: 1}"),
        ("a: |\n  one\n  two\n\nb: 1\n", "a", "|\n  one\n  two"),
        ("a:\n- b: 1\n  c: 2\n", "a.0", "b: 1"),
        ("a:\nb: 1\n", "a", "a"),
        ("a: &x 1\nb: *x\n", "b", "*x"),
        ('{"a": {"b": [1, "two"]}}', "a.b.1", '"two"'),
    ],
)
def test_places_are_exact(text: str, path: str, shown: str) -> None:
    span = at(read(text), path).span
    assert span is not None
    assert text[span.start : span.end] == shown


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True), ("No", False), ("ON", True), ("~", None), ("", None), ("12", 12), ("-3", -3), ("1_000", 1000),
        ("0600", 384), ("0x1F", 31), ("1.5", 1.5), ("1e3", 1000.0), ("012345678901", "012345678901"), (".", "."),
        ("2012-10-17", "2012-10-17"), ("22:22", "22:22"), ("'1'", "1"), ("!!str 1", "1"), ("!!int '7'", 7),
        ("arn:aws:s3:::x", "arn:aws:s3:::x"), ("1.2.3", "1.2.3"), ("9" * 500, "9" * 500),
    ],
)  # fmt: skip
def test_scalars_mean(written: str, meant: object) -> None:
    assert at(read(f"a: {written}\n"), "a").known == meant


def test_merge_keys_fill_what_is_missing() -> None:
    text = "base: &base {a: 1, b: 2}\nother: &other {b: 9, c: 3}\nx:\n  <<: [*base, *other]\n  a: 5\n"
    assert at(read(text), "x").known == {"a": 5, "b": 2, "c": 3}


def test_an_alias_says_where_its_value_comes_from() -> None:
    text = "a: &x {deep: [1]}\nb: *x\n"
    value = at(read(text), "b.deep.0")
    assert value.known == 1
    assert value.span is not None
    assert text[value.span.start : value.span.end] == "*x"
    assert [text[step.span.start : step.span.end] for step in value.trail] == ["1"]


def test_all_documents_are_read() -> None:
    assert len(load("a: 1\n---\n---\nb: 2\n").documents) == 3


def test_the_last_of_a_duplicate_counts() -> None:
    assert plain("a: 1\na: 2\n") == {"a": 2}


def test_comments_are_found_outside_of_scalars() -> None:
    text = "# one\na: 'b # no' # two\nc: |\n  # no\nd: x#no\n"
    assert [comment.text for comment in comments_in(text, load(text))] == ["# one", "# two"]


def test_lines_of_a_literal_block_have_places() -> None:
    text = "a: |\n  one\n\n  two\nb: 1\n"
    value = at(read(text), "a")
    assert value.known == "one\n\ntwo\n"
    spans = [piece.span for piece in value.pieces]
    assert [text[span.start : span.end] for span in spans if span] == ["one\n", "\n", "two\n"]


def test_an_alias_bomb_stays_small() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    root = load("\n".join(lines)).documents[0]
    assert root is not None
    assert root.weight < 1_500_000
    assert any(item.kind == UNREADABLE for _, value in root.pairs for item in value.items)


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "a: &a [*a, *b]\n", "\x00", "\t", "%"])
def test_hostile_text_is_survived(text: str) -> None:
    for document in load(text).documents:
        assert document is None or isinstance(document, Node)


def test_an_alias_that_means_nothing_is_unknown() -> None:
    assert at(read("a: *nobody\n"), "a").state is UNKNOWN
    assert at(read("a:\n"), "a").state is ABSENT


def test_the_parser_in_python_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# \U0001f600\r\na: &x [1, 'b', {c: !t d}]\r\ne: *x\r\nf: |\r\n  g\r\n"
    fast = [str(pair) for pair in load(text).documents[0].pairs]  # type: ignore[union-attr]
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert [str(pair) for pair in load(text).documents[0].pairs] == fast  # type: ignore[union-attr]
