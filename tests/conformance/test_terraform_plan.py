"""A plan made by real Terraform is judged as the configuration that it was made from, and shown there.

Skipped where there is no terraform or no provider at hand, as the validation beside this is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cloudlint.config import Settings
from cloudlint.running import run
from tests.conformance.test_terraform_validate import plugin_folder
from tests.core.languages.terraform.module_cases import module_cases
from tests.core.test_running import repository

PROVIDER = """
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true

  default_tags {
    tags = { team = "a" }
  }
}

"""
MAIN = """
variable "ranges" {
  type    = map(list(string))
  default = { office = ["198.51.100.0/24"], all = ["0.0.0.0/0"] }
}

module "db" {
  source    = "./db"
  for_each  = { orders = false, people = true }
  name      = each.key
  encrypted = each.value
}

resource "aws_security_group" "ssh" {
  name        = "ssh"
  description = "SSH"

  dynamic "ingress" {
    for_each = var.ranges
    content {
      description = ingress.key
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = ingress.value
    }
  }
}

resource "aws_s3_bucket" "logs" {
  for_each = toset(["a", "b"])
  bucket   = "logs-${each.key}"
}

resource "aws_s3_bucket_versioning" "logs" {
  for_each = aws_s3_bucket.logs
  bucket   = each.value.id

  versioning_configuration {
    status = each.key == "a" ? "Enabled" : "Suspended"
  }
}

resource "aws_iam_policy" "all" {
  name = "all"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}
"""
MODULE = """
variable "name" {}
variable "encrypted" {}

resource "aws_db_instance" "this" {
  identifier                  = var.name
  engine                      = "postgres"
  instance_class              = "db.t3.micro"
  allocated_storage           = 10
  username                    = "admin"
  manage_master_user_password = true
  storage_encrypted           = var.encrypted
  skip_final_snapshot         = true
}
"""


def planned(root: Path) -> None:
    """Write `plan.json` beside the configuration, and nothing else."""
    terraform, plugins = shutil.which("terraform"), plugin_folder()
    if terraform is None or plugins is None:
        pytest.skip("needs terraform and a folder with its AWS provider")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TF_")}
    environment |= {"CHECKPOINT_DISABLE": "1", "TF_DATA_DIR": str(root.parent / "data")}

    def told(*arguments: str) -> str:
        made = subprocess.run(
            (terraform, *arguments), cwd=root, env=environment, capture_output=True, text=True, check=False
        )
        assert made.returncode == 0, made.stderr
        return made.stdout

    told("init", "-input=false", f"-plugin-dir={plugins}")
    told("plan", "-input=false", "-refresh=false", f"-out={root.parent / 'plan'}")
    (root / "plan.json").write_text(told("show", "-json", str(root.parent / "plan")), encoding="utf-8")


def test_a_plan_is_judged_as_its_configuration_is(tmp_path: Path) -> None:
    (tmp_path / "code").mkdir()
    root = repository(tmp_path / "code", {"main.tf": PROVIDER + MAIN, "db/main.tf": MODULE})
    planned(root)
    aws = Settings(select=("aws-*",))
    by_plan = run([str(root / "plan.json")], aws)
    by_code = run([str(root / "main.tf"), str(root / "db")], aws)
    assert [(it.rule, it.span, it.message) for it in by_plan.findings] == [
        (it.rule, it.span, it.message) for it in by_code.findings
    ]
    assert len(by_code.findings) > 10
    assert by_plan.resources == 5


def test_a_plan_of_every_module_case_is_judged_as_the_case_is(tmp_path: Path) -> None:
    """One plan for all, each case a module of its own; but for those with values that only a root module reads."""
    cases = {
        f"case_{at}": case for at, case in enumerate(module_cases()) if not any("tfvars" in it for it in case.files)
    }
    calls = "".join(f'module "{name}" {{\n  source = "./{name}"\n}}\n' for name in cases)
    files = {f"{name}/{path}": text for name, case in cases.items() for path, text in case.files.items()}
    (tmp_path / "code").mkdir()
    root = repository(tmp_path / "code", {"main.tf": PROVIDER + calls, **files})
    planned(root)
    rules = {rule for case in cases.values() for rule in case.rules}
    found: dict[str, set[str]] = {name: set() for name in cases}
    for finding in run([str(root / "plan.json")], Settings(select=tuple(sorted(rules)))).findings:
        found[Path(finding.span.path).relative_to(root).parts[0]].add(finding.rule)
    assert {cases[name].name: tuple(sorted(rules)) for name, rules in found.items()} == {
        case.name: case.rules for case in cases.values()
    }
