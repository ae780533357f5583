"""Ignores at work: findings gone, findings kept, and what is said about the ignores themselves."""

from __future__ import annotations

# ruff: noqa: E501  tables of small sources
import os
from pathlib import Path

import pytest

from cloudlint.config import Settings
from cloudlint.fixing import apply
from cloudlint.mending import Bench
from cloudlint.model import SAFE
from cloudlint.outcome import Outcome
from cloudlint.running import run

ACL = "aws-s3-bucket-public-acl"
ONLY = Settings(select=(ACL, "ignore-*"), today="2026-11-22")
OPEN = 'resource "aws_s3_bucket_acl" "{}" {{\n  acl = "public-read"{}\n}}\n'


def repository(root: Path, files: dict[str, str]) -> Path:
    (root / ".git").mkdir()
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def judged(root: Path, files: dict[str, str], settings: Settings = ONLY) -> Outcome:
    return run([str(repository(root, files))], settings)


def said(outcome: Outcome, root: Path) -> list[str]:
    """`path:line rule`, for each finding."""
    return [
        f"{os.path.relpath(finding.span.path, root)}:"
        f"{outcome.documents[finding.span.path].position(finding.span.start).line} {finding.rule}"
        for finding in outcome.findings
    ]


NOTATIONS = [
    "cloudlint: ignore[aws-s3-bucket-public-acl] a site",
    "cloudlint: ignore[AWS-S3-*] a site",
    "cloudlint: ignore[CKV_AWS_20] a site",
    "cloudlint: ignore[aws-s3-bucket-public-acl] until=2026-11-22",
    "checkov:skip=CKV_AWS_20:a site",
    "trivy:ignore:AVD-AWS-0092",
    "trivy:ignore:AWS-0092",
    "trivy:ignore:AVD-AWS-0092:exp:2027-01-01",
    "trivy:ignore:AVD-AWS-0092[acl=public-read]",
    "tfsec:ignore:aws-s3-no-public-access-with-acl",
    "tfsec:ignore:*",
    "kics-scan ignore-line",
]


@pytest.mark.parametrize("comment", NOTATIONS)
def test_ignored(tmp_path: Path, comment: str) -> None:
    outcome = judged(tmp_path, {"main.tf": OPEN.format("a", f" # {comment}")})
    assert said(outcome, tmp_path) == []
    assert [item.finding.rule for item in outcome.suppressed] == [ACL]


@pytest.mark.parametrize(
    "comment",
    [
        "checkov:skip=CKV_AWS_99",
        "trivy:ignore:AVD-AWS-0092:exp:2026-01-01",
        "trivy:ignore:AVD-AWS-0092[acl=private]",
        "tfsec:ignore:aws-rds-*",
    ],
)
def test_not_ignored_and_no_word_about_another_tools_comment(tmp_path: Path, comment: str) -> None:
    outcome = judged(tmp_path, {"main.tf": OPEN.format("a", f" # {comment}")})
    assert said(outcome, tmp_path) == [f"main.tf:2 {ACL}"]


@pytest.mark.parametrize(
    ("comment", "workspace", "ignored"),
    [
        ("tfsec:ignore:*:ws:production", "production", True),
        ("trivy:ignore:AVD-AWS-0092:ws:prod*", "production", True),
        ("tfsec:ignore:*:exp:2027-01-01:ws:production", "production", True),
        ("tfsec:ignore:*:ws:production", "staging", False),
        ("tfsec:ignore:*:ws:default", "", False),  # which one this is is not known
    ],
)
def test_in_one_workspace_only(tmp_path: Path, comment: str, workspace: str, ignored: bool) -> None:
    outcome = judged(tmp_path, {"main.tf": OPEN.format("a", f" # {comment}")}, ONLY._replace(workspace=workspace))
    assert said(outcome, tmp_path) == [f"main.tf:2 {ACL}"] * (not ignored)


