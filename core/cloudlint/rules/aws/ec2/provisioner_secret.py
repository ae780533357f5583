r"""Provisioner brings a secret onto an instance.

What a provisioner runs or copies stands in the code and often in its output, and the key it brings along never
expires. An instance profile gives the machine keys of its own that change by themselves.

## Bad
```terraform
resource "aws_instance" "web" {
  ami           = var.image
  instance_type = "t3.small"

  provisioner "remote-exec" {
    inline = ["echo export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzKEYZ >> ~/.bashrc"]
  }
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

  iam_instance_profile = "web"
}

variable "image" {
  type = string
}
```
## Fix
the key has to be revoked and the machine needs a role instead.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.secrets import find_in

from ....patterns import pattern
from ._shared import INSTANCES

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
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
    aliases=("0b93729a-d882-4803-bdc3-ac429a21f158",),
)


CREDENTIALS = pattern(r"\.aws[/\\]+credentials")


@rule.on(*INSTANCES, frameworks=("terraform",))
def check(instance: Resource) -> Iterator[Finding]:
    for step in instance.blocks("provisioner"):
        for text in (*step["inline"].items(), step["content"], step["destination"]):
            secrets = find_in(text)
            if secrets:
                yield rule.found(secrets[0][1], f"A provisioner writes a secret onto {instance}")
            elif CREDENTIALS.search(text.text or ""):
                yield rule.found(text, f"A provisioner writes credentials of AWS onto {instance}")
