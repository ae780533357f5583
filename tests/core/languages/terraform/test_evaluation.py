"""Terraform evaluated as Terraform would: what a resource's attribute is, and where that was decided."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cloudlint.resource import ABSENT, UNKNOWN, Observing, State, Value
from tests.core.languages.terraform.projects import ROOT, evaluated, resource, said

# (what is shown, source around `test = ...`, the value)
EXPRESSIONS: list[tuple[str, str, object]] = [
    ("a literal", "test = true", True),
    ("null is absent", "test = null", ABSENT),
    ("arithmetic and precedence", "test = 1 + 2 * 3 - 8 / 4", 5),
    ("remainder keeps the sign of the dividend", "test = -7 % 3", -1),
    ("a template", 'test = "a-${1 + 1}-b"', "a-2-b"),
    ("a lone interpolation keeps its type", 'test = "${[1, 2]}"', [1, 2]),
    ("a template directive", 'test = "%{ if true }yes%{ else }no%{ endif }"', "yes"),
    ("a template loop", 'test = "%{ for x in ["a", "b"] }<${x}>%{ endfor }"', "<a><b>"),
    ("an indented heredoc", "test = <<-E\n    a\n      b\n    E\n", "a\n  b\n"),
    ("conditionals chain to the right", "test = false ? 1 : false ? 2 : 3", 3),
    ("comparison does not convert", 'test = "1" == 1', False),
    ("for over a list", "test = [for x in [1, 2, 3] : x * 2 if x > 1]", [4, 6]),
    ("for over a map", "test = { for k, v in { a = 1, b = 2 } : upper(k) => v }", {"A": 1, "B": 2}),
    (
        "for with grouping",
        'test = { for x in ["ab", "ac", "b"] : substr(x, 0, 1) => x... }',
        {"a": ["ab", "ac"], "b": ["b"]},
    ),
    ("for with what is the same in all rounds", 'test = [for x in [1, 2] : "${upper("a")}${x}"]', ["A1", "A2"]),
    ("for in for", "test = [for x in [1, 2] : [for y in [x, 5] : x + y + abs(-1)]]", [[3, 7], [5, 8]]),
    ("for in for with one name", "test = [for x in [[1, 2], [3]] : [for x in x : x]]", [[1, 2], [3]]),
    (
        "for over splats in splats",
        "test = [for x in [[{ b = [{ c = 1 }, { c = 2 }] }], [{ b = [{ c = 3 }] }]] : x[*].b[*].c]",
        [[[1, 2]], [[3]]],
    ),
    ("for with a directive", 'test = [for x in [1, 2] : "%{for y in [3, 4]}${x}${y} %{endfor}"]', ["13 14 ", "23 24 "]),
    ("for with a bare key", "test = [for x in [1, 2] : { x = 5, (x) = x }]", [{"x": 5, "1": 1}, {"x": 5, "2": 2}]),
    ("a splat", "test = [{ a = 1 }, { a = 2 }][*].a", [1, 2]),
    ("a splat over one object", "test = { a = 1 }[*].a", [1]),
    ("a splat over null", "test = null[*].a", []),
    ("an attribute splat, then an index", "test = [{ a = [1] }, { a = [2] }].*.a[0]", [1]),
    ("index and legacy index", "test = [[1, 2].1, [3, 4][0]]", [2, 3]),
    ("an object key from an expression", 'test = { ("a-${1}") = 2 }', {"a-1": 2}),
    ("a bare word as object key", "test = { a = 1 }.a", 1),
    ("nested function calls", 'test = join(",", sort(concat(["b"], ["a"])))', "a,b"),
    ("an expanded argument", "test = max([1, 5, 3]...)", 5),
    ("merge wins to the right", "test = merge({ a = 1, b = 1 }, { b = 2 })", {"a": 1, "b": 2}),
    ("jsonencode", 'test = jsonencode({ a = ["b"] })', '{"a":["b"]}'),
    ("a local", "test = local.number", 3),
    ("a local of a local", "test = local.nested.inner", 3),
    ("a variable's default", "test = var.defaulted", "default"),
    ("a default converted to the variable's type", "test = var.count_text", "3"),
    ("an optional attribute's default", "test = var.object.size", 10),
    ("a variable without default", "test = var.required", UNKNOWN),
    ("unknown spreads in a template", 'test = "${var.required}-logs"', UNKNOWN),
    ("unknown stays beside what is known", 'test = merge(var.required_map, { a = 1 })["a"]', 1),
    ("unknown hides what it may change", 'test = merge({ a = 1 }, var.required_map)["a"]', UNKNOWN),
    ("the length of a list of unknowns", "test = length([var.required, var.required])", 2),
    ("an unknown condition with equal sides", "test = var.required_flag ? 1 : 1", 1),
    ("an unknown condition", "test = var.required_flag ? 1 : 2", UNKNOWN),
    ("false and unknown", "test = false && var.required_flag", False),
    ("true or unknown", "test = true || var.required_flag", True),
    ("try falls back", 'test = try({ a = 1 }.b, "none")', "none"),
    ("try of something unknown is unknown", 'test = try(var.required_map.b, "none")', UNKNOWN),
    ("can", "test = can({ a = 1 }.b)", False),
    ("coalesce skips null and empty", 'test = coalesce(null, "", "x")', "x"),
    ("another resource's configured attribute", "test = other_kind.one.size", 7),
    ("another resource's computed attribute", "test = other_kind.one.id", UNKNOWN),
    ("a cycle is unknown", "test = local.around", UNKNOWN),
    ("what does not exist is unknown", "test = local.nowhere", UNKNOWN),
]

AROUND = """
variable "defaulted" { default = "default" }
variable "required" {}
variable "required_map" {}
variable "required_flag" { type = bool }
variable "count_text" {
  type    = string
  default = 3
}
variable "object" {
  type    = object({ name = string, size = optional(number, 10) })
  default = { name = "x" }
}
locals {
  number = 3
  nested = { inner = local.number }
  around = local.again
  again  = local.around
}
resource "other_kind" "one" { size = 7 }
"""


@pytest.mark.parametrize(("source", "value"), [case[1:] for case in EXPRESSIONS], ids=[case[0] for case in EXPRESSIONS])
def test_expression(source: str, value: object) -> None:
    analysis = evaluated({"main.tf": f'{AROUND}\nresource "some_kind" "x" {{\n{source}\n}}\n'})
    assert not analysis.notices
    assert said(resource(analysis, "some_kind.x")["test"]) == value


# (what is shown, the resource block, address -> value of `test`)
EXPANSIONS: list[tuple[str, str, dict[str, object]]] = [
    ("no expansion", 'resource "k" "x" { test = 1 }', {"k.x": 1}),
    ("count", 'resource "k" "x" {\ncount = 2\ntest = count.index\n}', {"k.x[0]": 0, "k.x[1]": 1}),
    ("count of zero", 'resource "k" "x" {\ncount = 0\ntest = 1\n}', {}),
    ("an unknown count", 'resource "k" "x" {\ncount = var.required\ntest = 1\n}', {"k.x[*]": 1}),
    (
        "for_each over a map",
        'resource "k" "x" {\nfor_each = { a = 1, b = 2 }\ntest = "${each.key}${each.value}"\n}',
        {'k.x["a"]': "a1", 'k.x["b"]': "b2"},
    ),
    ("for_each over a set", 'resource "k" "x" {\nfor_each = toset(["a"])\ntest = each.value\n}', {'k.x["a"]': "a"}),
    ("for_each unknown", 'resource "k" "x" {\nfor_each = var.required\ntest = each.key\n}', {"k.x[*]": UNKNOWN}),
    (
        "a reference to one of several",
        'resource "k" "x" {\ncount = 1\ntest = 1\n}\nresource "k" "y" { test = k.x[0].test }',
        {"k.x[0]": 1, "k.y": 1},
    ),
    ("self, which only some blocks have", 'resource "k" "x" {\nsize = 4\ntest = self.size\n}', {"k.x": UNKNOWN}),
]


@pytest.mark.parametrize(("source", "values"), [case[1:] for case in EXPANSIONS], ids=[case[0] for case in EXPANSIONS])
def test_expansion(source: str, values: dict[str, object]) -> None:
    analysis = evaluated({"main.tf": f'variable "required" {{}}\n{source}\n'})
    assert {item.address: said(item["test"]) for item in analysis.graph.resources if item.kind == "k"} == values


# (what is shown, the body, the values of `port` in the blocks, may there be more?)
BLOCKS: list[tuple[str, str, list[object], bool]] = [
    ("written out", "rule { port = 1 }\nrule { port = 2 }", [1, 2], False),
    ("as an attribute", "rule = [{ port = 1 }]", [1], False),
    ("none", "", [], False),
    ("dynamic", 'dynamic "rule" {\nfor_each = [1, 2]\ncontent { port = rule.value }\n}', [1, 2], False),
    (
        "dynamic with an iterator",
        'dynamic "rule" {\nfor_each = { a = 5 }\niterator = it\ncontent { port = it.value }\n}',
        [5],
        False,
    ),
    ("dynamic over nothing", 'dynamic "rule" {\nfor_each = []\ncontent { port = 1 }\n}', [], False),
    ("dynamic over unknown", 'dynamic "rule" {\nfor_each = var.required\ncontent { port = 1 }\n}', [1], True),
    (
        "dynamic beside a written one",
        'rule { port = 9 }\ndynamic "rule" {\nfor_each = [1]\ncontent { port = rule.value }\n}',
        [9, 1],
        False,
    ),
]


@pytest.mark.parametrize(("body", "ports", "open"), [case[1:] for case in BLOCKS], ids=[case[0] for case in BLOCKS])
def test_blocks(body: str, ports: list[object], open: bool) -> None:
    found = resource(evaluated({"main.tf": f'variable "required" {{}}\nresource "k" "x" {{\n{body}\n}}\n'}), "k.x")
    assert [said(block["port"]) for block in found.blocks("rule")] == ports
    assert found["rule"].open is open


MODULE = {
    "main.tf": 'module "db" {\n  source    = "./db"\n  encrypted = true\n}\n',
    "db/main.tf": 'variable "encrypted" { default = false }\nresource "k" "x" {\n  test = var.encrypted\n}\n',
}


@pytest.mark.parametrize("targets", [("db/main.tf",), ("main.tf",), ("db/main.tf", "main.tf"), ()])
def test_a_module_is_judged_as_it_is_called_whatever_is_given(targets: tuple[str, ...]) -> None:
    analysis = evaluated(MODULE, targets)
    assert [(item.address, said(item["test"])) for item in analysis.graph.of("k")] == [("module.db.k.x", True)]


def test_a_module_that_nobody_calls_is_judged_on_its_defaults() -> None:
    analysis = evaluated({"db/main.tf": MODULE["db/main.tf"]})
    assert said(resource(analysis, "k.x")["test"]) is False


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"terraform.tfvars": "size = 5"}, 5),
        ({"terraform.tfvars": "size = 5", "b.auto.tfvars": "size = 6", "a.auto.tfvars": "size = 7"}, 6),
        ({"other.tfvars": "size = 5"}, UNKNOWN),
        ({"terraform.tfvars.json": '{"size": 5}'}, 5),
        ({"terraform.tfvars": "size = 5", "terraform.tfvars.json": '{"size": 6}'}, 6),
        ({"a.auto.tfvars.json": '{"size": "${x}"}', "terraform.tfvars": "size = 5"}, "${x}"),
        ({"terraform.tfvars.json": "{"}, UNKNOWN),
    ],
    ids=[
        "terraform.tfvars",
        "auto files win, by name",
        "other files are not read",
        "JSON",
        "JSON wins over the native syntax",
        "JSON has no templates",
        "damaged JSON",
    ],
)
def test_values_files(files: dict[str, str], expected: State | int | str) -> None:
    main = 'variable "size" {}\nresource "k" "x" { test = var.size }\n'
    assert said(resource(evaluated({"main.tf": main, **files}), "k.x")["test"]) == expected


def test_outputs_come_back_and_modules_nest() -> None:
    files = {
        "main.tf": 'module "a" {\n  source = "./a"\n  size = 4\n}\nresource "k" "x" { test = module.a.double }\n',
        "a/main.tf": 'variable "size" {}\nmodule "b" {\n  source = "../b"\n  size = var.size\n}\n'
        'output "double" { value = module.b.double }\n',
        "b/main.tf": 'variable "size" {}\noutput "double" { value = var.size * 2 }\n',
    }
    assert said(resource(evaluated(files), "k.x")["test"]) == 8


def test_a_module_that_calls_itself_ends() -> None:
    files = {
        "a/main.tf": 'module "again" {\n  source = "../b"\n}\nresource "k" "x" { test = 1 }\n',
        "b/main.tf": 'module "again" {\n  source = "../a"\n}\n',
    }
    assert len(evaluated(files).graphs) == 2


def test_a_module_that_is_not_at_hand_is_said() -> None:
    files = {
        "main.tf": 'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n}\n'
        'resource "k" "x" { test = module.vpc.id }'
    }
    analysis = evaluated(files)
    assert said(resource(analysis, "k.x")["test"]) is UNKNOWN
    assert [related.message for related in analysis.not_followed] == [
        'module "vpc": `terraform-aws-modules/vpc/aws` is not at hand'
    ]


def shown(files: Mapping[str, str], value: Value) -> list[str]:
    """The text at the value's place, and at each step of its trail."""
    texts = {f"{ROOT}/{name}": text for name, text in files.items()}
    assert value.place is not None
    spans = [value.place, *(step.span for step in value.trail)]
    return [texts[span.path][span.start : span.end] for span in spans]