MODULE = 'resource "aws_s3_bucket_acl" "this" {\n  acl = "public-read"\n}\n'
ARGUMENT = 'variable "acl" {}\nresource "aws_s3_bucket_acl" "this" {\n  acl = var.acl\n}\n'
CALL = 'module "{0}" {{\n  source = "./m"\n{1}}}\n'
NOTE = f"# cloudlint: ignore[{ACL}] a site\n"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"main.tf": NOTE + CALL.format("a", ""), "m/main.tf": MODULE}, []),
        ({"main.tf": CALL.format("a", "  " + NOTE), "m/main.tf": MODULE}, []),
        # called twice and ignored at one call only: it is still there
        ({"main.tf": NOTE + CALL.format("a", "") + CALL.format("b", ""), "m/main.tf": MODULE}, [f"m/main.tf:2 {ACL}"]),
        ({"main.tf": NOTE + CALL.format("a", "") + NOTE + CALL.format("b", ""), "m/main.tf": MODULE}, []),
        ({"main.tf": CALL.format("a", ""), "m/main.tf": NOTE + MODULE}, []),
        # two levels down, with keys
        (
            {
                "main.tf": NOTE + CALL.format("a", '  for_each = toset(["x.y", "z"])\n'),
                "m/main.tf": 'module "inner" {\n  count  = 2\n  source = "./inner"\n}\n',
                "m/inner/main.tf": MODULE,
            },
            [],
        ),
        # what the caller decides: at the argument, at the use, at the resource
        ({"main.tf": CALL.format("a", f'  acl = "public-read" {NOTE}'), "m/main.tf": ARGUMENT}, []),
        ({"main.tf": CALL.format("a", '  acl = "public-read"\n'), "m/main.tf": ARGUMENT.replace("var.acl\n", f"var.acl {NOTE}")}, []),
        ({"main.tf": CALL.format("a", '  acl = "public-read"\n'), "m/main.tf": ARGUMENT}, [f"main.tf:3 {ACL}"]),
        # two root modules, one of which ignores
        ({"one/main.tf": NOTE + CALL.format("a", "").replace("./m", "../m"), "two/main.tf": CALL.format("a", "").replace("./m", "../m"), "m/main.tf": MODULE}, [f"m/main.tf:2 {ACL}"]),
    ],
)  # fmt: skip
def test_through_modules(tmp_path: Path, files: dict[str, str], found: list[str]) -> None:
    assert said(judged(tmp_path, files), tmp_path) == found


def test_at_the_resource_that_is_concerned(tmp_path: Path) -> None:
    """The finding stands in the ACL; the bucket it is about may say why."""
    text = f'resource "aws_s3_bucket" "b" {{\n  {NOTE}\n}}\n' + OPEN.format("a", "\n  bucket = aws_s3_bucket.b.id")
    outcome = judged(tmp_path, {"main.tf": text})
    about = {item.finding.resource for item in outcome.suppressed} | {item.resource for item in outcome.findings}
    assert len(about) == 1


HYGIENE = [
    # comment behind a private ACL, what is said, the text after its fix (None: no fix)
    ("# cloudlint: ignore[aws-s3-bucket-public-acl] why", "ignore-unused", ""),
    ("# kept # cloudlint: ignore[aws-s3-bucket-public-acl] why", "ignore-unused", None),
    ("# cloudlint: ignore[aws-s3-bucket-public-alc] why", "ignore-unknown-rule", " # cloudlint: ignore[aws-s3-bucket-public-acl] why"),
    ("# cloudlint: ignore[gibberish] why", "ignore-unknown-rule", None),
    ("# cloudlint: ignore[aws-s3-bucket-public-acl] until=2026-11-21", "ignore-expired", None),
    ("# cloudlint: ignore why", "ignore-malformed", None),
    ("# checkov:skip=CKV_AWS_20:of another tool", "", None),
    ("# cloudlint: ignore[aws-rds-storage-unencrypted] a rule that is not run", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("comment", "rule", "fixed"), HYGIENE)
def test_hygiene(tmp_path: Path, comment: str, rule: str, fixed: str | None) -> None:
    text = OPEN.format("a", f" {comment}").replace("public-read", "private")
    outcome = judged(tmp_path, {"main.tf": text})
    assert [finding.rule for finding in outcome.findings] == [rule] * bool(rule)
    for finding in outcome.findings:
        assert (finding.fix is not None) == (fixed is not None or "kept" in comment)
        if finding.fix is not None and fixed is not None:
            assert finding.fix.safety is SAFE
            path = finding.span.path
            assert apply({path: text}, [finding.fix]).texts[path] == text.replace(f" {comment}", fixed)


def test_a_line_of_its_own_goes_whole(tmp_path: Path) -> None:
    text = "# about it\n" + NOTE + OPEN.format("a", "").replace("public-read", "private")
    (finding,) = judged(tmp_path, {"main.tf": text}).findings
    assert finding.fix is not None
    assert apply({finding.span.path: text}, [finding.fix]).texts[finding.span.path] == text.replace(NOTE, "")


def test_one_rule_of_several_goes_alone(tmp_path: Path) -> None:
    text = OPEN.format("a", f" # cloudlint: ignore[{ACL}, ignore-expired] why")
    outcome = judged(tmp_path, {"main.tf": text})
    (finding,) = outcome.findings
    assert finding.fix is not None
    after = apply({finding.span.path: text}, [finding.fix]).texts[finding.span.path]
    assert after == OPEN.format("a", f" # cloudlint: ignore[{ACL}] why")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('variable "acl" {}\n' + OPEN.format("a", f" {NOTE}").replace('"public-read"', "var.acl"), "it is not known"),
        (OPEN.format("a", f"\n  count = 0 {NOTE}").replace("public-read", "private"), "there is no instance"),
        (OPEN.format("a", f" {NOTE}").replace("public-read", "private") + "resource {{{\n", "half the file is unread"),
        (NOTE + 'module "a" {\n  source = "example/absent/aws"\n}\n', "the module is not at hand"),
    ],
)
def test_not_called_unused_where(tmp_path: Path, text: str, why: str) -> None:
    rules = [finding.rule for finding in judged(tmp_path, {"main.tf": text}).findings]
    assert "ignore-unused" not in rules, why


