r"""ECR repository policy lets everyone in.

Images hold code, and often enough keys that somebody forgot in a layer. A principal of `*` lets every AWS account
pull them, or with the wrong action push an image that your clusters then run.

## Bad
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_ecr_repository_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/deploy" }
        Action    = "ecr:BatchGetImage"
      },
      {
        Effect    = "Allow"
        Principal = "*" # partners
        Action    = "ecr:BatchGetImage"
      }
    ]
  })
}
```
## Good
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_ecr_repository_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/deploy" }
        Action    = "ecr:BatchGetImage"
      }
    ]
  })
}
```
## Fix
Unsafe: the statement is taken away, and whoever came in through it is refused from then on. Where it is the only
statement there is no fix: delete the policy, or name who may come in.
## See
https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import policy_of

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": ("AC-3", "AC-6"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_32",
        "AWS-0032",
        "aws-ecr-no-public-access",
        "AVD-AWS-0032",
        "fb5a5df7-6d74-4243-ab82-ff779a958bfd",
        "75be209d-1948-41f6-a8c8-e22dd0121134",
        "e86e26fc-489e-44f0-9bcd-97305e4ba69a",
        "AC_AWS_0084",
    ),
)


@rule.on("aws_ecr_repository_policy", "aws_ecr_registry_policy")
def check(holder: Resource) -> Iterator[Finding]:
    policy = policy_of(holder["policy"])
    for statement in policy.statements if policy is not None else ():
        for principal in public_principals(statement):
            # A policy needs a statement: the only one cannot be taken away.
            fix = statement.value.remove() if policy is not None and len(policy.statements) > 1 else None
            yield rule.found(principal, f"{holder} lets everyone in", fix=fix)
