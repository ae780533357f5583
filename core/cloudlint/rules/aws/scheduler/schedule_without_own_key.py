r"""EventBridge schedule is encrypted with a key of AWS.

What a schedule sends to its target may hold names and parameters worth protecting. A key of one's own decides who may
read it, and its use is logged by name.

## Bad
```terraform
resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly"
  schedule_expression = "rate(1 day)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:sqs:eu-west-1:111122223333:nightly"
    role_arn = "arn:aws:iam::111122223333:role/scheduler"
  }
}
```
## Good
```terraform
resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly"
  schedule_expression = "rate(1 day)"
  kms_key_arn         = "arn:aws:kms:eu-west-1:111122223333:key/0c7a6e33-1f07-4f3c-9a35-5b1d8d8a1b11"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:sqs:eu-west-1:111122223333:nightly"
    role_arn = "arn:aws:iam::111122223333:role/scheduler"
  }
}
```
## Fix
Which key is used, and whom its policy lets in, only the author knows.
## See
https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_297",),
    default=False,
)


@rule.on("aws_scheduler_schedule")
def check(schedule: Resource) -> Iterator[Finding]:
    key = schedule["kms_key_arn"]
    if key.absent or key.text == "":
        yield rule.found(key, f"{schedule} is encrypted with a key of AWS")
