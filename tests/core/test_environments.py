"""One finding for all environments, which says where it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.config import load
from cloudlint.running import run
from tests.core.test_running import repository

MAIN = """\
variable "encrypted" {}
variable "logs" {}

resource "aws_db_instance" "one" {
  storage_encrypted = var.encrypted
}
"""
RULE = 'select = ["aws-rds-storage-unencrypted"]\n'
SETTINGS = RULE + '[environments]\ndev = ["dev.tfvars"]\nstage = ["stage.tfvars"]\nprod = ["prod.tfvars"]\n'


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        (("false", "false", "false"), [""]),
        (("true", "true", "true"), []),
        (("false", "true", "true"), [" (in dev, not in stage or prod)"]),
        (("false", "true", "false"), [" (in dev and prod, not in stage)"]),
    ],
)
def test_a_finding_says_where_it_holds(tmp_path: Path, values: tuple[str, ...], messages: list[str]) -> None:
    files = {"main.tf": MAIN, "cloudlint.toml": SETTINGS}
    files |= {f"{name}.tfvars": f"encrypted = {value}\n" for name, value in zip(("dev", "stage", "prod"), values)}
    root = repository(tmp_path, files)
    outcome = run([str(root)], load(f"{root}/cloudlint.toml"))
    said = "`storage_encrypted` is false on `aws_db_instance.one`"
    assert [finding.message for finding in outcome.findings] == [said + message for message in messages]
    assert (outcome.files, outcome.resources) == (4, 3)


def test_an_environment_without_the_value_leaves_the_check_undecided(tmp_path: Path) -> None:
    files = {"main.tf": MAIN, "cloudlint.toml": SETTINGS, "dev.tfvars": "", "stage.tfvars": "", "prod.tfvars": ""}
    root = repository(tmp_path, files)
    outcome = run([str(root)], load(f"{root}/cloudlint.toml"))
    assert [(item.rule, item.decided_by) for item in outcome.undecided] == [
        ("aws-rds-storage-unencrypted", 'variable "encrypted", which has no default')
    ]
