"""Plans: values, what is known after apply, links, and the source beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cloudlint.config import Settings
from cloudlint.resource import ABSENT, UNKNOWN, Value
from cloudlint.running import run
from tests.core.languages.terraform.projects import ROOT, evaluated, resource, said
from tests.core.test_running import repository

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


def planned(*names: str) -> list[dict[str, object]]:
    """Resources with instances a and b, as a plan lists them."""
    return [
        {"address": f'{name}["{key}"]', "mode": "managed", "type": name.split(".")[0], "name": name[-1], "values": {}}
        for name in names
        for key in "ab"
    ]


GUARDED = [
    # (what the guard's `bucket` refers to, its `for_each`, the buckets that guard.g["a"] then guards)
    (["bucket.x"], [], ["a", "b"]),
    (["bucket.x", "each.key"], [], ["a"]),
    (["each.value.id", "each.value"], ["bucket.x"], ["a"]),
    (["each.value.id", "each.value"], ["local.somewhere"], []),
    (["var.bucket"], [], []),
]


@pytest.mark.parametrize(("references", "for_each", "guarded"), GUARDED)
def test_an_instance_is_linked_with_the_instance_it_means(
    references: list[str], for_each: list[str], guarded: list[str]
) -> None:
    guard = {
        "address": "guard.g",
        "expressions": {"bucket": {"references": references}},
        "for_each_expression": {"references": for_each},
    }
    plan = {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": {"root_module": {"resources": planned("bucket.x", "guard.g")}},
        "configuration": {"root_module": {"resources": [guard]}},
    }
    analysis = evaluated({"plan.json": json.dumps(plan)})
    guarding = resource(analysis, 'guard.g["a"]')
    assert [key for key in "ab" if guarding in resource(analysis, f'bucket.x["{key}"]').linked("guard", "bucket")] == (
        guarded
    )


def test_a_link_stays_within_an_instance_of_the_module() -> None:
    inside: list[dict[str, object]] = [
        {"address": f'module.m["{key}"].{kind}.x', "mode": "managed", "type": kind, "name": "x", "values": {}}
        for key in ("a.b", "c")
        for kind in ("bucket", "guard")
    ]
    guard = {"address": "guard.x", "expressions": {"bucket": {"references": ["bucket.x.id", "bucket.x"]}}}
    plan = {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": {"root_module": {"child_modules": [{"resources": inside}]}},
        "configuration": {"root_module": {"module_calls": {"m": {"module": {"resources": [guard]}}}}},
    }
    analysis = evaluated({"plan.json": json.dumps(plan)})
    bucket = resource(analysis, 'module.m["a.b"].bucket.x')
    assert [linked.address for linked in bucket.linked("guard", "bucket")] == ['module.m["a.b"].guard.x']


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
      cidr = data.other.thing.cidr
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


COMPUTED = """{
  "format_version": "1.2", "terraform_version": "1.11.4",
  "planned_values": {"root_module": {"resources": [
    {"address": "bucket.b", "mode": "managed", "type": "bucket", "name": "b", "values": {"rule": [{}]}}
  ]}},
  "resource_changes": [
    {"address": "bucket.b", "change": {"after_unknown":
      {"arn": true, "acl": true, "size": true, "rule": [{"port": true, "cidr": true}]}}}
  ],
  "configuration": {"root_module": {}}
}"""


@pytest.mark.parametrize(
    ("body", "states"),
    [
        # the block beside the plan; what is then known of acl, size, port and cidr
        ("rule {\n  cidr = other.thing.cidr\n}", (ABSENT, ABSENT, ABSENT, UNKNOWN)),
        ("size = other.thing.size\nrule {}", (ABSENT, UNKNOWN, ABSENT, ABSENT)),
        ("acl  = var.nobody_knows\nsize = null\nrule {}", (UNKNOWN, ABSENT, ABSENT, ABSENT)),
        ('dynamic "rule" {\n  for_each = var.nobody_knows\n  content {}\n}', (ABSENT, ABSENT, UNKNOWN, UNKNOWN)),
    ],
)
def test_what_nobody_wrote_is_not_set_though_the_provider_will_compute_it(
    body: str, states: tuple[object, ...]
) -> None:
    """As it is where the same is judged without a plan."""
    main = f'variable "nobody_knows" {{}}\nresource "bucket" "b" {{\n{body}\n}}\n'
    bucket = resource(evaluated({"main.tf": main, "plan.json": COMPUTED}, ("plan.json",)), "bucket.b")
    assert tuple(said(bucket[name]) for name in ("acl", "size", "rule.port", "rule.cidr")) == states


GROUPS = """{
  "format_version": "1.2", "terraform_version": "1.11.4",
  "planned_values": {"root_module": {"resources": [
    {"address": "aws_security_group.g", "mode": "managed", "type": "aws_security_group", "name": "g", "values":
      {"ingress": [{"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}]}},
    {"address": "aws_security_group.h", "mode": "managed", "type": "aws_security_group", "name": "h", "values":
      {"ingress": [{"from_port": 22, "to_port": 22, "protocol": "tcp"}]}}
  ]}},
  "resource_changes": [
    {"address": "aws_security_group.h", "change": {"after_unknown": {"ingress": [{"cidr_blocks": true}]}}}
  ],
  "configuration": {"root_module": {}}
}"""
RULES = """
variable "cidr" {}
resource "aws_security_group" "g" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [var.cidr]
  }
}
resource "aws_security_group" "h" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [var.cidr]
  }
}
"""


@pytest.mark.parametrize(
    ("named", "found", "undecided", "counted"),
    [
        (("plan.json",), ["main.tf"], 1, (1, 2)),
        (("main.tf",), [], 2, (1, 3)),
        (("plan.json", "main.tf"), ["main.tf"], 3, (2, 3)),
        ((".",), ["main.tf"], 3, (2, 3)),
        (("elsewhere/plan.json",), ["elsewhere/plan.json"], 1, (1, 2)),
    ],
)
def test_a_plan_that_is_named_is_judged_wherever_it_is_shown(
    tmp_path: Path, named: tuple[str, ...], found: list[str], undecided: int, counted: tuple[int, int]
) -> None:
    """A block of the configuration is counted once; what is undecided for another reason is another thing."""
    files = {"main.tf": RULES, "plan.json": GROUPS}
    if "elsewhere/plan.json" in named:
        files["elsewhere/plan.json"] = GROUPS
    root = repository(tmp_path, files)
    outcome = run([str(root / name) for name in named], Settings(select=("aws-vpc-ingress-ssh",)))
    assert [Path(finding.span.path).relative_to(root).as_posix() for finding in outcome.findings] == found
    assert (len(outcome.undecided), (outcome.files, outcome.resources)) == (undecided, counted)


def test_a_plan_beside_another_configuration_stays_where_it_is() -> None:
    analysis = evaluated({"main.tf": 'resource "other" "thing" {}', "plan.json": PLAN}, ("plan.json",))
    span = resource(analysis, "guard.g").span
    assert span is not None
    assert span.path == f"{ROOT}/plan.json"
