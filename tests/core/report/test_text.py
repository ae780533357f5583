from __future__ import annotations

import re

from cloudlint.outcome import Outcome
from cloudlint.report.text import render

from .outcomes import OUTCOME, show

REPORT = """\
high[aws-s3-open-bucket]: ACL `open` opens `b.é`
 --> main.tf:2:9
  |
2 |   acl = var.acl # who
  |         ^^^^^^^
  |
 ::: values/prod file.tfvars:1:7
  |
1 | acl = "open"
  |       ------ from values
  |
  = fix: set `acl` to "private" (unsafe)

low[quiet-rule]: Quiet
 --> main.tf:1:1
  |
1 | resource "b" "é" {
  | ^^^^^^^^^^^^^^^^

high[not-analysed]: `gone.tf` was not analysed: large
 --> gone.tf

3 findings: 2 high, 1 low; exposure 239.5
2 files, 1 resource, 1,234 checks run; 1 undecided, 1 not analysed, 1 module call not followed\
 (--show-unknown lists them)
"""


def test_report() -> None:
    assert render(OUTCOME, show) == REPORT


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render(OUTCOME, show, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == REPORT


def test_details() -> None:
    report = render(OUTCOME, show, details=True)
    assert "undecided[aws-s3-open-bucket]: an unknown value decides about `b.é`\n --> main.tf:2:9\n" in report
    assert 'not followed: module "net" is not at hand\n --> main.tf:1:1\n' in report


def test_nothing_found() -> None:
    assert render(Outcome(files=1), show) == (
        "No findings.\n1 file, 0 resources, 0 checks run; 0 undecided, 0 not analysed\n"
    )
