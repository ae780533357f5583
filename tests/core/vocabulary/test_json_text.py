"""JSON text: the parser agrees with Python's, places are exact, edits keep the layout, unknown parts stay unknown."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudlint.model import Change, Reference, Span
from cloudlint.resource import ABSENT, KNOWN, UNKNOWN, Plain, Step, Value
from cloudlint.vocabulary.json_text import decode, parse_json
from cloudlint.vocabulary.json_tree import JsonError

PATH = "/repo/main.tf"

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
documents = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


def pieced(source: str, known: dict[str, Value] | None = None) -> Value:
    """A heredoc's body as Terraform would put it together: text line by line, `${...}` unknown unless given."""
    pieces = []
    for found in re.finditer(r"\$\{(.*?)\}|[^$\n]*\n|[^$\n]+", source):
        span = Span(PATH, *found.span())
        if found[1] is None:
            pieces.append(Value(KNOWN, found[0], span))
        else:
            pieces.append((known or {}).get(found[1], Value(UNKNOWN, None, span)))
    return Value(UNKNOWN, None, Span(PATH, 0, len(source)), pieces=tuple(pieces), name="policy")


def shown(source: str, value: Value) -> str:
    assert value.span is not None
    return source[value.span.start : value.span.end]


def scalars_in(value: Value) -> list[Value]:
    data = value.data
    if isinstance(data, tuple):
        return [scalar for item in data for scalar in scalars_in(item)]
    if isinstance(data, dict):
        return [scalar for item in data.values() for scalar in scalars_in(item)]
    return [value]


@given(documents, st.sampled_from([None, 0, 2, "\t"]), st.booleans())
def test_parses_like_python(data: Plain, indent: int | str | None, ascii_only: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    root = parse_json(text, PATH)
    assert root.known == json.loads(text)
    for scalar in scalars_in(root):
        assert json.loads(shown(text, scalar)) == scalar.data


@given(st.text(alphabet='{}[]",:\\ \ntrue01.-eu'))
def test_accepts_what_python_accepts(text: str) -> None:
    try:
        wanted = json.loads(text)
    except ValueError:
        with pytest.raises(JsonError):
            parse_json(text, PATH)
    else:
        assert parse_json(text, PATH).known == wanted


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("{", 1),
        ('{"a": }', 6),
        ("[1,]", 3),
        ("[1 2]", 3),
        ("[1}", 2),
        ('"a\nb"', 0),
        ("{} x", 3),
        ("[" * 999, 201),
    ],
)
def test_errors_have_a_place(text: str, offset: int) -> None:
    with pytest.raises(JsonError) as error:
        parse_json(text, PATH)
    assert error.value.offset == offset


def test_last_of_two_equal_keys_counts() -> None:
    assert parse_json('{"a": 1, "a": 2}', PATH).known == {"a": 2}


def test_null_is_absent() -> None:
    assert parse_json('{"a": null}', PATH)["a"].state is ABSENT


def test_unknown_pieces_stay_unknown_and_the_rest_is_known() -> None:
    source = '{\n  "Effect": "Allow",\n  "Resource": ["${arn}/*", "*", ${more}],\n  "${issuer}:sub": 1\n}\n'
    root = decode(pieced(source))
    resources = root["Resource"].items()
    assert root["Effect"].known == "Allow"
    assert [item.known for item in resources] == [None, "*", None]
    assert [shown(source, item) for item in resources] == ['"${arn}/*"', '"*"', "${more}"]
    assert [piece.known for piece in resources[0].pieces] == [None, "/*"]
    assert root.open, "a key is unknown, so there may be any"
    assert {item.name for item in resources} == {"Resource"}


GAPS = [
    # text, what is known of it, whether the list or object may hold more
    ("[1, ${more}]", [1, UNKNOWN], False),
    ("[${more}]", [UNKNOWN], False),
    ("[1 ${more}]", [1], True),
    ("[1\n${more}\n]", [1], True),
    ("[${more} 1]", [1], True),
    ("[1, ${more} 2]", [1, 2], True),
    ("[1 ${more} ${still}, 2]", [1, 2], True),
    ("[1 ${more} 2]", [1, 2], True),
    ("[1 ${more} ,]", [1], True),
    ('{"a": 1 ${more}}', {"a": 1}, True),
    ("{${more}}", {}, True),
    ('{${more} "a": 1}', {"a": 1}, True),
    ('{"a": 1, ${more} "b": 2}', {"a": 1, "b": 2}, True),
    ('{"a": 1, ${more}}', {"a": 1}, True),
    ('{${more}, "a": 1}', {"a": 1}, True),
    ('{"a": ${more}}', {"a": UNKNOWN}, False),
]


