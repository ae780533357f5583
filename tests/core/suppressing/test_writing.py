"""Ignore comments that are written: where they stand, and that they do what they say and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.config import Settings
from cloudlint.mending import Bench

RULES = (
    *("aws-s3-bucket-public-acl", "aws-rds-storage-unencrypted", "docker-image-tag-missing"),
    *("kubernetes-container-privileged", "aws-iam-policy-full-admin", "ignore-unused"),
)


def written(root: Path, name: str, text: str, reason: str = "why", until: str = "") -> str | None:
    """The text with a comment about its first finding; None where there is none to be had."""
    (root / ".git").mkdir(exist_ok=True)
    path = root / name
    path.write_text(text, encoding="utf-8", newline="")
    bench = Bench(Settings(select=RULES), {})
    before = bench.judge([str(path)])
    finding = next(it for it in before.findings if it.rule != "ignore-unused")
    draft = bench.ignoring(finding, until)
    if draft is None:
        return None
    edit = draft.reasoned(reason)
    after = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert len(bench.judge([str(path)], {str(path): after}).findings) == len(before.findings) - 1
    return after


ACL = "cloudlint: ignore[aws-s3-bucket-public-acl]"
BUCKET = 'resource "aws_s3_bucket_acl" "a" {\n  acl = "public-read"MARK\n}\n'
HEADER = 'resource "aws_db_instance" "a" {MARK\n  name = "x"\n}\n'


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("main.tf", BUCKET.replace("MARK", ""), BUCKET.replace("MARK", f" # {ACL} why")),
        (
            "main.tf",
            BUCKET.replace("MARK", "").replace("\n", "\r\n"),
            BUCKET.replace("MARK", f" # {ACL} why").replace("\n", "\r\n"),
        ),
        (
            "main.tf",
            BUCKET.replace("MARK", " # old"),
            BUCKET.replace("MARK", " # old").replace("  acl", f"  # {ACL} why\n  acl"),
        ),
        (
            "main.tf",
            HEADER.replace("MARK", ""),
            HEADER.replace("MARK", " # cloudlint: ignore[aws-rds-storage-unencrypted] why"),
        ),
        (
            "main.tf",
            BUCKET.replace("MARK", " # cloudlint: ignore[aws-rds-*] known"),
            BUCKET.replace("MARK", " # cloudlint: ignore[aws-rds-*, aws-s3-bucket-public-acl] known"),
        ),
        ("Dockerfile", "FROM node\n", "# cloudlint: ignore[docker-image-tag-missing] why\nFROM node\n"),
    ],
)
def test_where_a_comment_stands(tmp_path: Path, name: str, text: str, expected: str) -> None:
    assert written(tmp_path, name, text) == expected


def test_a_day_to_end_and_no_reason(tmp_path: Path) -> None:
    text = BUCKET.replace("MARK", "")
    assert written(tmp_path, "main.tf", text, until="2099-01-31") == BUCKET.replace(
        "MARK", f" # {ACL} why until=2099-01-31"
    )
    assert written(tmp_path, "main.tf", text, reason="") == BUCKET.replace("MARK", f" # {ACL}")


def test_no_comment_goes_into_a_text(tmp_path: Path) -> None:
    text = (
        'resource "aws_iam_policy" "a" {\n  policy = <<EOF\n{"Statement": [{\n  "Effect": "Allow",\n'
        '  "Action": "*", "Resource": "*"\n}]}\nEOF\n}\n'
    )
    after = written(tmp_path, "main.tf", text)
    assert after is not None
    assert after.count("<<EOF\n{") == 1


def test_json_takes_no_comments(tmp_path: Path) -> None:
    text = '{"resource": {"aws_s3_bucket_acl": {"a": {"acl": "public-read"}}}}\n'
    assert written(tmp_path, "main.tf.json", text) is None
