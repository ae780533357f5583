r"""Copy of a shared snapshot in another region is not encrypted.

A copy far away is a second chance to get at the data, and this one can be read without a key.

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
          encrypted = false # far away
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
    aliases=("CKV_AWS_253",),
)


@rule.on("aws_dlm_lifecycle_policy")
def check(policy: Resource) -> Iterator[Finding]:
    for settings in policy.blocks("policy_details.action.cross_region_copy.encryption_configuration"):
        yield from rule.expect(
            settings, "encrypted", True, message="The copies that {resource} makes are not encrypted"
        )
