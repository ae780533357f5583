r"""Policy of a resource does not say whom it is about.

The policy of a bucket, queue, topic or key is about others, and a statement in it without a principal means nobody.
AWS refuses such a policy when it is applied, or what was meant to be allowed or denied is not.

## Bad
```terraform
resource "aws_sns_topic_policy" "orders" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sns:Publish"
      Resource = "arn:aws:sns:eu-west-1:111122223333:orders"
    }]
  })
}
```
## Good
```terraform
resource "aws_sns_topic_policy" "orders" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:eu-west-1:111122223333:orders"
    }]
  })
}
```
## Fix
Who is meant only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import policy_of

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
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
        "bbe3dd3d-fea9-4b68-a785-cfabe2bbbc54",
        "AC_AWS_0481",
    ),
)


@rule.on(
    "aws_backup_vault_policy",
    "aws_ecr_repository_policy",
    "aws_efs_file_system_policy",
    "aws_kms_key",
    "aws_kms_key_policy",
    "aws_s3_bucket_policy",
    "aws_secretsmanager_secret_policy",
    "aws_sns_topic",
    "aws_sns_topic_policy",
    "aws_sqs_queue",
    "aws_sqs_queue_policy",
)
def check(resource: Resource) -> Iterator[Finding]:
    policy = policy_of(resource["policy"])
    for statement in policy.statements if policy is not None else ():
        named = (statement.value.entry(element) for element in ("Principal", "NotPrincipal"))
        if all(element.absent for element in named):
            yield rule.found(statement.value, f"A statement in the policy of {resource} does not say whom it is about")
