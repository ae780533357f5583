"""What stays known beside the unknown, and which variable would decide what does not."""

from __future__ import annotations

import pytest

from cloudlint.resource import ABSENT, UNKNOWN, Value
from cloudlint.unknowns import decided_by
from tests.core.languages.terraform.projects import evaluated, resource, said

AROUND = """
variable "unset" {}
variable "flag" { type = bool }
variable "secret" {
  default   = "hush"
  sensitive = true
}
variable "not_null" {
  default  = "default"
  nullable = false
}
variable "null" { default = null }
variable "group" {
  type = object({
    name  = string
    ports = optional(
      list(object({ from = number, to = optional(number, 443), open = optional(bool) })),
      [{ from = "80" }],
    )
    logs  = optional(object({ on = optional(bool, true), days = optional(number) }), {})
  })
  default = { name = "web" }
}
locals {
  pair = [{ id = "a" }, { id = var.unset }]
}
resource "other" "made" { size = 1 }
"""

# (what is shown, the value of `test`, what it comes to)
EXPRESSIONS: list[tuple[str, str, object]] = [
    ("a sensitive variable is known", "var.secret", "hush"),
    ("sensitive() keeps the value", 'sensitive("x")', "x"),
    ("nonsensitive() too", "nonsensitive(var.secret)", "hush"),
    ("a null default is absent", "var.null", ABSENT),
    ("optional() fills a missing list", "var.group.ports[0].to", 443),
    ("and converts what it fills", "var.group.ports[0].from", 80),
    ("an optional() without default is null", "var.group.ports[0].open", ABSENT),
    ("optional() in a filled object", "var.group.logs.on", True),
    ("... without default", "var.group.logs.days", ABSENT),
    ("a splat over unknown", "var.unset[*].id", UNKNOWN),
    ("the known part of a splat", "(local.pair[*].id)[0]", "a"),
    ("the other part", "(local.pair[*].id)[1]", UNKNOWN),
    ("the length of a splat", "length(local.pair[*].id)", 2),
    ("for over unknown", "[for x in var.unset : 1]", UNKNOWN),
    ("for with an unknown condition", "length([for x in [1, 2] : x if var.flag])", UNKNOWN),
    ("for with an unknown element", "[for x in [1, var.unset] : 7]", [7, 7]),
    ("for over an unknown mapping", "{ for k, v in var.unset : k => 1 }", UNKNOWN),
    ("an unknown key of many", '{ (var.unset) = 1, b = 2 }["b"]', 2),
    ("a template around unknown", '"${var.unset}-logs"', UNKNOWN),
    ("a directive with an unknown condition", '"%{ if var.flag }a%{ endif }"', UNKNOWN),
    ("an unknown index among the same", "[1, 1][var.unset]", 1),
    ("... where a failure would be caught", "try([1, 1][var.unset], 2)", UNKNOWN),
    ("... deep inside", "try([for i in [0] : [1, 1][var.unset + i]][0], 2)", UNKNOWN),
    ("... in an open list", "concat([1], var.unset)[var.unset]", UNKNOWN),
    ("an unknown index among others", "[1, 2][var.unset]", UNKNOWN),
    ("an unknown key among the same", "{ dev = 1, prod = 1 }[terraform.workspace]", 1),
    ("what they agree in", "{ dev = { a = 1, b = 2 }, prod = { a = 1, b = 3 } }[var.unset].a", 1),
    ("what they do not agree in", "{ dev = { a = 1, b = 2 }, prod = { a = 1, b = 3 } }[var.unset].b", UNKNOWN),
    ("deeper", "{ dev = { a = { b = [1, 2] } }, prod = { a = { b = [3, 2] } } }[var.unset].a.b[1]", 2),
    ("objects of different shape", "{ dev = { a = 1 }, prod = { a = 1, b = 3 } }[var.unset].a", UNKNOWN),
    ("lists of different length", "[[1], [1, 2]][var.unset][0]", UNKNOWN),
    ("one of them is null", "[{ a = 1 }, null][var.unset].a", UNKNOWN),
    ("what two sides agree in", "(var.flag ? { a = 1, b = 2 } : { a = 1, b = 3 }).a", 1),
    ("their keys", 'join(",", keys(var.flag ? { a = 1, b = 2 } : { a = 1, b = 3 }))', "a,b"),
    ("their length", "length(var.flag ? [1, 2] : [3, 4])", 2),
    ("lookup of an unknown key", "lookup({ dev = 1, prod = 1 }, var.unset, 1)", 1),
    ("... with another default", "lookup({ dev = 1, prod = 1 }, var.unset, 2)", UNKNOWN),
    ("... without", 'lookup({ dev = "1", prod = "1" }, var.unset)', UNKNOWN),
    ("the workspace", "terraform.workspace", UNKNOWN),
    ("the module's folder", "basename(path.module)", "(project)"),
    ("where the command runs", "path.cwd", UNKNOWN),
]


