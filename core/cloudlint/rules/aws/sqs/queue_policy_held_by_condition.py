r"""SQS queue policy names everyone and relies on a condition alone.

Everybody is let in but for one condition. A slip in it, such as a `*` too many or a key that is not always sent,
opens the queue to the world; naming the service or the role as principal holds without it.

## Bad
```terraform
resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
      Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:eu-west-1:111122223333:orders" } }
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
      Principal = { Service = "sns.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
      Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:eu-west-1:111122223333:orders" } }
    }]
  })
}
```
## Fix
Which service or role is meant only the author knows.
## See
https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import narrowing_conditions
from cloudlint.vocabulary.iam_policy import open_principals, policy_of

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
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
        "86b0efa7-4901-4edd-a37a-c034bec6645a",
        "abb06e5f-ef9a-4a99-98c6-376d396bfcdf",
    ),
    default=False,
)


@rule.on("aws_sqs_queue", "aws_sqs_queue_policy")
def check(queue: Resource) -> Iterator[Finding]:
    policy = policy_of(queue["policy"])
    for statement in policy.statements if policy is not None else ():
        if narrowing_conditions(statement):
            for principal in open_principals(statement):
                yield rule.found(principal, f"Only a condition keeps everyone out of {queue}")
