"""Several reports at once, statistics, standards, and what is ignored."""

from __future__ import annotations

from json import loads
from pathlib import Path

import pytest

from cloudlint.cli import main

RULE = "aws-s3-bucket-public-acl"
OPEN = 'resource "aws_s3_bucket_acl" "site" {\n  acl = "public-read"\n}\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "site.tf").write_text(OPEN)
    (tmp_path / "demo.tf").write_text(
        f"# cloudlint: ignore[{RULE}] a demo until=2999-01-01 by=ann\n" + OPEN.replace("site", "demo")
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["check", "--select", RULE, *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_several_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = (
        "--format",
        "sarif",
        "--output",
        "x.sarif",
        "--output",
        "x.xml",
        "--output",
        "x.html",
        "--format",
        "text",
    )
    code, out, _ = check(capsys, *arguments)
    assert code == 1
    assert "site.tf:2:9" in out
    assert len(loads((folder / "x.sarif").read_text())["runs"][0]["results"]) == 2
    assert (folder / "x.xml").read_text().startswith("<?xml")
    assert (folder / "x.html").read_text().startswith("<!doctype html>")


def test_files_only_leave_a_summary(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = check(capsys, "--format", "gitlab", "--output", "x.json")
    assert (code, out) == (1, "")
    assert "1 finding: 1 high" in err
    assert loads((folder / "x.json").read_text())[0]["location"]["path"] == "site.tf"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "json", "--format", "sarif"), "two reports for standard output"),
        (("--output", "report"), "`--output report`: give a `--format` before it"),
        (("--format", "json", "--output", "no/such/x.json"), "`--output no/such/x.json`: no such file or directory"),
        (("--standard", "nonsense"), "`--standard nonsense` is no standard; there are cis-aws-"),
        (("--standard", "n"), "may be `nist-800-53` or `nydfs-500`"),
    ],
)
def test_mistakes(folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str) -> None:
    code, _, err = check(capsys, *arguments)
    assert code == 2
    assert words in err


def test_statistics(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = check(capsys, "--statistics")[1]
    assert f"{RULE}         1" in out
    assert "total exposure (CVSSF): " in out


@pytest.mark.parametrize("arguments", [("--output", "x.json"), ("--format", "json")])
def test_statistics_beside_a_report_for_programs(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    _, out, err = check(capsys, "--statistics", *arguments)
    assert "total exposure (CVSSF): " in err
    assert "total exposure" not in out


def test_what_is_ignored(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = check(capsys, "--show-ignored")[1]
    assert f"ignored[{RULE}] demo.tf:3:9: a demo, until 2999-01-01, by ann" in out
    assert ", 1 ignored" in out
    (item,) = loads(check(capsys, "--format", "json")[1])["suppressed"]
    assert (item["means"], item["reason"], item["path"]) == ("comment", "a demo", "demo.tf")


def test_a_standard(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everything = loads(check(capsys, "--format", "json")[1])["findings"]
    standards = everything[0]["standards"]
    assert standards, "this test needs a rule with a standard"
    name = min(standards)
    out = check(capsys, "--standard", name)[1]
    assert standards[name][0] in out
    other = next(key for key in ("cis-aws-3.0", "nydfs-500", "gdpr", "hipaa") if key not in standards)
    assert check(capsys, "--standard", other)[0] == 0


def test_coverage_of_a_standard(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--standard", "cis-aws"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("CIS Amazon Web Services Foundations Benchmark 3.0.0: ")
    assert "\n2.1.1\n  aws-s3-" in out
