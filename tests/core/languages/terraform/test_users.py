"""What people complain about in other tools, as it has to come out here.

The first table follows the loudest complaint, wrong answers when values pass through something (checkov #3777 #6382
#5764, trivy #10926 #5902, KICS #2226 #5175): one case for each way that is named there. The rest are the cases that
were measured to break other tools.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.config import Settings
from cloudlint.outcome import Outcome
from cloudlint.running import run
from tests.core.test_running import repository

SSH, STORAGE = "aws-vpc-ingress-ssh", "aws-rds-storage-unencrypted"
ONLY = Settings(select=(SSH, STORAGE))


def group(body: str) -> str:
    """A security group."""
    return f'resource "aws_security_group" "g" {{\n{body}\n}}\n'


RULE = 'ingress {{\nfrom_port = {port}\nto_port = {port}\nprotocol = "tcp"\ncidr_blocks = {cidrs}\n}}'
DYNAMIC = """
dynamic "ingress" {
  for_each = var.rules
  content {
    from_port   = ingress.value.port
    to_port     = ingress.value.port
    protocol    = "tcp"
    cidr_blocks = ingress.value.cidrs
  }
}"""

# (the way a value takes, files with @ where it is written, the bad value, the good one)
WAYS: list[tuple[str, dict[str, str], str, str]] = [
    (
        "a variable",
        {"main.tf": 'variable "c" { default = @ }\n' + group(RULE.format(port=22, cidrs="[var.c]"))},
        '"0.0.0.0/0"',
        '"10.0.0.0/8"',
    ),
    (
        "locals of locals",
        {
            "main.tf": "locals {\n  a = { open = @ }\n  b = local.a.open ? 22 : 443\n}\n"
            + group(RULE.format(port="local.b", cidrs='["0.0.0.0/0"]'))
        },
        "true",
        "false",
    ),
    (
        "an object with optional attributes",
        {
            "main.tf": 'variable "db" {\n  type = object({ name = string, encrypted = optional(bool, @) })\n'
            '  default = { name = "x" }\n}\nresource "aws_db_instance" "d" { storage_encrypted = var.db.encrypted }\n'
        },
        "false",
        "true",
    ),
    (
        "a dynamic block over a list of objects",
        {"main.tf": 'variable "rules" {\n  default = [{ port = 22, cidrs = [@] }]\n}\n' + group(DYNAMIC)},
        '"0.0.0.0/0"',
        '"10.0.0.0/8"',
    ),
    (
        "for_each over a map",
        {
            "main.tf": 'resource "aws_db_instance" "d" {\n  for_each = { a = { safe = true }, b = { safe = @ } }\n'
            "  storage_encrypted = each.value.safe\n}\n"
        },
        "false",
        "true",
    ),
    (
        "two modules, an output and a merge",
        {
            "main.tf": 'module "defaults" {\n  source = "./defaults"\n}\nmodule "db" {\n  source = "./db"\n'
            "  settings = merge(module.defaults.all, { safe = @ })\n}\n",
            "defaults/main.tf": 'output "all" { value = { safe = true } }\n',
            "db/main.tf": 'variable "settings" { type = map(bool) }\n'
            'resource "aws_db_instance" "d" { storage_encrypted = lookup(var.settings, "safe", true) }\n',
        },
        "false",
        "true",
    ),
    (
        "count of a module and a conditional",
        {
            "main.tf": 'variable "on" { default = @ }\n'
            'module "db" {\n  count  = var.on ? 1 : 0\n  source = "./db"\n}\n',
            "db/main.tf": 'resource "aws_db_instance" "d" { storage_encrypted = false }\n',
        },
        "true",
        "false",
    ),
]


def outcome_of(root: Path, files: dict[str, str]) -> Outcome:
    """What a run over a repository of these files says."""
    return run([str(repository(root, files))], ONLY)


@pytest.mark.parametrize(("files", "bad", "good"), [way[1:] for way in WAYS], ids=[way[0] for way in WAYS])
def test_a_value_is_followed(tmp_path: Path, files: dict[str, str], bad: str, good: str) -> None:
    for name, value, findings in (("bad", bad, 1), ("good", good, 0)):
        (tmp_path / name).mkdir()
        outcome = outcome_of(tmp_path / name, {path: text.replace("@", value) for path, text in files.items()})
        assert (len(outcome.findings), outcome.undecided) == (findings, ()), name


OPEN = group(RULE.format(port=22, cidrs='["0.0.0.0/0"]'))


def test_a_half_typed_attribute_hides_no_other_block(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, {"main.tf": 'resource "aws_vpc" "v" {\n  cidr_block =\n}\n' + OPEN})
    assert [finding.rule for finding in outcome.findings] == ["syntax-error", SSH]
    assert outcome.fails(ONLY)


def test_a_keyword_is_an_attribute_like_any_other(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, {"main.tf": 'resource "alert" "a" {\n  for = "2m"\n}\n' + OPEN})
    assert [finding.rule for finding in outcome.findings] == [SSH]


@pytest.mark.parametrize("files", [["modules/db/main.tf"], ["main.tf"], ["modules/db/main.tf", "main.tf"], ["."]])
def test_a_module_is_judged_as_it_is_called(tmp_path: Path, files: list[str]) -> None:
    root = repository(
        tmp_path,
        {
            "main.tf": 'module "db" {\n  source    = "./modules/db"\n  encrypted = true\n}\n',
            "modules/db/main.tf": 'variable "encrypted" { default = false }\n'
            'resource "aws_db_instance" "d" { storage_encrypted = var.encrypted }\n',
        },
    )
    outcome = run([str(root / name) for name in files], ONLY)
    assert (outcome.findings, outcome.undecided) == ((), ())


@pytest.mark.parametrize(
    ("text", "variable"),
    [
        ('variable "cidr" {}\n' + group(RULE.format(port=22, cidrs="[var.cidr]")), "cidr"),
        ('variable "enc" {}\nresource "aws_db_instance" "d" { storage_encrypted = var.enc }\n', "enc"),
    ],
)
def test_a_value_that_nobody_gives_is_counted_and_said(tmp_path: Path, text: str, variable: str) -> None:
    outcome = outcome_of(tmp_path, {"main.tf": text})
    assert not outcome.findings
    assert [item.decided_by for item in outcome.undecided] == [f'variable "{variable}", which has no default']
