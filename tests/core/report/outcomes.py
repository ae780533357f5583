"""Outcomes made by hand for the tests of the reports: no parser and no real rule is involved."""

from __future__ import annotations

from cloudlint.document import Document
from cloudlint.model import HIGH, LOW, UNSAFE, Edit, Finding, Fix, Related, Span, Undecided
from cloudlint.notices import NOT_ANALYSED
from cloudlint.outcome import Outcome
from cloudlint.rule import Rule

RULE = Rule(
    "cloudlint.rules.aws.s3.open_bucket",
    "Bucket is open.\n\nAnyone can read it.\n\n## Fix\nUnsafe: readers are refused.\n",
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={"soc-2": ("CC6.1",)},
    aliases=("CKV_X_1",),
)
QUIET = Rule("quiet-rule", "Nothing much.", severity=LOW, cvss="AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N")

BUCKET = Document("/repo/main.tf", 'resource "b" "é" {\n  acl = var.acl # who\n}\n', "terraform")
VALUES = Document("/repo/values/prod file.tfvars", 'acl = "open"\n', "terraform")
ACL = Span(BUCKET.path, 27, 34)
OPEN = Span(VALUES.path, 6, 12)


def show(path: str) -> str:
    """As the command line shows paths when it is started in /repo."""
    return path.removeprefix("/repo/")


OUTCOME = Outcome(
    findings=(
        Finding(
            RULE.id, HIGH, "ACL `open` opens `b.é`", ACL, "b.é", "b", "terraform",
            (Related(OPEN, "from values"),), Fix('set `acl` to "private"', (Edit(OPEN, '"private"'),), UNSAFE),
        ),
        Finding(QUIET.id, LOW, "Quiet", Span(BUCKET.path, 0, 16), "b.é", "b", "terraform"),
        Finding(NOT_ANALYSED.id, HIGH, "`gone.tf` was not analysed: large", Span("/repo/gone.tf", 0, 0)),
    ),
    undecided=(Undecided(RULE.id, ACL, "b.é"),),
    files=2,
    resources=1,
    checks=1234,
    not_followed=(Related(Span(BUCKET.path, 0, 8), 'module "net" is not at hand'),),
    documents={BUCKET.path: BUCKET, VALUES.path: VALUES},
    rules={rule.id: rule for rule in (RULE, QUIET, NOT_ANALYSED)},
    roots=("/repo",),
)  # fmt: skip
