"""Type constraints: read from syntax, values converted as Terraform converts them, defaults of `optional` filled in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from cloudlint.document import Document
from cloudlint.languages.terraform.expressions import evaluate
from cloudlint.languages.terraform.parser import parse as parse_file
from cloudlint.languages.terraform.scalars import parse_number, text_of
from cloudlint.languages.terraform.scope import Scope
from cloudlint.languages.terraform.syntax import Expression
from cloudlint.languages.terraform.types import Type, convert, failed, is_failed, parse
from cloudlint.model import Span
from cloudlint.resource import KNOWN, UNKNOWN, Value
from tests.core.languages.terraform.test_functions import World, shown


def read(text: str) -> tuple[Expression, Scope]:
    document = Document("/repo/main.tf", f"x = {text}\n", "terraform")
    tree = parse_file(document.text)
    assert not tree.problems, tree.problems[0].message
    return tree.body.attributes[0].value, Scope(document, World(), {})


def type_of(text: str) -> Type:
    expression, scope = read(text)
    return parse(expression, lambda node: evaluate(node, scope))


def value_of(text: str) -> Value:
    return evaluate(*read(text))


def named(type: Type) -> str:
    """A type as one would write it."""
    if type.element is not None:
        return f"{type.kind}({named(type.element)})"
    if type.kind == "tuple":
        return f"tuple([{', '.join(map(named, type.items))}])"
    if type.kind == "object":
        fields = (
            f"{name} = optional({named(field)}{default(type.optional[name])})"
            if name in type.optional
            else f"{name} = {named(field)}"
            for name, field in type.fields.items()
        )
        return f"object({{{', '.join(fields)}}})"
    return type.kind


def default(value: Value | None) -> str:
    return "" if value is None else f", {shown(value)}"


WRITTEN = {
    "string": "string",
    "number": "number",
    "bool": "bool",
    "any": "any",
    "(string)": "string",
    '"string"': "string",
    '"list"': "list(any)",
    "list": "list(any)",
    "map": "map(any)",
    "list(string)": "list(string)",
    "set(map(number))": "set(map(number))",
    "tuple([string, list(bool)])": "tuple([string, list(bool)])",
    "object({})": "object({})",
    'object({ "a" = string, b = optional(number), c = optional(list(string), ["x"]) })': (
        'object({a = string, b = optional(number), c = optional(list(string), ["x"])})'
    ),
    "object({ a = optional(object({ b = optional(bool, true) }), {}) })": (
        "object({a = optional(object({b = optional(bool, true)}), {})})"
    ),
    "object({ a = optional(string, null) })": "object({a = optional(string)})",
    "nonsense": "any",
    "list(nonsense)": "list(any)",
    "list()": "any",
    "object(string)": "any",
    "var.x": "any",
    "5": "any",
}


@pytest.mark.parametrize("text", WRITTEN)
def test_types_are_read(text: str) -> None:
    assert named(type_of(text)) == WRITTEN[text]


CONVERTED = [
    # type, value, result
    ("string", "1.50", '"1.5"'),
    ("string", "true", '"true"'),
    ("string", "null", "null"),
    ("string", "[]", "failed"),
    ("string", "{}", "failed"),
    ("number", '"12"', "12"),
    ("number", '"1e3"', "1000"),
    ("number", '"x"', "failed"),
    ("number", "true", "failed"),
    ("bool", '"true"', "true"),
    ("bool", '"1"', "true"),
    ("bool", '"yes"', "failed"),
    ("bool", "1", "failed"),
    ("any", '[1, "a"]', '[1, "a"]'),
    ("any", "{ a = 1, b = [] }", '{"a": 1, "b": []}'),
    ("list(string)", '[1, true, "x"]', '["1", "true", "x"]'),
    ("list(any)", '[1, true, "x"]', '["1", "true", "x"]'),
    ("list(any)", "[1, true]", "failed"),
    ("list(any)", "[1, []]", "failed"),
    ("list(number)", '["x"]', "failed"),
    ("list(number)", "[null, 1]", "[null, 1]"),
    ("list(string)", '"x"', "failed"),
    ("list(string)", "{}", "failed"),
    ("list(list(number))", '[["1"], []]', "[[1], []]"),
    ("set(string)", '["b", "a", 1, "b"]', '["1", "a", "b"]'),
    ("set(number)", '["10", 9, 10]', "[9, 10]"),
    ("map(string)", "{ b = 1, a = true }", '{"a": "true", "b": "1"}'),
    ("map(any)", '{ b = 1, a = "x" }', '{"a": "x", "b": "1"}'),
    ("map(any)", '{ b = [], a = "x" }', "failed"),
    ("map(string)", "[]", "failed"),
    ("map(object({ a = number }))", '{ x = { a = "1", b = 2 } }', '{"x": {"a": 1}}'),
    ("tuple([string, number])", '[1, "2"]', '["1", 2]'),
    ("tuple([string])", "[1, 2]", "failed"),
    ("tuple([string, string])", "[1]", "failed"),
    ("object({ a = string })", "{ a = 1, b = 2 }", '{"a": "1"}'),
    ("object({ a = string })", "{}", "failed"),
    ("object({ a = string })", "null", "null"),
    ("object({ a = string })", "[]", "failed"),
    ("object({ a = string })", "{ a = [] }", "failed"),
    ("object({ a = optional(string) })", "{}", '{"a": null}'),
    ("object({ a = optional(string, 5) })", "{}", '{"a": "5"}'),
    ("object({ a = optional(string, 5) })", "{ a = null }", '{"a": "5"}'),
    ("object({ a = optional(string, 5) })", "{ a = 6 }", '{"a": "6"}'),
    ("object({ a = optional(bool, true) })", "{ a = false }", '{"a": false}'),
    (
        "object({ a = optional(object({ b = optional(number, 1), c = optional(string) }), {}) })",
        "{}",
        '{"a": {"b": 1, "c": null}}',
    ),
    (
        "object({ a = optional(object({ b = optional(number, 1) }), { b = 2 }) })",
        "{}",
        '{"a": {"b": 2}}',
    ),
    ("object({ a = optional(object({ b = optional(number, 1) })) })", "{}", '{"a": null}'),
    ("list(object({ a = string, b = optional(number, 3) }))", '[{ a = "x" }]', '[{"a": "x", "b": 3}]'),
    ("map(object({ a = optional(list(string), []) }))", "{ k = {} }", '{"k": {"a": []}}'),
    ("set(object({ a = optional(number, 1) }))", "[{}, { a = 1 }]", '[{"a": 1}]'),
]

PARTLY = [
    ("string", "u", "?"),
    ("list(string)", "[u, 1]", '[?, "1"]'),
    ("list(string)", "l", '["1", ...]'),
    ("set(string)", "[u, 1]", '["1", ?, ...]'),
    ("set(string)", "[u]", "[?]"),
    ("map(string)", "m", '{"b": "1", ...}'),
    ("object({ b = string, c = number })", "m", '{"b": "1", "c": ?}'),
    ("object({ b = string, c = optional(number, 1) })", "m", '{"b": "1", "c": ?}'),
    ("object({ a = string, b = optional(number, 1) })", "{ a = u }", '{"a": ?, "b": 1}'),
    ("object({ a = optional(number, 1) })", "{ a = u }", '{"a": ?}'),
    ("object({ a = optional(number, 1) })", "u", "?"),
    ("tuple([string, string])", "l", '["1", ?]'),
    ("list(any)", '[u, 1, "x"]', '[?, "1", "x"]'),
    ("string", "f", "failed"),
]


@pytest.mark.parametrize(("type", "value", "result"), CONVERTED + PARTLY)
def test_values_are_converted(type: str, value: str, result: str) -> None:
    assert shown(convert(value_of(value), type_of(type))) == result


@pytest.mark.skipif(shutil.which("terraform") is None, reason="no terraform")
def test_terraform_converts_them_alike(tmp_path: Path) -> None:
    """One module with a variable for each row; what fails is asked for elsewhere, for it would fail them all."""
    rows = [(type, value, result) for type, value, result in CONVERTED if result != "failed"]
    text = "".join(
        f"variable v{number} {{\n  type = {type}\n  default = {value}\n}}\n"
        for number, (type, value, _) in enumerate(rows)
    )
    (tmp_path / "main.tf").write_text(text, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "TF_CLI_CONFIG_FILE"}
    asked = ", ".join(f"var.v{number}" for number in range(len(rows)))
    ran = subprocess.run(
        ["terraform", "console"],
        input=f"jsonencode([{asked}])",
        cwd=tmp_path,
        env=environment | {"CHECKPOINT_DISABLE": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    found = json.loads(json.loads(ran.stdout))
    assert found == [json.loads(result) for _, _, result in rows]


def test_nothing_changes_without_need() -> None:
    for type, value in (
        ("list(string)", '["a", "b"]'),
        ("map(string)", '{ a = "x" }'),
        ("object({ a = string })", '{ a = "x" }'),
        ("tuple([string])", '["a"]'),
        ("set(string)", '["a", "b"]'),
        ("any", "[1, {}]"),
        ("list(any)", '["a"]'),
    ):
        given = value_of(value)
        assert convert(given, type_of(type)) is given, type


def test_converted_elements_keep_their_place() -> None:
    given = value_of('["1", 2]')
    made = convert(given, type_of("list(number)"))
    assert isinstance(given.data, tuple)
    assert isinstance(made.data, tuple)
    assert made.data[1] is given.data[1]
    assert (made.data[0].span, made.data[0].site) == (given.data[0].span, given.data[0].site)
    assert (made.span, made.site) == (given.span, given.site)


def test_a_mapping_made_on_demand_is_not_asked_for_what_the_type_does_not_name() -> None:
    class Demanding(Mapping[str, Value]):
        def __getitem__(self, name: str) -> Value:
            assert name == "a"
            return Value(KNOWN, 1)

        def __iter__(self):  # type: ignore[no-untyped-def]
            return iter(("a", "b"))

        def __len__(self) -> int:
            return 2

    given = Value(KNOWN, Demanding(), Span("/repo/main.tf", 0, 1))
    assert shown(convert(given, type_of("object({ a = string })"))) == '{"a": "1"}'
    assert convert(given, type_of("any")) is given


def test_failed_values() -> None:
    assert is_failed(failed(None))
    assert not is_failed(Value(UNKNOWN))
    assert not is_failed(Value(KNOWN, failed(None).data))
    assert failed(None).known is None


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1.0, "1"),
        (1.5, "1.5"),
        (1e21, "1" + "0" * 21),
        (1.5e-7, "0.00000015"),
        (-2.5e22, "-25" + "0" * 21),
        (0.1, "0.1"),
    ],
)
def test_numbers_are_written_without_exponents(number: float, text: str) -> None:
    assert text_of(number) == text
    assert text_of(parse_number(text) or 0) == text
