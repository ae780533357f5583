"""What people complain about in other tools, as it has to come out here (`users.md` in the design folder).

`WAYS` and `ISSUES` follow the loudest complaint: wrong answers when values pass through variables, locals, objects,
dynamic blocks, for_each and modules. `WAYS` has each of these alone; `ISSUES` has one case for each issue on the list.
All that is known of an issue there is that one sentence, so that which ways meet in which case is our choice. The tests
behind them are the seven cases that were measured to break other tools, in the order of the second table.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.baseline import identities, matched
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
        "variables",
        {"main.tf": 'variable "c" { default = @ }\n' + group(RULE.format(port=22, cidrs="[var.c]"))},
        '"0.0.0.0/0"',
        '"10.0.0.0/8"',
    ),
    (
        "locals",
        {
            "main.tf": "locals {\n  a = { open = @ }\n  b = local.a.open ? 22 : 443\n}\n"
            + group(RULE.format(port="local.b", cidrs='["0.0.0.0/0"]'))
        },
        "true",
        "false",
    ),
    (
        "objects",
        {
            "main.tf": 'variable "db" {\n  type = object({ name = string, encrypted = optional(bool, @) })\n'
            '  default = { name = "x" }\n}\nresource "aws_db_instance" "d" { storage_encrypted = var.db.encrypted }\n'
        },
        "false",
        "true",
    ),
    (
        "dynamic",
        {"main.tf": 'variable "rules" {\n  default = [{ port = 22, cidrs = [@] }]\n}\n' + group(DYNAMIC)},
        '"0.0.0.0/0"',
        '"10.0.0.0/8"',
    ),
    (
        "for_each",
        {
            "main.tf": 'resource "aws_db_instance" "d" {\n  for_each = { a = { safe = true }, b = { safe = @ } }\n'
            "  storage_encrypted = each.value.safe\n}\n"
        },
        "false",
        "true",
    ),
    (
        "modules",
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
        "modules, by their count",
        {
            "main.tf": 'variable "on" { default = @ }\n'
            'module "db" {\n  count  = var.on ? 1 : 0\n  source = "./db"\n}\n',
            "db/main.tf": 'resource "aws_db_instance" "d" { storage_encrypted = false }\n',
        },
        "true",
        "false",
    ),
]


# (the issue, files with @ where the deciding value is written, the bad value, the good one)
ISSUES: list[tuple[str, dict[str, str], str, str]] = [
    (
        "checkov #3777: variables in locals in a dynamic block",
        {
            "main.tf": 'variable "office" { default = ["10.1.0.0/16"] }\nvariable "public" { default = @ }\n'
            'locals {\n  ranges = var.public ? ["0.0.0.0/0"] : var.office\n'
            "  rules  = { ssh = { port = 22, cidrs = local.ranges } }\n}\n"
            + group(DYNAMIC.replace("var.rules", "local.rules"))
        },
        "true",
        "false",
    ),
    (
        "checkov #6382: objects with optional attributes through a module",
        {
            "main.tf": 'module "db" {\n  source = "./db"\n  db     = { name = "x" @ }\n}\n',
            "db/main.tf": 'variable "db" {\n  type = object({\n    name = string\n'
            "    storage = optional(object({ encrypted = optional(bool, false) }), {})\n  })\n}\n"
            'resource "aws_db_instance" "d" { storage_encrypted = var.db.storage.encrypted }\n',
        },
        "",
        ", storage = { encrypted = true }",
    ),
    (
        "checkov #5764: for_each over what locals make of a nested variable",
        {
            "main.tf": 'variable "apps" {\n  default = {\n    web = { dbs = { orders = true } }\n'
            "    api = { dbs = { users = true, log = @ } }\n  }\n}\n"
            "locals {\n  dbs = flatten([for app, it in var.apps : [\n"
            '    for name, safe in it.dbs : { key = "${app}-${name}", safe = safe }\n  ]])\n}\n'
            'resource "aws_db_instance" "d" {\n  for_each          = { for db in local.dbs : db.key => db }\n'
            "  storage_encrypted = each.value.safe\n}\n"
        },
        "false",
        "true",
    ),
    (
        "trivy #10926: for_each of a module over objects",
        {
            "main.tf": 'locals {\n  groups = {\n    a = { rules = [{ port = 443, cidrs = ["0.0.0.0/0"] }] }\n'
            '    b = { rules = [{ port = 22, cidrs = [@] }] }\n  }\n}\nmodule "group" {\n  source   = "./group"\n'
            "  for_each = local.groups\n  rules    = each.value.rules\n}\n",
            "group/main.tf": 'variable "rules" {\n'
            "  type = list(object({ port = number, cidrs = optional(list(string), []) }))\n}\n" + group(DYNAMIC),
        },
        '"0.0.0.0/0"',
        '"10.0.0.0/8"',
    ),
    (
        "trivy #5902: a variable of tfvars through modules in modules",
        {
            "main.tf": 'variable "safe" { type = bool }\nmodule "app" {\n  source = "./app"\n  safe   = var.safe\n}\n',
            "terraform.tfvars": "safe = @\n",
            "app/main.tf": 'variable "safe" { default = true }\n'
            'module "db" {\n  source = "./db"\n  config = { safe = var.safe }\n}\n',
            "app/db/main.tf": 'variable "config" { type = object({ safe = bool }) }\n'
            'resource "aws_db_instance" "d" { storage_encrypted = var.config.safe }\n',
        },
        "false",
        "true",
    ),
    (
        "KICS #2226: the output of a module in a local and a template",
        {
            "main.tf": 'module "net" {\n  source = "./net"\n}\n'
            'locals {\n  cidr = "${module.net.first}/${module.net.bits}"\n}\n'
            + group(RULE.format(port=22, cidrs="[local.cidr]")),
            "net/main.tf": 'output "first" { value = @ == 0 ? "0.0.0.0" : "10.0.0.0" }\noutput "bits" { value = @ }\n',
        },
        "0",
        "8",
    ),
    (
        "KICS #5175: dynamic blocks in dynamic blocks, over a merged map",
        {
            "main.tf": 'variable "extra" { default = { admin = { ports = [@] } } }\n'
            'locals {\n  all = merge({ web = { ports = [443] } }, var.extra)\n}\nresource "aws_security_group" "g" {\n'
            '  dynamic "ingress" {\n    for_each = toset(flatten([for name, it in local.all : it.ports]))\n'
            "    iterator = port\n    content {\n      from_port   = port.value\n      to_port     = port.value\n"
            '      protocol    = "tcp"\n      cidr_blocks = ["0.0.0.0/0"]\n    }\n  }\n}\n'
        },
        "22",
        "443",
    ),
]

LISTED = ("checkov #3777", "checkov #6382", "checkov #5764", "trivy #10926", "trivy #5902", "KICS #2226", "KICS #5175")


def outcome_of(root: Path, files: dict[str, str], settings: Settings = ONLY) -> Outcome:
    """What a run over a repository of these files says."""
    root.mkdir(exist_ok=True)
    return run([str(repository(root, files))], settings)


@pytest.mark.parametrize(
    ("files", "bad", "good"), [case[1:] for case in (*WAYS, *ISSUES)], ids=[case[0] for case in (*WAYS, *ISSUES)]
)
def test_a_value_is_followed(tmp_path: Path, files: dict[str, str], bad: str, good: str) -> None:
    for name, value, findings in (("bad", bad, 1), ("good", good, 0)):
        outcome = outcome_of(tmp_path / name, {path: text.replace("@", value) for path, text in files.items()})
        assert (len(outcome.findings), outcome.undecided) == (findings, ()), name


def test_every_way_and_every_issue_has_its_case() -> None:
    assert {"variables", "locals", "objects", "dynamic", "for_each", "modules"} <= {case[0] for case in WAYS}
    assert tuple(case[0].partition(":")[0] for case in ISSUES) == LISTED


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


def test_with_a_baseline_what_is_new_in_another_file_is_reported(tmp_path: Path) -> None:
    """One finding is mended in a file, the same one is new in another."""
    known = identities(outcome_of(tmp_path / "before", {"a/main.tf": OPEN, "b/main.tf": ""}))
    now = outcome_of(tmp_path / "after", {"a/main.tf": "", "b/main.tf": OPEN})
    assert [Path(it.span.path).parent.name for it in matched(now, known).outcome.findings] == ["b"]


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        ("# cloudlint: ignore[aws-vpc-ingress-ssh] the jump host", []),
        ("# cloudlint: ignore[aws-vpc-ingres-ssh] the jump host", [SSH, "ignore-unknown-rule"]),
        ("# checkov:skip=CKV_AWS_24: the jump host", []),
        ("# cloudlint: ignore[aws-rds-storage-unencrypted] no longer", [SSH, "ignore-unused"]),
    ],
    ids=["right", "mistyped", "another tool's", "of no use any more"],
)
def test_an_ignore_comment_that_ignores_nothing_is_reported(tmp_path: Path, comment: str, rules: list[str]) -> None:
    text = OPEN.replace("{\n", "{\n  " + comment + "\n", 1)
    outcome = outcome_of(tmp_path, {"main.tf": text}, Settings(select=(SSH, STORAGE, "ignore-*")))
    assert sorted(finding.rule for finding in outcome.findings) == sorted(rules)