# (what is shown, the files, text at the finding's place followed by the text of each step)
PLACES: list[tuple[str, dict[str, str], list[str]]] = [
    ("a literal", {"main.tf": 'resource "k" "x" { test = false }'}, ["false"]),
    ("missing", {"main.tf": 'resource "k" "x" { other = 1 }'}, ['resource "k" "x"']),
    (
        "a default",
        {"main.tf": 'variable "e" { default = false }\nresource "k" "x" { test = var.e }'},
        ["var.e", "false"],
    ),
    (
        "a values file",
        {"main.tf": 'variable "e" {}\nresource "k" "x" { test = var.e }', "terraform.tfvars": "e = 0"},
        ["var.e", "0"],
    ),
    ("a local", {"main.tf": 'locals { e = 1 }\nresource "k" "x" { test = local.e }'}, ["local.e", "1"]),
    (
        "part of a local",
        {"main.tf": 'locals { e = { a = 1 } }\nresource "k" "x" { test = local.e.a }'},
        ["local.e.a", "1"],
    ),
    ("the branch that was taken", {"main.tf": 'resource "k" "x" { test = true ? "a" : "b" }'}, ['"a"']),
    (
        "a module argument",
        {
            "main.tf": 'module "db" {\n  source = "./db"\n  e = 5\n}',
            "db/main.tf": 'variable "e" {}\nresource "k" "x" { test = var.e }',
        },
        ["5", "5"],
    ),
    (
        "an argument passed on through two modules stands where it was decided",
        {
            "main.tf": 'module "a" {\n  source = "./a"\n  e = 5\n}',
            "a/main.tf": 'variable "e" {}\nmodule "b" {\n  source = "../b"\n  f = var.e\n}',
            "b/main.tf": 'variable "f" {}\nresource "k" "x" { test = var.f }',
        },
        ["5", "var.e", "5"],
    ),
]


