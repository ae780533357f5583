r"""Scheduled copy of a snapshot is not encrypted with a key of your own.

A copy far away is a second chance to get at the data. Only with a key of your own can you see who uses it, and shut
everything off at once. The rule runs only when selected.

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
        encrypted = true # far away
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
        cmk_arn   = aws_kms_key.own.arn
      }
    }
  }
}

variable "role" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
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
    aliases=("CKV_AWS_256",),
    default=False,
)


@rule.on("aws_dlm_lifecycle_policy")
def check(policy: Resource) -> Iterator[Finding]:
    for copy in policy.blocks("policy_details.schedule.cross_region_copy_rule"):
        if lacks_own_key(copy["cmk_arn"]):
            yield rule.found(copy["cmk_arn"], f"Copies that {policy} makes are not encrypted with a key of your own")
