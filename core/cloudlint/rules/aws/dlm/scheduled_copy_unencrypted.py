r"""Scheduled copy of a snapshot in another region is not encrypted.

A copy far away is a second chance to get at the data, and this one can be read without a key.

## Bad
```terraform
resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "Daily snapshots"
  execution_role_arn = var.role

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = "daily" }

    schedule {
      name = "daily"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 14
      }

      cross_region_copy_rule {
        target    = "eu-central-1"
        encrypted = false # far away
      }
    }
  }
}

variable "role" {
  type = string
}
```
## Good
```terraform
resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "Daily snapshots"
  execution_role_arn = var.role

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = "daily" }

    schedule {
      name = "daily"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 14
      }

      cross_region_copy_rule {
        target    = "eu-central-1"
        encrypted = true # far away
      }
    }
  }
}

variable "role" {
  type = string
}
```
## Fix
Unsafe: it holds for copies made from then on, and is safe unless other accounts use them.
## See
https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html
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
    aliases=("CKV_AWS_255",),
)


@rule.on("aws_dlm_lifecycle_policy")
def check(policy: Resource) -> Iterator[Finding]:
    for copy in policy.blocks("policy_details.schedule.cross_region_copy_rule"):
        yield from rule.expect(copy, "encrypted", True, message="The scheduled copies of {resource} are not encrypted")
