r"""IoT policy allows every action.

A device with such a policy can publish to any topic it names, subscribe, and take over other devices' shadows. One
stolen certificate then speaks for the whole fleet.

## Bad
```terraform
resource "aws_iot_policy" "sensor" {
  name = "sensor"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "iot:*", Resource = "arn:aws:iot:eu-west-1:111122223333:topic/sensors" },
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
            Action: "*"
            Resource: "arn:aws:iot:eu-west-1:111122223333:topic/sensors"
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
Which actions the device needs only the author knows.
## See
https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
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
    aliases=("4d32780f-43a4-424a-a06d-943c543576a5",),
    default=False,
)


@rule.on("aws_iot_policy")
def check(holder: Resource) -> Iterator[Finding]:
    policy = policy_of(holder["policy"])
    for statement in policy.statements if policy is not None else ():
        if statement.allows:
            for action in wildcard_actions(statement):
                yield rule.found(action, f"{holder} allows every action")
