r"""SNS topic policy opens the topic to everyone.

Anybody with an AWS account can then publish to the topic, and what subscribes to it trusts the messages; or
subscribe, and read along.

## Bad
```terraform
resource "aws_sns_topic_policy" "orders" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:eu-west-1:111122223333:orders"
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
https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import policy_of

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
        "CKV_AWS_169",
        "CKV_AWS_385",
        "905f4741-f965-45c1-98db-f7a00a0e5c73",
        "ae53ce91-42b5-46bf-a84f-9a13366a4f13",
        "b26d2b7e-60f6-413d-a3a1-a57db24aa2b3",
        "AC_AWS_0385",
    ),
)


@rule.on("aws_sns_topic", "aws_sns_topic_policy")
def check(topic: Resource) -> Iterator[Finding]:
    policy = policy_of(topic["policy"])
    for statement in policy.statements if policy is not None else ():
        for principal in public_principals(statement):
            yield rule.found(principal, f"Everyone is let in by the policy of {topic}")
