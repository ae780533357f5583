r"""Instance reports its metrics every five minutes only.

A flood or a run-away process of two minutes does not show at all, and automatic scaling reacts late. Metrics every
minute have a price, so that this rule runs only when selected.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"
  monitoring    = false # costs
}

variable "image" {
  type = string
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"
  monitoring    = true # costs
}

variable "image" {
  type = string
}
```
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

from ._shared import INSTANCES, from_template

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "hipaa": ("164.312(b)",),
        "nist-800-53": ("SI-4",),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.16",),
    },
    aliases=(
        "CKV_AWS_126",
        "0264093f-6791-4475-af34-4b8102dcbcd0",
        "daa581ef-731c-4121-832d-cf078f67759d",
        "23b70e32-032e-4fa6-ba5c-82f56b9980e6",
        "AC_AWS_0480",
        "AWS.AI.LM.HIGH.0070",
        "AC_AWS_0490",
        "AC-AW-LM-LC-M-0440",
    ),
    default=False,
)


MESSAGE = "{resource} reports its metrics every five minutes only"


@rule.on(*INSTANCES)
def check(instance: Resource) -> Iterator[Finding]:
    monitoring = instance["monitoring"]
    if not (monitoring.absent and from_template(instance)):
        yield from rule.expect(instance, "monitoring", True, message=MESSAGE)


@rule.on("aws_launch_configuration")
def check_configuration(machine: Resource) -> Iterator[Finding]:
    yield from rule.expect(machine, "enable_monitoring", True, default=True, message=MESSAGE)