@pytest.mark.parametrize(("text", "known", "partial"), GAPS)
def test_what_is_unknown_between_elements_leaves_the_others_known(
    text: str, known: list[object] | dict[str, object], partial: bool
) -> None:
    """As a directive that repeats elements, their commas included: `%{ for x in var.more }, "${x}"%{ endfor }`."""
    found = decode(pieced(text))

    def said(value: Value) -> object:
        return value.data if value.state is KNOWN else value.state

    data = found.data
    assert isinstance(data, (tuple, dict))
    inside = [said(it) for it in data] if isinstance(data, tuple) else {key: said(it) for key, it in data.items()}
    assert (inside, found.open) == (known, partial)
    assert found.open == bool(found.pieces)


@pytest.mark.parametrize(
    "text", ["[1 2]", "[1, ${more} 2 3]", "[${more}", '{"a" ${more}: 1}', "{${more} 1}", "[1 ${more} }"]
)
def test_gaps_do_not_mend_what_is_no_json(text: str) -> None:
    assert decode(pieced(text)).state is UNKNOWN


def test_nothing_is_edited_beside_a_gap() -> None:
    """No comma is sure there; inside of the elements all is as ever."""
    found = decode(pieced('[{"a": 1} ${more}]'))
    (element,) = found.items()
    assert (found.append(2), element.remove()) == (None, None)
    assert element["a"].set(2) is not None


def test_known_pieces_are_put_in() -> None:
    span = Span(PATH, 7, 20)
    decided = Step(Span(PATH, 500, 503), 'variable "who"')
    source = '{"A": "${who}", "B": "${who}:root", "C": ${count}, "D": ${list}}\n'
    known = {
        "who": Value(KNOWN, "*", span, trail=(decided,)),
        "count": Value(KNOWN, 3, span, trail=(decided,)),
        "list": Value(KNOWN, "[1]", span, encoded=Value(KNOWN, (Value(KNOWN, 1, span),), span)),
    }
    root = decode(pieced(source, known))
    assert root.known == {"A": "*", "B": "*:root", "C": 3, "D": [1]}
    assert shown(source, root["A"]) == '"${who}"'
    assert root["A"].trail == (decided,)


def test_a_comma_too_many_is_forgiven_inside_of_other_languages_only() -> None:
    text = '{"a": [1, 2,], }'
    assert decode(pieced(text)).known == {"a": [1, 2]}
    with pytest.raises(JsonError):
        parse_json(text, PATH)


@pytest.mark.parametrize("text", ["", ",", "[,]", "[1,,]", "no json", '{"a": ', "{'a': 1}", "file.json"])
def test_what_is_no_json_is_unknown(text: str) -> None:
    assert decode(Value(KNOWN, text, Span(PATH, 0, len(text)))).state is UNKNOWN
    assert decode(pieced(text)).state is UNKNOWN


def test_quoted_string_without_escapes_is_exact_and_with_escapes_is_shown_whole() -> None:
    exact = decode(Value(KNOWN, "[1, 22]", Span(PATH, 10, 19)))
    assert exact.items()[1].span == Span(PATH, 15, 17)
    escaped = decode(Value(KNOWN, '["a"]', Span(PATH, 10, 19)))
    assert escaped.items()[0].span == Span(PATH, 10, 19)
    assert escaped.items()[0].set("b") is None
    assert exact.items()[1].set("b") is None, "quotes would end the string"


def test_a_string_behind_a_reference_is_shown_at_the_reference() -> None:
    source = '{\n  "Action": "*"\n}\n'
    text = pieced(source)
    assert text.span is not None
    step = Step(text.span, "local.policy")
    used = text.but(span=Span(PATH, 900, 912), trail=(step,))
    action = decode(used)["Action"]
    assert action.span == Span(PATH, 900, 912)
    start = source.index('"*"')
    assert action.trail[-1] == Step(Span(PATH, start, start + 3), "local.policy")
    change = action.set("s3:Get*")
    assert change is not None
    assert change.edits[0].span == Span(PATH, start, start + 3)


def test_encoded_structure_is_taken_as_it_is() -> None:
    inner = Value(KNOWN, {"a": Value(KNOWN, 1, Span(PATH, 5, 6))}, Span(PATH, 4, 9))
    assert decode(Value(KNOWN, '{"a":1}', Span(PATH, 0, 10), encoded=inner))["a"].span == Span(PATH, 5, 6)


EDITS = [
    # what, before, after
    ("set", '{"a": 1, "b": [true]}', '{"a": {"k": ["$${x}", null]}, "b": [true]}'),
    ("remove", '{"a": 1, "b": [true]}', '{"b": [true]}'),
    ("remove", '{"b": 1,\n "a": 2,\n "c": 3}', '{"b": 1,\n "c": 3}'),
    ("remove", '{\n  "b": 1,\n  "a": "${x}"\n}', '{\n  "b": 1\n}'),
    ("remove", '{"b": {\n  "a": 1\n}}', None),
    ("remove", '{\n  "a": 1\n}', "{}"),
]


