r"""Copy of a shared snapshot is not encrypted with a key of your own.

A copy far away is a second chance to get at the data. Only with a key of your own can you see who uses it, and shut
everything off at once. The rule runs only when selected.

## Bad
```terraform
resource "aws_dlm_lifecycle_policy" "shared" {
  description        = "Copies of what is shared with us"
  execution_role_arn = var.role

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    event_source {
      type = "MANAGED_CWE"

      parameters {
        event_type        = "shareSnapshot"
        snapshot_owner    = ["111122223333"]
        description_regex = "^nightly"
      }
    }

    action {
      name = "copy"

      cross_region_copy {
        target = "eu-central-1"

        encryption_configuration {
          encrypted = true # far away
        }

        retain_rule {
          interval      = 3
          interval_unit = "MONTHS"
        }
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
resource "aws_dlm_lifecycle_policy" "shared" {
  description        = "Copies of what is shared with us"
  execution_role_arn = var.role

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    event_source {
      type = "MANAGED_CWE"

      parameters {
        event_type        = "shareSnapshot"
        snapshot_owner    = ["111122223333"]
        description_regex = "^nightly"
      }
    }

    action {
      name = "copy"

      cross_region_copy {
        target = "eu-central-1"

        encryption_configuration {
          encrypted = true # far away
          cmk_arn   = aws_kms_key.own.arn
        }

        retain_rule {
          interval      = 3
          interval_unit = "MONTHS"
        }
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
    aliases=("CKV_AWS_254",),
    default=False,
)


@rule.on("aws_dlm_lifecycle_policy")
def check(policy: Resource) -> Iterator[Finding]:
    for copy in policy.blocks("policy_details.action.cross_region_copy.encryption_configuration"):
        if lacks_own_key(copy["cmk_arn"]):
            yield rule.found(copy["cmk_arn"], f"Copies that {policy} makes are not encrypted with a key of your own")
