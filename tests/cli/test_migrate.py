"""Leaving another tool: its comments and files become ours, and nothing is reported before that is not after."""

from __future__ import annotations

# ruff: noqa: E501  tables of small sources
from json import dumps
from pathlib import Path

import pytest

from cloudlint.cli import main
from cloudlint.settings_files import load

RULE = "aws-s3-bucket-public-acl"
HEAD = 'resource "aws_s3_bucket_acl" "a" {\n'
OPEN = HEAD + '  acl = "public-read"\n}\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def migrate(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["migrate", *arguments]) == 0
    return capsys.readouterr().out


def ours(text: str) -> str:
    return text.replace("OURS", f"cloudlint: ignore[{RULE}]")


COMMENTS = [
    # before, after
    ("# trivy:ignore:AVD-AWS-0092\n" + OPEN, "# OURS\n" + OPEN),
    ("# trivy:ignore:AVD-AWS-0092:exp:2999-01-01\n" + OPEN, "# OURS until=2999-01-01\n" + OPEN),
    (HEAD + '  acl = "public-read" #tfsec:ignore:aws-s3-no-public-access-with-acl\n}\n', HEAD + '  acl = "public-read" #OURS\n}\n'),
    (HEAD + '  # checkov:skip=CKV_AWS_20:a site\n  acl = "public-read"\n}\n', "# OURS a site\n" + OPEN),
    (HEAD + '  acl = "public-read" # checkov:skip=CKV_AWS_20:a site\n}\n', "# OURS a site\n" + OPEN),
    (HEAD + '  acl = "public-read"\n  # why\n  # checkov:skip=CKV_AWS_20\n}\n', "# OURS\n" + HEAD + '  acl = "public-read"\n  # why\n}\n'),
    (HEAD + '  # checkov:skip=CKV_AWS_9999:not of ours\n  acl = "public-read"\n}\n', None),
    ("# trivy:ignore:AVD-AWS-0092[acl=public-read]\n" + OPEN, None),
    ("# tfsec:ignore:aws-s3-no-public-access-with-acl:ws:production\n" + OPEN, None),
    ("# cloudlint: ignore[aws-s3-*] ours already\n" + OPEN, None),
    ("# kics-scan ignore-line\n" + OPEN, None),
    (HEAD + '  # kics-scan ignore-line\n  acl = "public-read"\n}\n', HEAD + '  # cloudlint: ignore[*]\n  acl = "public-read"\n}\n'),
    ("# kics-scan ignore\n\n" + OPEN, "# cloudlint: ignore-file[*]\n\n" + OPEN),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), COMMENTS)
def test_comments(folder: Path, capsys: pytest.CaptureFixture[str], before: str, after: str | None) -> None:
    file = folder / "main.tf"
    file.write_text(before)
    shown = migrate(capsys)
    assert file.read_text() == before, "only shown"
    said = main(["check", "--select", RULE])
    capsys.readouterr()
    migrate(capsys, "--write")
    now = file.read_text()
    if after is None:
        assert now == before
        assert "left: main.tf" in shown or "cloudlint:" in before
    else:
        rules = now.partition("[")[2].partition("]")[0].split(", ")
        assert RULE in rules or rules == ["*"]
        assert now == ours(after).replace(f"[{RULE}]", f"[{', '.join(rules)}]")
        again = migrate(capsys)
        assert "can be ours" not in again
    assert main(["check", "--select", RULE]) == said


FILES = [
    # file, its text, words of the settings, words on what is left
    (".checkov.yaml", "skip-check:\n  - CKV_AWS_20\n  - CKV_NO_1\nskip-path: [examples/, '.*_test.tf$']\nsoft-fail: true\n",
     ['ignore = [\n  "CKV_AWS_20",\n]', 'exclude = [\n  "examples/",\n]'],
     ["no rule of ours is `CKV_NO_1`", "the regular expression `.*_test.tf$`", "`soft-fail` has no counterpart"]),
    (".trivyignore", "# a public site\n# for all\nAVD-AWS-0092 exp:2999-01-01\n\nCVE-2020-1\nAVD-NO-1\n",
     ['[[accept]]\nrule = "AVD-AWS-0092"\nreason = "a public site for all"\nuntil = "2999-01-01"'],
     ["no rule of ours is `AVD-NO-1`"]),
    (".trivyignore.yaml", "misconfigurations:\n  - id: AVD-AWS-0092\n    paths: [site/main.tf]\n    statement: a site\n    expired_at: 2999-01-01\nvulnerabilities:\n  - id: CVE-1\n",
     ['rule = "AVD-AWS-0092"\npaths = ["site/main.tf"]\nreason = "a site"\nuntil = "2999-01-01"'],
     ["`vulnerabilities` is not about configuration"]),
    (".tfsec/config.yml", "exclude: [aws-s3-no-public-access-with-acl]\nseverity_overrides:\n  AVD-AWS-0080: LOW\nminimum_severity: HIGH\n",
     ['severity = "high"', '[severities]\n"AVD-AWS-0080" = "low"', '"aws-s3-no-public-access-with-acl"'], []),
    ("trivy.yaml", "severity: [CRITICAL, HIGH]\nexit-code: 1\nscan:\n  skip-dirs: [examples]\n  offline: true\nmisconfiguration:\n  terraform:\n    vars: [prod.tfvars]\n",
     ['severity = "high"', 'exclude = [\n  "examples",\n]', 'var-files = [\n  "prod.tfvars",\n]'], ["`scan.offline` has no counterpart"]),
    ("terrascan.toml", '[rules]\nskip-rules = ["AC_AWS_0207"]\n[severity]\nlevel = "medium"\n[notifications]\nx = 1\n',
     ['severity = "medium"', 'ignore = [\n  "AC_AWS_0207",\n]'], ["`notifications` has no counterpart"]),
    ("kics.config", dumps({"exclude-paths": ["./old"], "fail-on": "high,critical", "type": ["Terraform"]}),
     ['fail-on = "high"', 'exclude = [\n  "old",\n]'], ["`type` has no counterpart"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "settings", "left"), FILES)
def test_files(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, settings: list[str], left: list[str]
) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    out = migrate(capsys, "--write")
    written = (folder / "cloudlint.toml").read_text()
    assert [words for words in settings if words not in written] == [], written
    assert [words for words in left if f"left: {name}: {words}" not in out] == [], out
    load(str(folder / "cloudlint.toml"))


def test_settings_that_are_there_are_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".trivyignore").write_text("AVD-AWS-0092\n")
    (folder / "cloudlint.toml").write_text("ignore = []\n")
    assert "is there already" in migrate(capsys, "--write")
    assert (folder / "cloudlint.toml").read_text() == "ignore = []\n"


def test_a_baseline_of_checkov(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "main.tf").write_text(OPEN + OPEN.replace('"a"', '"b"'))
    finding = {"resource": "aws_s3_bucket_acl.a", "check_ids": ["CKV_AWS_20"]}
    (folder / ".checkov.baseline").write_text(dumps({"failed_checks": [{"file": "/main.tf", "findings": [finding]}]}))
    migrate(capsys, "--write")
    assert main(["check", "--select", RULE]) == 1
    out = capsys.readouterr().out
    assert "main.tf:5:9" in out
    assert "main.tf:2:9" not in out


def test_nothing_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert migrate(capsys) == "nothing of another tool is found here\n"
