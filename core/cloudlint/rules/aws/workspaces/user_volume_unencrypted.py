r"""User volume of a WorkSpace is not encrypted.

Somebody works on this desktop with mail, documents and saved passwords, and the user volume keeps them. Encryption
can only be chosen when a WorkSpace is made.

## Bad
```terraform
resource "aws_workspaces_workspace" "desk" {
  directory_id = var.directory
  bundle_id    = var.bundle
  user_name    = "ada"

  user_volume_encryption_enabled = false # slower
}

variable "directory" {
  type = string
}

variable "bundle" {
  type = string
}
```
## Good
```terraform
resource "aws_workspaces_workspace" "desk" {
  directory_id = var.directory
  bundle_id    = var.bundle
  user_name    = "ada"

  user_volume_encryption_enabled = true # slower
}

variable "directory" {
  type = string
}

variable "bundle" {
  type = string
}
```
## Fix
Unsafe: the WorkSpace is replaced by a new one without the files of the old one.
## See
https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
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
        "CKV_AWS_155",
        "AWS-0109",
        "aws-workspaces-enable-disk-encryption",
        "AVD-AWS-0109",
        "89827c57-5a8a-49eb-9731-976a606d70db",
        "b9033580-6886-401a-8631-5f19f5bb24c7",
        "AC_AWS_0504",
        "AWS.AWW.DP.MEDIUM.041",
    ),
)


@rule.on("aws_workspaces_workspace")
def check(desktop: Resource) -> Iterator[Finding]:
    message = "The user volume of {resource} is not encrypted"
    yield from rule.expect(desktop, "user_volume_encryption_enabled", True, message=message)