@pytest.mark.parametrize(("files", "texts"), [case[1:] for case in PLACES], ids=[case[0] for case in PLACES])
def test_place_and_trail(files: dict[str, str], texts: list[str]) -> None:
    analysis = evaluated(files)
    found = next(item for graph in analysis.graphs for item in graph.of("k"))
    assert shown(files, found["test"]) == texts


LINKS = """
resource "aws_s3_bucket" "by_reference" { bucket = "one" }
resource "aws_s3_bucket" "by_name" { bucket = "two" }
resource "aws_s3_bucket" "alone" { bucket = "three" }
resource "guard" "a" { bucket = aws_s3_bucket.by_reference.id }
resource "guard" "b" { bucket = "two" }
"""


def test_linked_by_reference_and_by_name() -> None:
    analysis = evaluated({"main.tf": LINKS})
    assert {
        bucket.label: [guard.label for guard in bucket.linked("guard", "bucket")]
        for bucket in analysis.graph.of("aws_s3_bucket")
    } == {"by_reference": ["a"], "by_name": ["b"], "alone": []}
    assert [bucket.label for bucket in analysis.graph.of("aws_s3_bucket") if bucket.lacks("guard", "bucket")] == [
        "alone"
    ]


def test_a_link_that_cannot_be_known_is_no_lack() -> None:
    analysis = evaluated({"main.tf": LINKS + 'variable "v" {}\nresource "guard" "c" { bucket = var.v }'})
    assert not [bucket for bucket in analysis.graph.of("aws_s3_bucket") if bucket.lacks("guard", "bucket")]