@pytest.mark.parametrize(("source", "value"), [case[1:] for case in EXPRESSIONS], ids=[case[0] for case in EXPRESSIONS])
def test_value(source: str, value: object) -> None:
    found = resource(evaluated({"main.tf": f'{AROUND}resource "k" "x" {{ test = {source} }}\n'}), "k.x")["test"]
    assert said(found) == value


def test_nullable_takes_the_default_for_null() -> None:
    files = {
        "main.tf": 'module "m" {\n  source = "./m"\n  a = null\n  b = null\n}\n',
        "m/main.tf": 'variable "a" {\n  default = 1\n  nullable = false\n}\nvariable "b" { default = 1 }\n'
        'resource "k" "x" {\n  a = var.a\n  b = var.b\n}\n',
    }
    found = resource(evaluated(files), "module.m.k.x")
    assert (said(found["a"]), said(found["b"])) == (1, ABSENT)


def test_the_workspace_can_be_set() -> None:
    main = 'resource "k" "x" { count = terraform.workspace == "prod" ? 1 : 0 }'
    assert [len(evaluated({"main.tf": main}, (), name).graph.of("k")) for name in ("prod", "dev", "")] == [1, 0, 1]


UNSET, FLAG = (f'variable "{name}", which has no default' for name in ("unset", "flag"))

# (what is shown, the value of `test`, what decides)
REASONS: list[tuple[str, str, str]] = [
    ("a variable", "var.unset", UNSET),
    ("an operator", "var.unset + 1", UNSET),
    ("a negation", "!var.flag", FLAG),
    ("a comparison", 'var.unset == "a"', UNSET),
    ("a condition", "var.flag ? 1 : 2", FLAG),
    ("a template", '"a-${var.unset}"', UNSET),
    ("a function", "lower(var.unset)", UNSET),
    ("a function of a list", 'join(",", ["a", var.unset])', UNSET),
    ("a for", "[for x in var.unset : x]", UNSET),
    ("a splat", "var.unset[*].a", UNSET),
    ("an attribute", "var.unset.a.b", UNSET),
    ("an index", "[1, 2][var.unset]", UNSET),
    ("through a local", "local.pair[1].id", UNSET),
    ("what two sides do not agree in", "(var.flag ? { a = 1 } : { a = 2 }).a", FLAG),
    ("an unknown key", "{ dev = { a = 1 }, prod = { a = 2 } }[var.unset].a", UNSET),
    ("the time", "timestamp()", "what `timestamp` gives"),
    (
        "a provider's function",
        'provider::aws::arn_parse("arn:aws:s3:::b").service',
        "what `provider::aws::arn_parse` gives",
    ),
    ("a file elsewhere", 'file("/etc/hostname")', "what `file` gives"),
    ("a function of the time", 'formatdate("YYYY", timestamp())', "what `timestamp` gives"),
]


@pytest.mark.parametrize(("source", "what"), [case[1:] for case in REASONS], ids=[case[0] for case in REASONS])
def test_what_decides_an_unknown_value(source: str, what: str) -> None:
    found = resource(evaluated({"main.tf": f'{AROUND}resource "k" "x" {{ test = {source} }}\n'}), "k.x")["test"]
    assert found.state is UNKNOWN
    assert decided_by(found) == what


