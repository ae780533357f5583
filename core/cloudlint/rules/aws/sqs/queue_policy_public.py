r"""SQS queue policy opens the queue to everyone.

Anybody with an AWS account can put messages into the queue, which workers then act upon, or take messages out before
the workers see them.

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
Who is meant only the author knows.
## See
https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
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
        "CKV_AWS_168",
        "CKV_AWS_387",
        "d994585f-defb-4b51-b6d2-c70f020ceb10",
        "9b6a3f5b-5fd6-40ee-9bc0-ed604911212d",
        "730675f9-52ed-49b6-8ead-0acb5dd7df7f",
        "86b0efa7-4901-4edd-a37a-c034bec6645a",
        "abb06e5f-ef9a-4a99-98c6-376d396bfcdf",
        "AC_AWS_0365",
    ),
)


@rule.on("aws_sqs_queue", "aws_sqs_queue_policy")
def check(queue: Resource) -> Iterator[Finding]:
    policy = policy_of(queue["policy"])
    for statement in policy.statements if policy is not None else ():
        for principal in public_principals(statement):
            yield rule.found(principal, f"Everyone is let in by the policy of {queue}")
