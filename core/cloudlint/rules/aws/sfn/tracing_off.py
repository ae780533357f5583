r"""Step Functions state machine is not traced.

After an incident nobody can say which request started an execution and which services it called. X-Ray keeps that,
across all steps.

## Bad
```terraform
resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })

  tracing_configuration {
    enabled = false # costs little
  }
}
```
## Good
```terraform
resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })

  tracing_configuration {
    enabled = true # costs little
  }
}
```
## Fix
Unsafe: traces cost money, and the role of the state machine needs the right to write them.
## See
https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": (
            "AU-2",
            "AU-12",
        ),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_284",
        "AWS-0117",
        "aws-sam-enable-state-machine-tracing",
        "AVD-AWS-0117",
    ),
    default=False,
)


@rule.on("aws_sfn_state_machine")
def check(machine: Resource) -> Iterator[Finding]:
    message = "{resource} is not traced"
    yield from rule.expect(machine, "tracing_configuration.enabled", True, message=message)
