r"""Instance has no role of its own.

Software on it that needs something of AWS will be given long-lived keys instead, in a file or a variable, and those
leak. An instance profile gives it keys that change by themselves. An instance that needs nothing of AWS needs no role
either, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"
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

  iam_instance_profile = aws_iam_instance_profile.web.name
}

resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = var.role
}

variable "role" {
  type = string
}

variable "image" {
  type = string
}
```
## Fix
what the instance may do is for people to say.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import INSTANCES, from_template

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": (
            "8.3.2",
            "8.6.2",
        ),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV2_AWS_41",
        "f914357d-8386-4d56-9ba6-456e5723f9a6",
    ),
    default=False,
)


@rule.on(*INSTANCES)
def check(instance: Resource) -> Iterator[Finding]:
    profile = instance["iam_instance_profile"]
    if (profile.absent or profile.known == "") and not from_template(instance):
        yield rule.found(profile, f"{instance} has no role of its own")
