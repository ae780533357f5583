"""Edits of YAML: what is asked for happens, comments and layout survive, nothing else changes."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cloudlint.resource import Plain
from tests.core.languages.yaml.reading import applied, at, read

SET = [
    ("a: false # why\n", "a", True, "a: true # why\n"),
    ("a: False\n", "a", True, "a: True\n"),
    ("a: no\n", "a", True, "a: yes\n"),
    ('a: "false" # why\n', "a", True, 'a: "true" # why\n'),
    ("a: 'x'\n", "a", "it's", "a: 'it''s'\n"),
    ("a: x\n", "a", "1", 'a: "1"\n'),
    ("a: x\n", "a", "yes", 'a: "yes"\n'),
    ("a: x\n", "a", "b: c", 'a: "b: c"\n'),
    ("a: !Ref x # why\n", "a", "z", "a: z # why\n"),
    ("a: &k x\nb: *k\n", "a", "z", "a: &k z\nb: *k\n"),
    ("a: &k x\nb: *k\n", "b", "z", "a: &k x\nb: z\n"),
    ("a:\nb: 1\n", "a", 5, "a: 5\nb: 1\n"),
    ("a: # why\nb: 1\n", "a", 5, "a: 5 # why\nb: 1\n"),
    ("a: 1\r\nb: 2\r\n", "a", 3, "a: 3\r\nb: 2\r\n"),
    ("a: {b: 1, c: 2}\n", "a.b", 7, "a: {b: 7, c: 2}\n"),
    ("a: [x, y]\n", "a.1", "z", "a: [x, z]\n"),
    ("a:\n  - x # one\n  - y\n", "a.0", "z", "a:\n  - z # one\n  - y\n"),
    ("a:\n  - x\n  - y\nb: 1\n", "a", ["z"], "a: [z]\nb: 1\n"),
    ("a:\n  b: 1\n", "a.c", 2, "a:\n  b: 1\n  c: 2\n"),
    ("a:\n  b: 1 # one\n\nd: 2\n", "a.c", 2, "a:\n  b: 1 # one\n  c: 2\n\nd: 2\n"),
    ("a:\n    b:\n        c: 1\n", "a.d", {"e": 1}, "a:\n    b:\n        c: 1\n    d:\n        e: 1\n"),
    ("a: {}\n", "a.b", 1, "a: {b: 1}\n"),
    ("a: {b: 1}\n", "a.c", True, "a: {b: 1, c: true}\n"),
    ('a: {\n  "b": 1\n}\n', "a.c", True, 'a: {\n  "b": 1,\n  "c": true\n}\n'),
    ("a:\n- b: 1\n", "a.0.c", 2, "a:\n- b: 1\n  c: 2\n"),
    ("a:\n", "a.b.c", 2, "a:\n  b:\n    c: 2\n"),
    ("a:\n  t: |\n    x\n    y\nb: 1\n", "a.c", 2, "a:\n  t: |\n    x\n    y\n  c: 2\nb: 1\n"),
    ("a: 1", "b", 2, "a: 1\nb: 2"),
    ("a: # why\n  - x # one\n  - y\nb: 1\n", "a", ["x", "y", "z"], "a: # why\n  - x # one\n  - y\n  - z\nb: 1\n"),
    ("a:\n- x # one", "a", ["x", "z"], "a:\n- x # one\n- z"),
    ("a: [x, y] # why\n", "a", ["x", "y", "z"], "a: [x, y, z] # why\n"),
    ('{"a": ["x"]}', "a", ["x", "y"], '{"a": ["x", "y"]}'),
    ("a: [x, z]\n", "a", ["z", "x", "w"], "a: [z, x, w]\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path", "value", "result"), SET)
def test_set(text: str, path: str, value: Plain, result: str) -> None:
    assert applied(text, at(read(text), path).set(value)) == result


@pytest.mark.parametrize(
    ("text", "path", "result"),
    [
        ("a: 1\nb: 2 # two\nc: 3\n", "b", "a: 1\nc: 3\n"),
        ("a: 1\nb:\n  - x\n  - y\nc: 3\n", "b", "a: 1\nc: 3\n"),
        ("a: 1\nb: 2\n", "b", "a: 1\n"),
        ("a:\n  b: 1\nc: 2\n", "a.b", "a: {}\nc: 2\n"),
        ("a:\n  - x\n  - y # why\n  - z\n", "a.1", "a:\n  - x\n  - z\n"),
        ("a:\n  - x\n", "a.0", "a: []\n"),
        ("a:\n  - b: 1\n    c: 2\n", "a.0.b", "a:\n  - c: 2\n"),
        ("a:\n  - b: 1\n    c: 2\n  - d: 3\n", "a.0", "a:\n  - d: 3\n"),
        ("a: [x, y, z]\n", "a.1", "a: [x, z]\n"),
        ("a: [x, y]\n", "a.1", "a: [x]\n"),
        ("a: {b: 1, c: 2}\n", "a.b", "a: {c: 2}\n"),
        ("a: 1\r\nb: 2\r\nc: 3\r\n", "b", "a: 1\r\nc: 3\r\n"),
    ],
)
def test_remove(text: str, path: str, result: str) -> None:
    assert applied(text, at(read(text), path).remove()) == result


@pytest.mark.parametrize(
    ("text", "path", "values", "result"),
    [
        ("a:\n  b: 1\n", "a", {"b": 2, "c": 3, "d": 4}, "a:\n  b: 2\n  c: 3\n  d: 4\n"),
        ("a:\n  x: 1\n", "a.b", {"c": 3}, "a:\n  x: 1\n  b:\n    c: 3\n"),
    ],
)
def test_set_all(text: str, path: str, values: dict[str, Plain], result: str) -> None:
    assert applied(text, at(read(text), path).set_all(values)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a:\n  b: 1\n", "a:\n  b: 1\n  c:\n    d: 2\n"),
        ("a:\n  c: []\n", None),  # a key is written once
        ("a:\n  c:\n    - d: 1\n", None),
    ],
)
def test_add(text: str, result: str | None) -> None:
    change = at(read(text), "a").add("c", {"d": 2})
    assert (change and applied(text, change)) == result


@pytest.mark.parametrize(
    ("text", "item", "result"),
    [
        ("a: []\n", "x", "a: [x]\n"),
        ("a: [x] # why\n", "w", "a: [x, w] # why\n"),
        ("a:\n  - x # one\nb: 1\n", "w", "a:\n  - x # one\n  - w\nb: 1\n"),
        ("a:\n- x: 1\n  y: 2\n", {"x": 2, "z": {"k": 1}}, "a:\n- x: 1\n  y: 2\n- x: 2\n  z:\n    k: 1\n"),
        ("a:\r\n  - x\r\n", {"w": 1, "z": 2}, "a:\r\n  - x\r\n  - w: 1\r\n    z: 2\r\n"),
        ("a:\n  - x: |\n      t\n\nb: 1\n", {"w": 1}, "a:\n  - x: |\n      t\n  - w: 1\n\nb: 1\n"),
        ("a: &k [x]\nb: *k\n", "w", "a: &k [x, w]\nb: *k\n"),
        ("a: {b: 1}\n", "y", None),
    ],
)
def test_append(text: str, item: Plain, result: str | None) -> None:
    change = at(read(text), "a").append(item)
    assert (change and applied(text, change)) == result


# ------------------------------------------------------------------------------ properties

KEYS = st.sampled_from(["a", "key", "Long-Name", "x y"])
WORDS = ("true", "false", "yes", "no", "on", "off")
ODD = ["a b", "yes", "1", "", "it's", 'say "hi"', "a: b", "# no", "*", "- x"]
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=6)
SCALARS = st.one_of(st.booleans(), st.integers(-5, 99), TEXTS, st.sampled_from(ODD))
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(KEYS, TREES, min_size=1, max_size=4)
STYLES = st.sampled_from([False, True, None])


def paths_in(data: object, prefix: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths to everything in a structure."""
    found: list[tuple[str | int, ...]] = []
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        found += [(*prefix, key), *paths_in(value, (*prefix, key))]
    return found


