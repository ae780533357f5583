"""What the author has marked as sensitive is judged like anything else, and shown to nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.cli import main
from cloudlint.inspecting import readings_at, resolved
from tests.core.languages.terraform.projects import ROOT, evaluated, resource

SECRET = "public-read"
MARKED = f"""
variable "acl" {{
  default   = "{SECRET}"
  sensitive = true
}}
locals {{
  acl    = var.acl
  joined = "x-${{var.acl}}"
}}
module "m" {{ source = "./m" }}
"""
MODULE = f"""
output "acl" {{
  value     = "{SECRET}"
  sensitive = true
}}
"""

# (what is marked, the ACL that comes from it)
WAYS = [
    ("a variable", "var.acl"),
    ("what is made of one", "local.acl"),
    ("a template", 'trimprefix(local.joined, "x-")'),
    ("an element", "[local.acl][0]"),
    ("the element of a whole", 'sensitive({ a = "public-read" }).a'),
    ("what a sensitive condition chooses", 'var.acl == "a" ? "private" : "public-read"'),
    ("the output of a module", "module.m.acl"),
    ("a call", 'sensitive("public-read")'),
]


def project(acl: str) -> dict[str, str]:
    return {"main.tf": f'{MARKED}resource "aws_s3_bucket_acl" "a" {{\n  acl = {acl}\n}}\n', "m/main.tf": MODULE}


@pytest.mark.parametrize(("what", "acl"), WAYS)
def test_it_is_known_and_not_shown(what: str, acl: str) -> None:
    files = project(acl)
    analysis = evaluated(files)
    assert resource(analysis, "aws_s3_bucket_acl.a")["acl"].known == SECRET
    at = files["main.tf"].rindex("acl = ") + len("acl = ")
    readings = readings_at(analysis.graphs, f"{ROOT}/main.tf", at)
    hints = resolved(analysis.graphs, f"{ROOT}/main.tf", at - 1, len(files["main.tf"]))
    assert {reading.shown for reading in (*readings, *hints)} <= {"(sensitive)"}


def test_nonsensitive_takes_the_mark_away() -> None:
    files = project("nonsensitive(var.acl)")
    (reading,) = readings_at(evaluated(files).graphs, f"{ROOT}/main.tf", files["main.tf"].rindex("var.acl"))
    assert reading.shown == f'"{SECRET}"'


@pytest.mark.parametrize(
    "asked", [["check", "."], ["check", "--format", "json", "."], ["check", "--format", "github", "."]]
)
def test_no_finding_says_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    declared = 'variable "acl" { sensitive = true }\nresource "aws_s3_bucket_acl" "a" {\n  acl = var.acl\n}\n'
    (tmp_path / "main.tf").write_text(declared)
    (tmp_path / "terraform.tfvars").write_text(f'acl = "{SECRET}"\n')
    monkeypatch.chdir(tmp_path)
    assert main([*asked, "--select", "aws-s3-bucket-public-acl"]) == 1
    said = capsys.readouterr().out
    assert "(sensitive)" in said
    assert SECRET not in said


def test_the_way_of_a_value_is_told_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = project('{ a = var.acl, b = "x" }')
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "--value", "aws_s3_bucket_acl.a.acl", "."]) == 0
    said = capsys.readouterr().out
    assert "{ a = (sensitive), b = " in said
    assert SECRET not in said
