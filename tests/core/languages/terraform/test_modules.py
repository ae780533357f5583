"""Modules of others, modules that are missing, and what a module is given besides its arguments."""

from __future__ import annotations

import pytest

from cloudlint.linting import judge
from cloudlint.model import SAFE
from cloudlint.resource import ABSENT, UNKNOWN
from cloudlint.rule import Rule
from tests.core.languages.terraform.projects import ROOT, evaluated, resource, said

MANIFEST = """{"Modules": [
  {"Key": "", "Source": "", "Dir": "."},
  {"Key": "db", "Source": "registry.terraform.io/x/db/aws", "Version": "1.0.0", "Dir": ".terraform/modules/db"},
  {"Key": "db.inner", "Source": "./modules/inner", "Dir": ".terraform/modules/db/modules/inner"}
]}"""
INSTALLED = {
    "main.tf": 'module "db" {\n  source    = "x/db/aws"\n  encrypted = false\n}\n',
    ".terraform/modules/modules.json": MANIFEST,
    ".terraform/modules/db/main.tf": """
variable "encrypted" {}
resource "k" "passed" { test = var.encrypted }
resource "k" "literal" { test = false }
resource "k" "missing" {}
module "inner" {
  source = "./modules/inner"
  flag   = false
  given  = var.encrypted
}
output "id" { value = 7 }
""",
    ".terraform/modules/db/modules/inner/main.tf": """
variable "flag" {}
variable "given" {}
resource "k" "inner_literal" { test = var.flag }
resource "k" "inner_passed" { test = var.given }
""",
}
HEADER = 'module "db"'