@pytest.mark.parametrize(("what", "before", "after"), EDITS)
def test_edits(what: str, before: str, after: str | None) -> None:
    value = decode(pieced(before))["a"]
    change = value.set({"k": ["${x}", None]}) if what == "set" else value.remove()
    assert applied(before, change) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{}", None),  # no quotes in sight: the text may stand in a quoted string
        ('{"x":1}', '{"x":1,"new":{"k": "v"}}'),
        ('{"x": 1 }', '{"x": 1, "new": {"k": "v"} }'),
        ('{\n    "x": 1\n}\n', '{\n    "x": 1,\n    "new": {\n        "k": "v"\n    }\n}\n'),
        ('{\r\n\t"x": 1\r\n}\r\n', '{\r\n\t"x": 1,\r\n\t"new": {\r\n\t\t"k": "v"\r\n\t}\r\n}\r\n'),
        ('{\n  "x": ${y}\n}\n', None),
    ],
)
def test_add(before: str, after: str | None) -> None:
    assert applied(before, decode(pieced(before)).add("new", {"k": "v"})) == after


@pytest.mark.parametrize(
    ("before", "item", "after"),
    [
        ('{"x": []}', "a", '{"x": ["a"]}'),
        ('{"x": ["a", 1 ]}', 2, '{"x": ["a", 1, 2 ]}'),
        ('{"x": [\n  "a"\n]}', "b", '{"x": [\n  "a",\n  "b"\n]}'),
        ('{\r\n "x": [\r\n  1\r\n ]\r\n}', {"k": 2}, '{\r\n "x": [\r\n  1,\r\n  {\r\n   "k": 2\r\n  }\r\n ]\r\n}'),
        ('{\n  "x": [{\n    "k": 1\n  }]\n}', {"k": 2}, '{\n  "x": [{\n    "k": 1\n  }, {\n    "k": 2\n  }]\n}'),
        ('{"x": [\n 1\n]}', {"k": [{"f": "b"}, 2]}, '{"x": [\n 1,\n {\n  "k": [\n   {"f": "b"},\n   2\n  ]\n }\n]}'),
        ('{"x": ["a"]}', Reference("b.c.arn"), '{"x": ["a", "${b.c.arn}"]}'),
        ('{"x": ["a"]}', ["${y}", Reference('"${b.arn}/*"')], '{"x": ["a", ["$${y}", "${b.arn}/*"]]}'),
        ('{"x": {"a": 1}}', "b", None),
    ],
)  # fmt: skip
def test_append(before: str, item: Plain, after: str | None) -> None:
    assert applied(before, decode(pieced(before))["x"].append(item)) == after


def test_setting_a_missing_key_adds_it() -> None:
    source = '{"x": {"a": 1}}'
    assert applied(source, decode(pieced(source))["x"]["b"].set(2)) == '{"x": {"a": 1, "b": 2}}'


def test_add_keeps_the_indentation_that_an_indented_heredoc_takes_away() -> None:
    source = '    {\n      "x": 1\n    }\n'
    lines = source.splitlines(keepends=True)
    at, pieces = 0, []
    for line in lines:
        pieces.append(Value(KNOWN, line[4:], Span(PATH, at + 4, at + len(line))))
        at += len(line)
    value = Value(UNKNOWN, None, Span(PATH, 0, at), pieces=tuple(pieces))
    wanted = '    {\n      "x": 1,\n      "new": {\n        "k": "v"\n      }\n    }\n'
    assert applied(source, decode(value).add("new", {"k": "v"})) == wanted


@given(st.lists(documents, max_size=3), documents, st.sampled_from([None, 2, "\t"]))
def test_one_more_item_comes_last(items: list[Plain], new: Plain, indent: int | str | None) -> None:
    text = json.dumps({"a": items, "b": 1}, indent=indent)
    result = applied(text, parse_json(text, PATH)["a"].append(new))
    assert json.loads(result or "") == {"a": [*items, new], "b": 1}


@given(documents)
def test_every_scalar_can_be_replaced_in_place(data: Plain) -> None:
    text = json.dumps(data, indent=1)
    for scalar in scalars_in(parse_json(text, PATH)):
        if scalar.state is not KNOWN or isinstance(scalar.data, (tuple, dict)):
            continue
        change = scalar.set("new")
        assert change is not None
        json.loads(applied(text, change) or "")


def applied(text: str, change: Change | None) -> str | None:
    if change is None:
        return None
    (edit,) = change.edits
    return text[: edit.span.start] + edit.text + text[edit.span.end :]
