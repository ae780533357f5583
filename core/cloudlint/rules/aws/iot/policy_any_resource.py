r"""IoT policy is about every resource.

With `*` as its resource the policy lets a device act on all topics and as all clients, also as those of other
devices. Policy variables such as the thing's name keep each device to itself.

## Bad
```terraform
resource "aws_iot_policy" "sensor" {
  name = "sensor"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "iot:Publish", Resource = "*" },
    ]
  })
}
```
## Good
```terraform
resource "aws_iot_policy" "sensor" {
  name = "sensor"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "iot:Publish", Resource = "arn:aws:iot:eu-west-1:111122223333:topic/sensors" },
    ]
  })
}
```
## Bad
```cloudformation
Resources:
  Sensor:
    Type: AWS::IoT::Policy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: "iot:Publish"
            Resource: "*"
```
## Good
```cloudformation
Resources:
  Sensor:
    Type: AWS::IoT::Policy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: "iot:Publish"
            Resource: "arn:aws:iot:eu-west-1:111122223333:topic/sensors"
```
## Fix
Which topics and clients are meant only the author knows.
## See
https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import every_resource, policy_of

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
    aliases=("be5b230d-4371-4a28-a441-85dc760e2aa3",),
    default=False,
)


@rule.on("aws_iot_policy")
def check(holder: Resource) -> Iterator[Finding]:
    policy = policy_of(holder["policy"])
    for statement in policy.statements if policy is not None else ():
        everything = every_resource(statement) if statement.allows else None
        if everything is not None:
            yield rule.found(everything, f"{holder} is about every resource")