def test_links_reach_through_modules() -> None:
    files = {
        "main.tf": 'module "b" {\n  source = "./b"\n}\nresource "guard" "a" { bucket = module.b.id }',
        "b/main.tf": 'resource "aws_s3_bucket" "x" {}\noutput "id" { value = aws_s3_bucket.x.id }',
    }
    bucket = resource(evaluated(files), "module.b.aws_s3_bucket.x")
    assert [guard.label for guard in bucket.linked("guard", "bucket")] == ["a"]


def test_a_template_file_is_rendered_with_its_variables() -> None:
    files = {
        "main.tf": 'resource "k" "x" { test = templatefile("${path.module}/a.tpl", { names = ["a", "b"] }) }',
        "a.tpl": "%{ for name in names ~}\n<${name}>\n%{ endfor ~}\n",
    }
    assert said(resource(evaluated(files, ("main.tf",)), "k.x")["test"]) == "<a>\n<b>\n"


JSON_SYNTAX = """{
  "//": "a comment",
  "variable": {"size": {"default": 3}},
  "resource": {
    "k": {
      "x": {
        "test": "${var.size}",
        "rule": [{"port": 1}],
        "dynamic": {"open": {"for_each": [5], "content": {"port": "${open.value}"}}}
      },
      "y": [{"test": "a-${var.size}"}]
    }
  }
}"""


