r"""KMS key policy lets everyone use the key.

The key is the last lock: whoever may use it decrypts every copy of the data that falls into their hands. A policy
that names `*` opens it to every AWS account.

## Bad
```terraform
resource "aws_kms_key" "orders" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}
```
## Good
```terraform
resource "aws_kms_key" "orders" {
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}
```
## Fix
Who is meant only the author knows, and a wrong key policy locks everybody out.
## See
https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import CRITICAL, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import policy_of

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
        "CKV_AWS_33",
        "f6049677-ec4a-43af-8779-5190b6d03cba",
        "5b9d237a-57d5-4177-be0e-71434b0fef47",
        "da905474-7454-43c0-b8d2-5756ab951aba",
        "7ebc9038-0bde-479a-acc4-6ed7b6758899",
        "AC_AWS_0162",
        "AC_AWS_0482",
    ),
)


@rule.on(
    "aws_kms_key",
    "aws_kms_key_policy",
    "aws_kms_external_key",
    "aws_kms_replica_key",
    "aws_kms_replica_external_key",
)
def check(key: Resource) -> Iterator[Finding]:
    policy = policy_of(key["policy"])
    for statement in policy.statements if policy is not None else ():
        for principal in public_principals(statement):
            yield rule.found(principal, f"Everyone may use the key under the policy of {key}")