rule = Rule("test", "It is off.\n", severity=3, cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", fixes=SAFE)  # type: ignore[arg-type]
rule.on("k")(lambda thing: rule.expect(thing, "test", True))


@pytest.mark.parametrize(
    ("label", "place", "fixed"),
    [
        ("passed", "false", True),
        ("literal", HEADER, False),
        ("missing", HEADER, False),
        ("inner_literal", HEADER, False),
        ("inner_passed", "false", True),
    ],
)
def test_in_modules_of_others_findings_stand_at_the_authors_call(label: str, place: str, fixed: bool) -> None:
    graph = evaluated(INSTALLED, ("main.tf",)).graph
    (finding,) = [it for it in judge(graph, [rule]).findings if it.resource.endswith(f"k.{label}")]
    assert finding.span.path == f"{ROOT}/main.tf"
    assert INSTALLED["main.tf"][finding.span.start : finding.span.end] == place
    assert (finding.fix is not None) is fixed
    assert any("/.terraform/modules/db" in related.span.path for related in finding.related)


def test_outputs_of_installed_modules_are_known() -> None:
    files = {**INSTALLED, "x.tf": 'resource "k" "x" { test = module.db.id }'}
    assert said(resource(evaluated(files, ("x.tf",)), "k.x")["test"]) == 7


@pytest.mark.parametrize(
    ("files", "messages"),
    [
        (
            {"main.tf": 'module "m" { source = "./gone" }\nresource "k" "x" { test = module.m.id }'},
            ['module "m" was not analysed: there is no module in `./gone`'],
        ),
        (
            {"main.tf": 'module "m" { source = "./" }\nresource "k" "x" { test = module.m.id }'},
            ['module "m" was not analysed: `./` calls itself'],
        ),
        (
            {
                "main.tf": 'module "a" { source = "./a" }\nresource "k" "x" { test = module.a.id }',
                "a/main.tf": 'module "b" { source = "../b" }\noutput "id" { value = module.b.id }',
                "b/main.tf": 'module "a" {\n  count = 3\n  source = "../a"\n}\noutput "id" { value = module.a[0].id }',
            },
            ['module "a" was not analysed: `../a` calls itself'],
        ),
    ],
    ids=["a folder that is not there", "itself", "in a ring"],
)
def test_a_call_that_cannot_be_followed_is_a_finding(files: dict[str, str], messages: list[str]) -> None:
    analysis = evaluated(files)
    assert [(notice.rule, notice.message) for notice in analysis.notices] == [("not-analysed", it) for it in messages]
    assert said(resource(analysis, "k.x")["test"]) is UNKNOWN
    assert not analysis.not_followed


PROVIDERS = {
    "main.tf": """
provider "aws" {
  region = "eu-west-1"
  default_tags { tags = { owner = "us", cost = "1" } }
}
provider "aws" {
  alias  = "far"
  region = "us-east-1"
}
resource "aws_vpc" "near" { tags = { cost = "2" } }
resource "aws_vpc" "far" {
  provider = aws.far
}
resource "google_storage_bucket" "none" {}
module "implicit" { source = "./m" }
module "explicit" {
  source    = "./m"
  providers = { aws = aws.far }
}
module "renamed" {
  source    = "./n"
  providers = { aws.there = aws.far, aws = aws }
}
resource "k" "x" { test = aws_vpc.near.tags_all["owner"] }
""",
    "m/main.tf": 'resource "aws_vpc" "x" { tags = { name = "x" } }',
    "n/main.tf": 'resource "aws_vpc" "x" { provider = aws.there }\nresource "aws_vpc" "y" {}',
}


@pytest.mark.parametrize(
    ("address", "region", "tags"),
    [
        ("aws_vpc.near", "eu-west-1", {"owner": "us", "cost": "2"}),
        ("aws_vpc.far", "us-east-1", ABSENT),
        ("module.implicit.aws_vpc.x", "eu-west-1", {"owner": "us", "cost": "1", "name": "x"}),
        ("module.explicit.aws_vpc.x", "us-east-1", {"name": "x"}),
        ("module.renamed.aws_vpc.x", "us-east-1", ABSENT),
        ("module.renamed.aws_vpc.y", "eu-west-1", {"owner": "us", "cost": "1"}),
    ],
)
def test_a_resource_knows_its_provider(address: str, region: str, tags: object) -> None:
    found = resource(evaluated(PROVIDERS), address)
    assert found.provider is not None
    assert said(found.provider["region"]) == region
    assert said(found["tags_all"]) == tags
    assert "tags_all" not in found.entries()


def test_without_a_provider_default_tags_are_unknown() -> None:
    analysis = evaluated({"m/main.tf": PROVIDERS["m/main.tf"]})
    found = resource(analysis, "aws_vpc.x")
    assert found.provider is None
    assert (said(found["tags_all.name"]), said(found["tags_all.owner"])) == ("x", UNKNOWN)
    assert said(resource(evaluated(PROVIDERS), "k.x")["test"]) == "us"


BLOCKS = """
terraform {
  required_version = ">= 1"
  backend "s3" {
    encrypt = false
  }
}
moved {
  from = aws_vpc.old
  to   = aws_vpc.v
}
removed {
  from = aws_vpc.gone
  lifecycle { destroy = false }
}
import {
  for_each = toset(["a"])
  to       = aws_vpc.v
  id       = each.key
}
check "health" {
  data "http" "page" { url = "https://example.org" }
  assert {
    condition     = data.http.page.status_code == 200
    error_message = "down"
  }
}
ephemeral "random_password" "p" { length = 12 }
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/8"
  length     = ephemeral.random_password.p.length
  secret     = ephemeral.random_password.p.result
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [tags]
  }
  provisioner "local-exec" { command = "echo ${self.cidr_block}" }
  provisioner "remote-exec" { inline = ["a"] }
}
"""


def test_blocks_of_every_type_are_read() -> None:
    analysis = evaluated({"main.tf": BLOCKS})
    assert not analysis.notices
    assert [item.address for item in analysis.graph.resources] == [
        "aws_vpc.v",
        "data.http.page",
        "ephemeral.random_password.p",
        "terraform",
        "moved",
        "removed",
        "import",
        "check.health",
    ]
    found = resource(analysis, "aws_vpc.v")
    assert (said(found["length"]), said(found["secret"])) == (12, UNKNOWN)
    assert said(found["lifecycle.prevent_destroy"]) is True
    assert [said(step["local-exec.command"]) for step in found.blocks("provisioner")] == ["echo 10.0.0.0/8", ABSENT]
    assert said(found.blocks("provisioner")[1]["inline"]) == ["a"]
    assert said(resource(analysis, "terraform")["backend.s3.encrypt"]) is False
    assert said(resource(analysis, "terraform")["backend.gcs"]) is ABSENT


def test_terraform_tests_are_left_alone() -> None:
    files = {"main.tf": "", "main.tftest.hcl": "run {", "tests/a.tftest.json": "{"}
    assert not evaluated(files).notices


def test_variables_and_outputs_are_made_when_somebody_asks() -> None:
    root = 'variable "a" {}\noutput "o" {}\nmodule "m" {\n  source = "./m"\n}\nresource "x" "y" {}\n'
    graph = evaluated({"main.tf": root, "m/main.tf": 'variable "b" {}\nresource "x" "z" {}\n'}, ("main.tf",)).graph
    assert [resource.address for resource in graph.made()] == ["x.y", "module.m", "module.m.x.z"]
    assert {"variable", "output"} < set(graph.kinds)
    assert [resource.address for resource in graph.of("variable")] == ["variable.a", "module.m.variable.b"]
    addresses = ["x.y", "variable.a", "output.o", "module.m", "module.m.x.z", "module.m.variable.b"]
    assert [resource.address for resource in graph.resources] == addresses
    assert [resource.address for resource in graph.of("output")] == ["output.o"]
    assert graph.places() == {resource.span for resource in graph.resources}


HOLDING_ITSELF = """resource "aws_security_group" "a" {
  name = "a"
  tags = { group = aws_security_group.b[0].name, %s }
}
resource "aws_security_group" "b" {
  count = 2
  name  = "b"
}
"""


@pytest.mark.parametrize("itself", ["all = self", "name = aws_security_group.a.name", "all = [aws_security_group.a]"])
def test_a_resource_knows_nothing_of_itself(itself: str) -> None:
    group = resource(evaluated({"main.tf": HOLDING_ITSELF % itself}), "aws_security_group.a")
    tags = group["tags"]
    assert tags["group"].known == "b"
    assert tags.entry(itself.partition(" ")[0]).known is None
    assert list(tags.secrets()) == []