@given(data=DOCUMENTS, style=STYLES, indent=st.sampled_from([2, 4]), new=SCALARS, pick=st.integers(0, 1000))
@example(data={"a": False}, style=True, indent=2, new="0?", pick=0)
@settings(max_examples=300, deadline=None)
def test_setting_one_thing_changes_this_thing_only(
    data: dict[str, object], style: bool | None, indent: int, new: Plain, pick: int
) -> None:
    text = commented(yaml.safe_dump(data, default_flow_style=style, indent=indent, sort_keys=False, allow_unicode=True))
    before = yaml.safe_load(text)
    paths = paths_in(before)
    path = paths[pick % len(paths)]
    value = read(text)
    for key in path:
        value = value.items()[key] if isinstance(key, int) else value.entry(key)
    # `'yes'` becomes `'no'` and `'1'` becomes `'2'`, quotes and all.
    quoted = isinstance(value.data, str) and (value.data.isdigit() or value.data.lower() in WORDS)
    assume(not (quoted and isinstance(new, (bool, int))))
    result = applied(text, value.set(new))
    wanted = before
    for key in path[:-1]:
        wanted = wanted[key]
    wanted[path[-1]] = new
    assert yaml.safe_load(result) == before
    assert [line for line in result.splitlines() if line.lstrip().startswith("# note")] == [
        line for line in text.splitlines() if line.lstrip().startswith("# note") and line in result.splitlines()
    ]


