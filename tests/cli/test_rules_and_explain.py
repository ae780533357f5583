from __future__ import annotations

from json import loads

import pytest

from cloudlint.cli import main


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_rules_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "rules")
    assert code == 0
    (line,) = (line for line in out.splitlines() if line.startswith("aws-s3-bucket-public-acl "))
    assert line.split()[1:3] == ["high", "unsafe"]
    assert line.endswith("S3 bucket ACL lets anyone read or write")


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "rules", "--format", "json")
    rules = {rule["rule"]: rule for rule in loads(out)}
    assert code == 0
    rule = rules["aws-s3-bucket-public-acl"]
    assert list(rule) == [
        "rule", "title", "severity", "cvss", "kinds", "frameworks", "aliases", "standards", "fix", "default",
    ]  # fmt: skip
    assert "aws_s3_bucket_acl" in rule["kinds"]
    assert "CKV_AWS_20" in rule["aliases"]
    assert rules["syntax-error"]["fix"] is None


@pytest.mark.parametrize("name", ["aws-s3-bucket-public-acl", "AWS-S3-Bucket-Public-ACL", "CKV_AWS_20"])
def test_explain(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, _ = said(capsys, "explain", name)
    assert code == 0
    assert "aws-s3-bucket-public-acl  S3 bucket ACL lets anyone read or write\n" in out
    assert "\x1b" not in out


def test_explain_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "explain", "aws-s3-bucket-pulic-acl")
    assert (code, out) == (2, "")
    assert "did you mean `aws-s3-bucket-public-acl`" in err
    assert "`cloudlint rules` lists all" in said(capsys, "explain", "zzzz")[2]