def test_a_reason_can_be_required(tmp_path: Path) -> None:
    strict = ONLY._replace(require_reason=True)
    outcome = judged(tmp_path, {"main.tf": OPEN.format("a", f" # cloudlint: ignore[{ACL}]")}, strict)
    assert said(outcome, tmp_path) == [f"main.tf:2 {ACL}", "main.tf:2 ignore-without-reason"]


def test_a_rule_can_be_kept_from_being_ignored(tmp_path: Path) -> None:
    strict = ONLY._replace(not_ignorable=("aws-s3-*",))
    text = OPEN.format("a", f" {NOTE}")
    outcome = judged(tmp_path, {"main.tf": text}, strict)
    assert said(outcome, tmp_path) == [f"main.tf:2 {ACL}", "main.tf:2 ignore-not-allowed"]


def test_nothing_silences_what_was_not_judged(tmp_path: Path) -> None:
    text = "# cloudlint: ignore-file[*] everything\nresource {{{\n"
    assert "syntax-error" in [finding.rule for finding in judged(tmp_path, {"main.tf": text}).findings]


def test_named_alone_a_file_says_the_same(tmp_path: Path) -> None:
    root = repository(tmp_path, {"main.tf": NOTE + CALL.format("a", ""), "m/main.tf": MODULE})
    for path in ("main.tf", "m/main.tf"):
        assert run([str(root / path)], ONLY).findings == ()


def test_the_fix_command_takes_away_what_is_unused(tmp_path: Path) -> None:
    text = OPEN.format("a", "").replace("public-read", "private")
    root = repository(tmp_path, {"main.tf": NOTE + text})
    settled, changed = Bench(ONLY, {}).settled([str(root)], lambda finding: True)
    assert list(changed.values()) == [text]
    assert settled.remaining == ()


def test_a_fix_may_leave_an_ignore_without_use(tmp_path: Path) -> None:
    """One edit mends what is ignored at one caller and what is not at the other: the ignore goes next."""
    rules = ("aws-rds-instance-public", "aws-rds-storage-unencrypted", "ignore-*")
    settings = Settings(select=rules, today="2026-11-22")
    text = 'resource "aws_db_instance" "a" {\n  # cloudlint: ignore[aws-rds-instance-public] why\n  {}\n}\n'
    root = repository(tmp_path, {"main.tf": text.replace("{}", "storage_encrypted = false")})
    settled, changed = Bench(settings, {}).settled([str(root)], lambda finding: True)
    assert settled.remaining == ()
    assert list(changed.values()) == ['resource "aws_db_instance" "a" {\n  storage_encrypted = true\n}\n']


TEMPLATE = """\
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Site:
    Type: AWS::S3::Bucket
    META
    Properties:
      AccessControl: PublicRead BEHIND
"""
POD = """\
apiVersion: v1
kind: Pod
metadata:
  name: a
  annotations:
    META: "x"
spec:
  containers:
    - name: a
      image: x:1
      securityContext:
        privileged: true BEHIND
"""
PRIVILEGED = "kubernetes-container-privileged"


@pytest.mark.parametrize(
    ("source", "rule", "meta", "behind", "ignored"),
    [
        (TEMPLATE, ACL, "", "", False),
        (TEMPLATE, ACL, "", f"# cloudlint: ignore[{ACL}] why", True),
        (TEMPLATE, ACL, "# checkov:skip=CKV_AWS_20:why", "", True),
        (TEMPLATE, ACL, "Metadata:\n      cloudlint:\n        ignore: [aws-s3-*]\n        reason: why", "", True),
        (
            TEMPLATE,
            ACL,
            "Metadata:\n      checkov:\n        skip:\n          - id: CKV_AWS_20\n            comment: why",
            "",
            True,
        ),
        (POD, PRIVILEGED, "a", "", False),
        (POD, PRIVILEGED, "a", "# trivy:ignore:AVD-KSV-0017", True),
        (POD, PRIVILEGED, "cloudlint.dev/reason", f"# cloudlint: ignore[{PRIVILEGED}] why", True),
        (POD, PRIVILEGED, f'cloudlint.dev/ignore: "{PRIVILEGED}"\n    b', "", True),
        (POD, PRIVILEGED, "checkov.io/skip1: CKV_K8S_16=why\n    b", "", True),
    ],
)
def test_in_yaml(tmp_path: Path, source: str, rule: str, meta: str, behind: str, ignored: bool) -> None:
    text = source.replace("META", meta or "# nothing").replace("BEHIND", behind)
    outcome = judged(tmp_path, {"a.yaml": text}, Settings(select=(rule, "ignore-*"), today="2026-11-22"))
    assert [finding.rule for finding in outcome.findings] == [rule] * (not ignored)
    assert [item.finding.rule for item in outcome.suppressed] == [rule] * ignored