@given(items=st.lists(TREES, max_size=3), style=STYLES, indent=st.sampled_from([2, 4]), new=TREES, tail=st.lists(TEXTS))
@settings(max_examples=300, deadline=None)
def test_one_more_item_comes_last_and_nothing_else_changes(
    items: list[object], style: bool | None, indent: int, new: Plain, tail: list[str]
) -> None:
    data = {"a": {"list": items}, "tail": tail}
    text = commented(yaml.safe_dump(data, default_flow_style=style, indent=indent, sort_keys=False, allow_unicode=True))
    change = read(text)["a.list"].append(new)
    result = applied(text, change)
    assert yaml.safe_load(result) == {"a": {"list": [*items, new]}, "tail": tail}
    (edit,) = change.edits if change is not None else ()
    assert result == text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert not text[edit.span.start : edit.span.end].strip(" []")


def commented(text: str) -> str:
    """With a comment in front of every top-level entry in block style."""
    lines = [
        f"# note {number}\n{line}" if line[:1].isalpha() else line for number, line in enumerate(text.splitlines())
    ]
    return "\n".join(lines) + "\n" if "{" not in text[:1] else text


DAMAGED = [
    # text of which a line cannot be read, what is set, the text afterwards: none where it would stand beside that line
    ("a:\n  b: 1\n  c: [\nd: 2\n", "d", "a:\n  b: 1\n  c: [\nd: 5\n"),
    ("a:\n  b: 1\n  c: [\nd: 2\n", "a.b", None),
    ("a:\n  b: 1\n  c: [\nd: 2\n", "a.e", None),
    (
        "a:\n  b:\n    - c:\n     \x01 d: 1\n  e: 1\nf: 1\n",
        "a.g",
        "a:\n  b:\n    - c:\n     \x01 d: 1\n  e: 1\n  g: 5\nf: 1\n",
    ),
    ("a:\n  b:\n    c:\n     \x01 d: 1\nf: 1\n", "a.g", None),
]


@pytest.mark.parametrize(("text", "path", "wanted"), DAMAGED)
def test_nothing_is_written_beside_what_cannot_be_read(text: str, path: str, wanted: str | None) -> None:
    parent, _, name = path.rpartition(".")
    root = read(text)
    change = (at(root, parent) if parent else root).entry(name).set(5)
    assert (None if change is None else applied(text, change)) == wanted
