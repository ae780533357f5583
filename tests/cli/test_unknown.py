"""What cannot be known, on the command line: `check --show-unknown` and `explain --value`."""

from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.cli import main

MAIN = """\
variable "enc" {}
module "db" {
  source = "./db"
  class  = "t3"
}
resource "aws_db_instance" "one" {
  storage_encrypted = var.enc
}
"""
MODULE = 'variable "class" {}\nresource "aws_db_instance" "this" {\n  instance_class = "db.${var.class}"\n}\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "db").mkdir()
    (tmp_path / "main.tf").write_text(MAIN)
    (tmp_path / "db" / "main.tf").write_text(MODULE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_undecided_check_names_the_variable(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--select", "aws-rds-storage-unencrypted", "--show-unknown", "main.tf"])
    said = capsys.readouterr().out
    assert "undecided[aws-rds-storage-unencrypted]" in said
    assert 'variable "enc", which has no default' in said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "aws_db_instance.one.storage_encrypted",
            'aws_db_instance.one: `storage_encrypted` is unknown: variable "enc", which has no default\n'
            "  at main.tf:7:23: var.enc\n"
            '  from variable "enc", which has no default at main.tf:1:1: variable "enc"\n',
        ),
        (
            "module.db.aws_db_instance.this.instance_class",
            'module.db.aws_db_instance.this: `instance_class` is "db.t3"\n  at db/main.tf:3:20: "db.${var.class}"\n'
            '  from module "db" at main.tf:4:12: "t3"\n',
        ),
        (
            "aws_db_instance.one.multi_az",
            'aws_db_instance.one: `multi_az` is not set\n  around main.tf:6:1: resource "aws_db_instance" "one"\n',
        ),
    ],
)
def test_a_value_and_its_way(folder: Path, capsys: pytest.CaptureFixture[str], asked: str, said: str) -> None:
    assert main(["explain", "--value", asked, "."]) == 0
    assert capsys.readouterr().out == said


ENVIRONMENTS = [
    # (what dev.tfvars and prod.tfvars say, what is said of `storage_encrypted`)
    (
        ("enc = false", "enc = true"),
        "aws_db_instance.one: `storage_encrypted` is false (in dev, not in prod)\n"
        "  at main.tf:3:23: var.enc\n"
        "  from dev.tfvars at dev.tfvars:1:7: false\n"
        "\n"
        "aws_db_instance.one: `storage_encrypted` is true (in prod, not in dev)\n"
        "  at main.tf:3:23: var.enc\n"
        "  from prod.tfvars at prod.tfvars:1:7: true\n",
    ),
    (
        ("", "enc = true"),
        'aws_db_instance.one: `storage_encrypted` is unknown: variable "enc", which has no default'
        " (in dev, not in prod)\n"
        "  at main.tf:3:23: var.enc\n"
        '  from variable "enc", which has no default at main.tf:1:1: variable "enc"\n'
        "\n"
        "aws_db_instance.one: `storage_encrypted` is true (in prod, not in dev)\n"
        "  at main.tf:3:23: var.enc\n"
        "  from prod.tfvars at prod.tfvars:1:7: true\n",
    ),
    (
        ("enc = true", "enc = true"),
        "aws_db_instance.one: `storage_encrypted` is true (in dev)\n"
        "  at main.tf:3:23: var.enc\n"
        "  from dev.tfvars at dev.tfvars:1:7: true\n"
        "\n"
        "aws_db_instance.one: `storage_encrypted` is true (in prod)\n"
        "  at main.tf:3:23: var.enc\n"
        "  from prod.tfvars at prod.tfvars:1:7: true\n",
    ),
    (
        ("", ""),
        'aws_db_instance.one: `storage_encrypted` is unknown: variable "enc", which has no default\n'
        "  at main.tf:3:23: var.enc\n"
        '  from variable "enc", which has no default at main.tf:1:1: variable "enc"\n',
    ),
]


@pytest.mark.parametrize(("values", "said"), ENVIRONMENTS)
def test_a_value_in_each_environment(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    values: tuple[str, str],
    said: str,
) -> None:
    """Once where they agree in the value and its way."""
    main_tf = 'variable "enc" {}\nresource "aws_db_instance" "one" {\n  storage_encrypted = var.enc\n}\n'
    settings = '[environments]\ndev = ["dev.tfvars"]\nprod = ["prod.tfvars"]\n'
    (tmp_path / ".git").mkdir()
    for name, text in {"main.tf": main_tf, "cloudlint.toml": settings}.items():
        (tmp_path / name).write_text(text)
    for name, text in zip(("dev", "prod"), values):
        (tmp_path / f"{name}.tfvars").write_text(text + "\n")
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "--value", "aws_db_instance.one.storage_encrypted", "."]) == 0
    assert capsys.readouterr().out == said


def test_a_resource_of_one_environment_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "main.tf").write_text(
        'variable "on" {}\nresource "aws_sqs_queue" "q" {\n  count = var.on ? 1 : 0\n  name  = "q"\n}\n'
    )
    (tmp_path / "dev.tfvars").write_text("on = false\n")
    (tmp_path / "prod.tfvars").write_text("on = true\n")
    (tmp_path / "cloudlint.toml").write_text('[environments]\ndev = ["dev.tfvars"]\nprod = ["prod.tfvars"]\n')
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "--value", "aws_sqs_queue.q.name", "."]) == 0
    assert (
        capsys.readouterr().out == 'aws_sqs_queue.q[0]: `name` is "q" (in prod, not in dev)\n  at main.tf:4:11: "q"\n'
    )


def test_the_ways_of_what_a_value_is_put_together_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "main.tf").write_text(
        'variable "a" {\n  default = "10.0.0.0/8"\n}\nlocals {\n  b = "10.${1}.0.0/16"\n}\n'
        'resource "aws_security_group_rule" "r" {\n  cidr_blocks = [var.a, local.b, "::/0", var.a]\n}\n'
    )
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "--value", "aws_security_group_rule.r.cidr_blocks", "."]) == 0
    assert capsys.readouterr().out == (
        'aws_security_group_rule.r: `cidr_blocks` is ["10.0.0.0/8", "10.1.0.0/16", "::/0", "10.0.0.0/8"]\n'
        '  at main.tf:8:17: [var.a, local.b, "::/0", var.a]\n'
        '  from variable "a" at main.tf:2:13: "10.0.0.0/8"\n'
        '  from local.b at main.tf:5:7: "10.${1}.0.0/16"\n'
    )


def test_an_address_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--value", "aws_vpc.v.id", "."]) == 2
    assert "`aws_vpc.v.id` is not in `.`" in capsys.readouterr().err
