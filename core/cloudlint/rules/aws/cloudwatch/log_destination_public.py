r"""Destination of logs takes them from every account.

Anybody may then fill your stream with log entries of his own making: you pay for them, and what really happened
drowns in what is made up.

## Bad
```terraform
resource "aws_cloudwatch_log_destination_policy" "central" {
  destination_name = "central"
  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "logs:PutSubscriptionFilter", Resource = "*" }
    ]
  })
}
```
## Good
```terraform
resource "aws_cloudwatch_log_destination_policy" "central" {
  destination_name = "central"
  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "logs:PutSubscriptionFilter", Resource = "*" }
    ]
  })
}
```
## Fix
whose logs are welcome is for people to say.
## See
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateDestination.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import policy_of, wildcard_actions

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
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
    aliases=("db0ec4c4-852c-46a2-b4f3-7ec13cdb12a8",),
)


@rule.on("aws_cloudwatch_log_destination_policy")
def check(holder: Resource) -> Iterator[Finding]:
    policy = policy_of(holder["access_policy"])
    for statement in policy.statements if policy is not None else ():
        everyone = public_principals(statement)[:1]
        everything = wildcard_actions(statement)[:1] if statement.allows and not statement.conditions else ()
        for place in everyone or everything:
            yield rule.found(place, f"The policy of {holder} is open to more than those who send logs")
