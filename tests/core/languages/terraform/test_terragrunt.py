"""Terragrunt: the module that a `terragrunt.hcl` calls is judged with its inputs."""

from __future__ import annotations

import pytest

from cloudlint.resource import UNKNOWN
from tests.core.languages.terraform.projects import ROOT, evaluated, resource, said

LIVE = {
    "terragrunt.hcl": 'locals { region = "eu" }\ninputs = { base = "b", size = 1, region = local.region }\n',
    "live/prod/env.hcl": 'locals { env = "prod" }\n',
    "live/prod/db/terragrunt.hcl": """
include "root" {
  path   = find_in_parent_folders()
  expose = true
}
locals { env = read_terragrunt_config("../env.hcl") }
terraform { source = "../../../modules//db" }
dependency "vpc" { config_path = "../vpc" }
inputs = {
  size = 5
  name = "${local.env.locals.env}-${include.root.locals.region}"
  vpc  = dependency.vpc.outputs.id
  path = path_relative_to_include()
  who  = get_env("WHO", "me")
}
""",
    "modules/db/main.tf": """
variable "size" { default = 0 }
variable "base" {}
variable "region" {}
variable "name" {}
variable "vpc" {}
variable "path" {}
variable "who" {}
variable "kept" { default = 7 }
resource "k" "x" {
  size   = var.size
  base   = var.base
  region = var.region
  name   = var.name
  vpc    = var.vpc
  path   = var.path
  who    = var.who
  kept   = var.kept
}
""",
}
UNIT = f"{ROOT}/live/prod/db/terragrunt.hcl"


@pytest.mark.parametrize("targets", [("modules/db/main.tf",), ("live/prod/db/terragrunt.hcl",), tuple(LIVE)[2:]])
def test_a_module_is_judged_with_the_inputs_of_the_unit_that_calls_it(targets: tuple[str, ...]) -> None:
    found = resource(evaluated(LIVE, targets), "k.x")
    assert {name: said(value) for name, value in found.entries().items()} == {
        "size": 5,
        "base": "b",
        "region": "eu",
        "name": "prod-eu",
        "vpc": UNKNOWN,
        "path": "live/prod/db",
        "who": UNKNOWN,
        "kept": 7,
    }


def test_findings_stand_at_the_input() -> None:
    place = resource(evaluated(LIVE, ("modules/db/main.tf",)), "k.x")["size"].place
    assert place is not None
    assert (place.path, LIVE["live/prod/db/terragrunt.hcl"][place.start : place.end]) == (UNIT, "5")


def test_inputs_that_cannot_be_seen_leave_no_default() -> None:
    unit = LIVE["live/prod/db/terragrunt.hcl"].partition("inputs")[0] + "inputs = merge(dependency.vpc.outputs, {})\n"
    found = resource(evaluated({**LIVE, "live/prod/db/terragrunt.hcl": unit}, ("modules/db/main.tf",)), "k.x")
    assert said(found["kept"]) is UNKNOWN


def test_a_unit_without_source_calls_its_own_folder() -> None:
    files = {
        "a/terragrunt.hcl": "inputs = { v = 1 }",
        "a/main.tf": 'variable "v" {}\nresource "k" "x" { test = var.v }',
    }
    for targets in (("a/main.tf",), ("a/terragrunt.hcl",), ()):
        assert said(resource(evaluated(files, targets), "k.x")["test"]) == 1


def test_a_remote_source_is_not_followed() -> None:
    unit = 'terraform { source = "git::https://example.org/m.git?ref=v1" }\ninputs = {}\n'
    analysis = evaluated({"a/terragrunt.hcl": unit})
    assert [item.message for item in analysis.not_followed] == [
        "`terraform.source`: `git::https://example.org/m.git?ref=v1` is not at hand"
    ]


def test_a_source_that_is_not_there_and_a_syntax_error_are_findings() -> None:
    analysis = evaluated({"a/terragrunt.hcl": 'terraform { source = "../gone" }\n', "b/terragrunt.hcl": "inputs = {\n"})
    assert sorted(notice.rule for notice in analysis.notices) == ["not-analysed", "syntax-error"]


def test_files_that_include_each_other_end() -> None:
    files = {
        "a/terragrunt.hcl": 'include "x" { path = "../b/other.hcl" }\n',
        "b/other.hcl": 'include "y" { path = "../b/other.hcl" }\ninputs = { a = 1 }\n',
    }
    assert not evaluated(files, ("a/terragrunt.hcl",)).notices
