r"""Step Functions state machine does not log what its executions worked on.

Without the inputs and outputs of the steps nobody can say afterwards what a failed or abused execution did. The
history in the console is kept for 90 days and is not there at all for express workflows.

## Bad
```terraform
resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })

  logging_configuration {
    log_destination        = "arn:aws:logs:eu-west-1:111122223333:log-group:orders:*"
    level                  = "ALL"
    include_execution_data = false # large inputs
  }
}
```
## Good
```terraform
resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })

  logging_configuration {
    log_destination        = "arn:aws:logs:eu-west-1:111122223333:log-group:orders:*"
    level                  = "ALL"
    include_execution_data = true # large inputs
  }
}
```
## Fix
Unsafe: the inputs and outputs, which may hold personal data, are in the log from then on.
## See
https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
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
        "CKV_AWS_285",
        "AWS-0119",
        "aws-sam-enable-state-machine-logging",
        "AVD-AWS-0119",
    ),
    default=False,
)


@rule.on("aws_sfn_state_machine")
def check(machine: Resource) -> Iterator[Finding]:
    included = machine["logging_configuration.include_execution_data"]
    if included.flag is False or included.absent:
        # Where nothing is logged yet, a destination has to be chosen first.
        fix = included.set(True) if machine.blocks("logging_configuration") else None
        message = f"{machine} does not log what its executions worked on"
        yield rule.found(included, message, fix=fix)
