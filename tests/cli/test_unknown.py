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
            'module.db.aws_db_instance.this: `instance_class` is "db.t3"\n  at db/main.tf:3:20: "db.${var.class}"\n',
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


def test_an_address_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--value", "aws_vpc.v.id", "."]) == 2
    assert "`aws_vpc.v.id` is not in `.`" in capsys.readouterr().err