def test_json_syntax_is_evaluated_as_the_native_one() -> None:
    analysis = evaluated({"main.tf.json": JSON_SYNTAX})
    found = resource(analysis, "k.x")
    assert said(found["test"]) == 3
    assert [said(block["port"]) for name in ("rule", "open") for block in found.blocks(name)] == [1, 5]
    assert said(resource(analysis, "k.y")["test"]) == "a-3"


def test_json_that_is_none_is_a_syntax_error() -> None:
    assert [notice.rule for notice in evaluated({"main.tf.json": '{"resource": '}).notices] == ["syntax-error"]


def test_an_override_file_changes_what_it_names() -> None:
    files = {
        "main.tf": 'resource "k" "x" {\n  test  = 1\n  other = 2\n  rule { port = 1 }\n}',
        "x_override.tf": 'resource "k" "x" {\n  test = 5\n}',
    }
    found = resource(evaluated(files), "k.x")
    assert [said(found[name]) for name in ("test", "other", "rule.port")] == [5, 2, 1]


def test_opentofu_files_win_over_terraform_files_of_the_same_name() -> None:
    files = {"main.tf": 'resource "k" "x" { test = 1 }', "main.tofu": 'resource "k" "x" { test = 2 }'}
    assert said(resource(evaluated(files), "k.x")["test"]) == 2


def test_other_json_files_are_passed_over() -> None:
    analysis = evaluated({"package.json": '{"name": "x"}'})
    assert (analysis.graphs, analysis.notices) == ((), ())


@pytest.mark.parametrize(
    ("written", "noted"),
    [
        ("other_kind.one.id", False),
        ('"${var.v}-logs"', False),
        ("var.v", True),
        ("var.v ? other_kind.one.id : null", True),
        ("null", False),
    ],
)
def test_asking_whether_something_is_set_is_noted_where_only_the_value_decides(written: str, noted: bool) -> None:
    source = f'variable "v" {{}}\nresource "other_kind" "one" {{}}\nresource "k" "x" {{ test = {written} }}\n'
    value = resource(evaluated({"main.tf": source}), "k.x")["test"]
    with Observing() as reads:
        assert value.absent is (written == "null")
    assert bool(reads) is noted


def test_a_reference_wins_over_an_equal_name() -> None:
    source = """
resource "aws_s3_bucket" "a" { bucket = "same" }
resource "aws_s3_bucket" "b" { bucket = "same" }
resource "guard" "g" { bucket = aws_s3_bucket.a.bucket }
"""
    buckets = evaluated({"main.tf": source}).graph.of("aws_s3_bucket")
    assert [len(bucket.linked("guard", "bucket")) for bucket in buckets] == [1, 0]


def test_a_reference_to_nothing_is_no_link_to_something() -> None:
    source = LINKS + 'resource "guard" "c" { bucket = aws_s3_bucket.nowhere.id }'
    buckets = evaluated({"main.tf": source}).graph.of("aws_s3_bucket")
    assert [bucket.label for bucket in buckets if bucket.lacks("guard", "bucket")] == ["alone"]


def test_a_link_that_may_be_is_noted_as_unknown() -> None:
    source = LINKS + 'variable "v" {}\nresource "guard" "c" { bucket = var.v }'
    (*_, alone) = evaluated({"main.tf": source}).graph.of("aws_s3_bucket")
    with Observing() as reads:
        assert not alone.lacks("guard", "bucket")
    assert [read.name for read in reads] == ["bucket"]
