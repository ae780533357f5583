r"""SQS queue policy allows every action.

Who only sends messages needs no right to read them, empty the queue, delete it or change its policy; `*` grants all
of that.

## Bad
```terraform
resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
      Action    = "sqs:*"
      Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
    }]
  })
}
```
## Good
```terraform
resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
    }]
  })
}
```
## Fix
Which actions are needed only the author knows.
## See
https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import policy_of, wildcard_actions

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
        "CKV_AWS_72",
        "AWS-0097",
        "aws-sqs-no-wildcards-in-policy-documents",
        "AVD-AWS-0097",
        "ed9b3beb-92cf-44d9-a9d2-171eeba569d4",
        "816ea8cf-d589-442d-a917-2dd0ce0e45e3",
    ),
)


@rule.on("aws_sqs_queue", "aws_sqs_queue_policy")
def check(queue: Resource) -> Iterator[Finding]:
    policy = policy_of(queue["policy"])
    for statement in policy.statements if policy is not None else ():
        if statement.allows:
            for action in wildcard_actions(statement, "sqs"):
                yield rule.found(action, f"Every action is allowed by the policy of {queue}")
