r"""IAM user is kept in the account instead of a directory.

Users of a single account outlive the people and machines they were made for, and each has credentials of its own to
lose. Identity Center for people and roles for machines give credentials that end by themselves.

## Bad
```terraform
resource "aws_iam_user" "jim" {
  name = "jim"
}
```
## Good
```terraform
resource "aws_iam_role" "support" {
  name = "support"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}
```
## Fix
Who or what signs in, and how instead, only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("8.4.2",),
        "hipaa": ("164.312(d)",),
        "nist-800-53": (
            "IA-2(1)",
            "IA-2(2)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.5",),
        "nydfs-500": ("500.12",),
    },
    aliases=("CKV_AWS_273",),
    default=False,
)


@rule.on("aws_iam_user")
def check(user: Resource) -> Iterator[Finding]:
    yield rule.found(user, f"{user} lives in this account instead of a directory")