# (what is shown, the value of `test`, what decides): unknown, or known with more in it that cannot be seen
OPEN: list[tuple[str, str, str]] = [
    ("an unknown condition in a for", "[for x in [1, 2] : x if var.flag]", 'variable "flag"'),
    ("an unknown key in a for", "{ for x in [var.unset] : x => 1 }", 'variable "unset"'),
    ("an entry that it may hold", '{ for x in [var.unset] : x => 1 }["a"]', 'variable "unset"'),
    ("an element that it may hold", "[for x in [1] : x if var.flag][0].a", 'variable "flag"'),
    ("an unknown key of an object", "{ (var.unset) = 1 }", 'variable "unset"'),
    ("what an open mapping may replace", "merge({ a = 1 }, { (var.unset) = 2 }).a", 'variable "unset"'),
    ("a list with an open one in it", "concat([1], [for x in [2] : x if var.flag])", 'variable "flag"'),
    ("a flattened one", "flatten([[for x in [2] : x if var.flag]])", 'variable "flag"'),
    ("its keys", "keys({ for x in [var.unset] : x => 1 })", 'variable "unset"'),
    ("through a local", "local.some.a", 'variable "flag"'),
    ("a for over an open one", "[for k, v in local.some : v]", 'variable "flag"'),
]


@pytest.mark.parametrize(("source", "what"), [case[1:] for case in OPEN], ids=[case[0] for case in OPEN])
def test_what_decides_an_open_value(source: str, what: str) -> None:
    around = f'{AROUND}locals {{\n  some = {{ for x in ["b"] : x => 1 if var.flag }}\n}}\n'
    found = resource(evaluated({"main.tf": f'{around}resource "k" "x" {{ test = {source} }}\n'}), "k.x")["test"]
    assert found.state is UNKNOWN or found.open
    assert decided_by(found) == f"{what}, which has no default"


def test_what_decides_about_dynamic_blocks() -> None:
    found = resource(evaluated({"main.tf": NESTED}), "k.x")["rule"]
    assert (found.open, decided_by(found)) == (True, 'variable "rules", which has no default')


def test_the_workspace_decides() -> None:
    main = 'resource "k" "x" { test = terraform.workspace == "prod" ? 1 : 0 }'
    assert decided_by(resource(evaluated({"main.tf": main}), "k.x")["test"]) == "terraform.workspace"


def test_everything_that_is_seen_stands_somewhere() -> None:
    main = (
        'resource "p" "one" {}\nvariable "v" {}\nresource "k" "x" {\n'
        "  a = [p.one.arn, var.v, path.module, terraform.workspace, each.key]\n"
        "  b = { c = p.one.id, d = [p.one.arn] }\n"
        "  e = [for x in [p.one.arn] : x]\n  f = [p.one][0]\n  g = p.one.list[*].id\n"
        "  h = concat([p.one.arn], [1])\n}\n"
    )
    pending: list[Value] = [resource(evaluated({"main.tf": main}), "k.x")[name] for name in "abefgh"]
    for value in pending:
        assert value.span is not None, value
        if not value.refers or value.state is UNKNOWN:
            pending += [*value.items()] if isinstance(value.data, tuple) else [*value.entries().values()]


NESTED = """
variable "rules" {}
resource "k" "x" {
  dynamic "rule" {
    for_each = var.rules
    iterator = outer
    content {
      port = 22
      name = outer.key
      dynamic "source" {
        for_each = outer.value.sources
        iterator = inner
        content {
          cidr  = "0.0.0.0/0"
          owner = outer.value.owner
          item  = inner.value
        }
      }
    }
  }
}
"""


def test_nested_dynamic_blocks_over_unknown() -> None:
    found = resource(evaluated({"main.tf": NESTED}), "k.x")
    (rule,) = found.blocks("rule")
    (source,) = rule.blocks("source")
    assert (found["rule"].open, rule["source"].open) == (True, True)
    assert (said(rule["port"]), said(rule["name"]), said(source["cidr"]), said(source["item"])) == (
        22,
        UNKNOWN,
        "0.0.0.0/0",
        UNKNOWN,
    )


def test_nested_dynamic_blocks_over_known_values() -> None:
    values = 'rules = { a = { owner = "me", sources = ["x", "y"] }, b = { owner = "you", sources = [] } }'
    found = resource(evaluated({"main.tf": NESTED, "terraform.tfvars": values}), "k.x")
    assert [said(rule["name"]) for rule in found.blocks("rule")] == ["a", "b"]
    assert [(said(s["item"]), said(s["owner"])) for s in found.blocks("rule.source")] == [("x", "me"), ("y", "me")]
