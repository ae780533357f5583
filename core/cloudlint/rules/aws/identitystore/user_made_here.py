r"""User of IAM Identity Center is made here instead of in your directory.

When somebody leaves, the account in the directory is closed, and this one is forgotten. Users that come from the
directory by themselves also go by themselves. Small teams without a directory have no choice, so that the rule runs
only when selected.

## Bad
```terraform
resource "aws_identitystore_user" "ada" {
  identity_store_id = var.store
  display_name      = "Ada"
  user_name         = "ada"

  name {
    given_name  = "Ada"
    family_name = "Lovelace"
  }
}

variable "store" {
  type = string
}
```
## Good
```terraform
data "aws_identitystore_user" "ada" {
  identity_store_id = var.store

  alternate_identifier {
    unique_attribute {
      attribute_path  = "UserName"
      attribute_value = "ada"
    }
  }
}

variable "store" {
  type = string
}
```
## Fix
the user has to be made in the directory that feeds Identity Center.
## See
https://docs.aws.amazon.com/singlesignon/latest/userguide/manage-your-identity-source.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
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
    aliases=("4003118b-046b-4640-b200-b8c7a4c8b89f",),
    default=False,
)


@rule.on("aws_identitystore_user")
def check(user: Resource) -> Iterator[Finding]:
    yield rule.found(user, f"{user} is made here instead of in your directory")
