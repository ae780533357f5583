r"""IAM policy allows every action of a service on every resource.

`s3:*` on `*` reads every bucket, deletes it and makes it public; the same holds for the other services. Programs and
people rarely need more than a few actions on a few things, and a stolen credential can then do no more.

## Bad
```terraform
resource "aws_iam_policy" "uploads" {
  name = "uploads"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:*"]
      Resource = "*"
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_policy" "uploads" {
  name = "uploads"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:PutObject"]
      Resource = "arn:aws:s3:::example-uploads/*"
    }]
  })
}
```
## Fix
Which actions and resources are needed only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_policy import Statement, wildcard_actions

from ._shared import IDENTITY_POLICIES, takes_resources, unlimited

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:H/A:L",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "AWS-0057",
        "aws-iam-no-policy-wildcards",
        "AVD-AWS-0057",
        "AWS-0345",
        "aws-iam-no-s3-full-access",
        "AVD-AWS-0345",
        "AWS-0114",
        "aws-sam-no-function-policy-wildcards",
        "AVD-AWS-0114",
        "AWS-0120",
        "aws-sam-no-state-machine-policy-wildcards",
        "AVD-AWS-0120",
    ),
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in unlimited(policy, _whole_services):
        for action, service in _whole_services(statement):
            yield rule.found(action, f"Every action of `{service}` on every resource is allowed by {policy}")


def _whole_services(statement: Statement) -> list[tuple[Value, str]]:
    """The actions that are all of a service, but IAM (the matter of another rule) and those that cannot be limited."""
    named = [(action, str(action.known).lower().partition(":")) for action in wildcard_actions(statement)]
    return [
        (action, service)
        for action, (service, colon, _) in named
        if colon and service not in ("*", "iam") and takes_resources(f"{service}:*")
    ]
