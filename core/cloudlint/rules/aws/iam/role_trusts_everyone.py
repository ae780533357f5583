r"""IAM role can be assumed by everyone.

The trust policy names `*`, so that any AWS account in the world can take on the role and all its rights. Nobody has
to be deceived and no key to be stolen: knowing the name of the role is enough.

## Bad
```terraform
resource "aws_iam_role" "reports" {
  name = "reports"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "*" }
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_role" "reports" {
  name = "reports"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::111122223333:role/scheduler" }
    }]
  })
}
```
## Fix
Who may assume the role only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import CRITICAL, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals

from ._shared import DOCUMENT, trusts

rule = Rule(
    __name__,
    __doc__,
    severity=CRITICAL,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": (
            "AC-3",
            "AC-6",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_60",
        "babdedcf-d859-43da-9a7b-6d72e661a8fd",
        "f80e3aa7-7b34-4185-954e-440a6894dde6",
        "12b7e704-37f0-4d1e-911a-44bf60c48c21",
    ),
)


@rule.on("aws_iam_role", DOCUMENT)
def check(role: Resource) -> Iterator[Finding]:
    for statement in trusts(role):
        for principal in public_principals(statement):
            yield rule.found(principal, f"Everyone may assume the role under the trust policy of {role}")
