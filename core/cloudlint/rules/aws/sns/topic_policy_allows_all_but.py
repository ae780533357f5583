r"""SNS topic policy allows every action except those that it names.

`NotAction` with `Allow` is an open list: it grants deleting the topic and changing its policy as well, and whatever
AWS adds later.

## Bad
```terraform
resource "aws_sns_topic_policy" "orders" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
      NotAction = "sns:DeleteTopic"
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
Which actions are needed only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import policy_of

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
        "818f38ed-8446-4132-9c03-474d49e10195",
        "5ea624e4-c8b1-4bb3-87a4-4235a776adcc",
    ),
)


@rule.on("aws_sns_topic", "aws_sns_topic_policy")
def check(topic: Resource) -> Iterator[Finding]:
    policy = policy_of(topic["policy"])
    for statement in policy.statements if policy is not None else ():
        if statement.allows and statement.not_actions:
            listed = statement.value.entry("NotAction")
            yield rule.found(listed, f"The policy of {topic} allows every action except a few with `NotAction`")
