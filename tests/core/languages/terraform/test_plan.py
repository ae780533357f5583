"""Plans: values, what is known after apply, links, and the source beside them."""

from __future__ import annotations

from cloudlint.resource import ABSENT, UNKNOWN, Value
from tests.core.languages.terraform.projects import ROOT, evaluated, resource, said

PLAN = """{
  "format_version": "1.2", "terraform_version": "1.11.4",
  "planned_values": {"root_module": {
    "resources": [
      {"address": "guard.g", "mode": "managed", "type": "guard", "name": "g", "values": {"size": 1}}
    ],
    "child_modules": [{"address": "module.b", "resources": [
      {"address": "module.b.bucket.x[0]", "mode": "managed", "type": "bucket", "name": "x", "index": 0,
       "values": {"name": null, "rule": [{"port": 22}]}}
    ]}]
  }},
  "resource_changes": [
    {"address": "guard.g", "change": {"after_unknown": {"bucket": true}}},
    {"address": "module.b.bucket.x[0]", "change": {"after_unknown": {"rule": [{"cidr": true}]}}}
  ],
  "configuration": {"root_module": {
    "resources": [
      {"address": "guard.g", "mode": "managed", "type": "guard", "name": "g",
       "expressions": {"bucket": {"references": ["module.b.id", "module.b"]}}}
    ],
    "module_calls": {"b": {"module": {
      "outputs": {"id": {"expression": {"references": ["bucket.x[0].id", "bucket.x[0]", "bucket.x"]}}},
      "resources": [{"address": "bucket.x", "mode": "managed", "type": "bucket", "name": "x", "expressions": {}}]
    }}}
  }}
}"""


def test_a_plan_has_values_unknowns_and_links() -> None:
    analysis = evaluated({"plan.json": PLAN})
    bucket, guard = resource(analysis, "module.b.bucket.x[0]"), resource(analysis, "guard.g")
    assert said(guard["size"]) == 1
    assert said(guard["bucket"]) is UNKNOWN
    assert said(bucket["name"]) is ABSENT
    assert [(said(rule["port"]), said(rule["cidr"])) for rule in bucket.blocks("rule")] == [(22, UNKNOWN)]
    assert bucket.linked("guard", "bucket") == (guard,)


SOURCE = {
    "main.tf": """
module "b" {
  source = "./b"
  port   = 22
}
resource "guard" "g" {
  size   = local.size
  bucket = module.b.id
}
locals {
  size = 1
}
""",
    "b/main.tf": """
variable "port" {}
resource "bucket" "x" {
  count = 1
  dynamic "rule" {
    for_each = [var.port]
    content {
      port = rule.value
    }
  }
}
output "id" { value = bucket.x[0].id }
""",
}


def place(files: dict[str, str], value: Value) -> tuple[str, str]:
    """The file and the words of a value's place."""
    assert value.place is not None
    name = value.place.path.removeprefix(f"{ROOT}/")
    return name, files[name][value.place.start : value.place.end]


def test_a_plan_is_shown_in_the_configuration_beside_it() -> None:
    files = {**SOURCE, "plan.json": PLAN}
    analysis = evaluated(files, ("plan.json",))
    bucket, guard = resource(analysis, "module.b.bucket.x[0]"), resource(analysis, "guard.g")
    (rule,) = bucket.blocks("rule")
    assert place(files, guard) == ("main.tf", 'resource "guard" "g"')
    assert place(files, guard["size"]) == ("main.tf", "local.size")
    assert place(files, guard["nothing"]) == ("main.tf", 'resource "guard" "g"')
    assert place(files, rule["port"]) == ("main.tf", "22")
    assert place(files, bucket["name"]) == ("b/main.tf", 'resource "bucket" "x"')
    assert (said(guard["size"]), said(guard["bucket"]), said(rule["cidr"])) == (1, UNKNOWN, UNKNOWN)
    assert bucket.linked("guard", "bucket") == (guard,)
    assert guard.planned is not None
    assert guard.planned.path == f"{ROOT}/plan.json"


def test_a_plan_beside_another_configuration_stays_where_it_is() -> None:
    analysis = evaluated({"main.tf": 'resource "other" "thing" {}', "plan.json": PLAN}, ("plan.json",))
    span = resource(analysis, "guard.g").span
    assert span is not None
    assert span.path == f"{ROOT}/plan.json"
