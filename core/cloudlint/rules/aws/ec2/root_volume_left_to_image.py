r"""Instance leaves it to its image whether the root volume is encrypted.

Most public images are not encrypted, and so is the disk that is made from them. Unless the account encrypts new
volumes by default, that ends in plain text without a line to show it. What the account says is not seen here, so that
the rule runs only when selected.

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

  root_block_device {
    encrypted = true
  }
}

variable "image" {
  type = string
}
```
## Fix
Unsafe: an existing instance is replaced, and its disk with it.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

from ._shared import INSTANCES, encrypts_by_default, from_template

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_8",
        "AWS-0008",
        "aws-ec2-enable-launch-config-at-rest-encryption",
        "AVD-AWS-0008",
        "aws-autoscaling-enable-at-rest-encryption",
        "AWS-0131",
        "aws-ec2-enable-at-rest-encryption",
        "AVD-AWS-0131",
    ),
    default=False,
)


@rule.on(*INSTANCES, "aws_launch_configuration")
def check(machine: Resource) -> Iterator[Finding]:
    root = machine["root_block_device"]
    if root.absent and not from_template(machine) and not encrypts_by_default(machine):
        message = f"The image decides whether the root volume of {machine} is encrypted"
        yield rule.found(root, message, fix=root.set_all({"encrypted": True}))
