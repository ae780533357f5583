r"""Glue job, crawler or endpoint has no security configuration.

Without one, what it writes to buckets, logs and bookmarks is encrypted only as each of these happens to be.

## Bad
```terraform
resource "aws_glue_job" "load" {
  name     = "load"
  role_arn = var.role_arn # shared

  command {
    script_location = "s3://example-jobs/load.py"
  }
}

variable "role_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_glue_job" "load" {
  name                   = "load"
  role_arn               = var.role_arn # shared
  security_configuration = var.security_configuration

  command {
    script_location = "s3://example-jobs/load.py"
  }
}

variable "role_arn" {
  type = string
}

variable "security_configuration" {
  type = string
}
```
## Fix
Which keys and modes its jobs need has to be decided first.
## See
https://docs.aws.amazon.com/glue/latest/dg/console-security-configurations.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_195",),
    default=False,
)


@rule.on("aws_glue_job", "aws_glue_crawler", "aws_glue_dev_endpoint")
def check(component: Resource) -> Iterator[Finding]:
    configuration = component["security_configuration"]
    if configuration.refers or not configuration.absent:
        return
    yield rule.found(configuration, f"{component} has no security configuration")
