r"""Traffic to the disks of an instance shares its network bandwidth.

On the older types of instances, disks and network share one line unless that is switched off, and a busy network then
makes the disks slow. Newer types always keep the two apart. This is about speed, so that the rule runs only when
selected.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "m3.xlarge"
  ebs_optimized = false # saves a dollar
}

variable "image" {
  type = string
}
```
## Good
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "m3.xlarge"
  ebs_optimized = true # saves a dollar
}

variable "image" {
  type = string
}
```
## Fix
Unsafe: the instance is stopped and started again.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import INSTANCES, from_template

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.14",),
    },
    aliases=(
        "CKV_AWS_135",
        "338b6cab-961d-4998-bb49-e5b6a11c9a5c",
        "8dd0ff1f-0da4-48df-9bb3-7f338ae36a40",
        "d991e4ae-42ab-429b-ab43-d5e5fa9ca633",
        "60224630-175a-472a-9e23-133827040766",
        "AC_AWS_0449",
        "AWS.CloudTrail.Logging.Medium.008",
    ),
    default=False,
)


# Families whose types do not have the two apart by themselves ("Amazon EBS-optimized instance types").
OLDER = {"c1", "c3", "cc2", "cr1", "g2", "hi1", "hs1", "i2", "m1", "m2", "m3", "r3", "t1", "t2"}


@rule.on(*INSTANCES)
def check(instance: Resource) -> Iterator[Finding]:
    kind = instance["instance_type"]
    older = kind.absent or str(kind.known).partition(".")[0] in OLDER
    if older and not from_template(instance):
        message = "The disks of {resource} share its network bandwidth"
        yield from rule.expect(instance, "ebs_optimized", True, message=message)
