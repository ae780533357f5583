r"""Global accelerator keeps no flow logs.

It is the first to see the traffic of the whole world. Without its logs nobody can tell where an attack or a wave of
requests came from.

## Bad
```terraform
resource "aws_globalaccelerator_accelerator" "site" {
  name = "site"

  attributes {
    flow_logs_enabled   = false # too many
    flow_logs_s3_bucket = var.log_bucket
    flow_logs_s3_prefix = "accelerator/"
  }
}

variable "log_bucket" {
  type = string
}
```
## Good
```terraform
resource "aws_globalaccelerator_accelerator" "site" {
  name = "site"

  attributes {
    flow_logs_enabled   = true # too many
    flow_logs_s3_bucket = var.log_bucket
    flow_logs_s3_prefix = "accelerator/"
  }
}

variable "log_bucket" {
  type = string
}
```
## Fix
Unsafe: the bucket has to let the accelerator write to it, or the next apply fails.
## See
https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(d)",),
        "hipaa": ("164.312(b)",),
        "iso-27001": ("A.8.15",),
        "nist-800-53": ("AU-2", "AU-12"),
        "nydfs-500": ("500.06",),
        "pci-dss-4.0": ("10.2.1",),
        "soc-2": ("CC7.2",),
    },
    aliases=(
        "CKV_AWS_75",
        "96e8183b-e985-457b-90cd-61c0503a3369",
        "AC_AWS_0471",
        "AWS.AGA.LM.LOW.0073",
    ),
)


@rule.on("aws_globalaccelerator_accelerator")
def check(accelerator: Resource) -> Iterator[Finding]:
    enabled = accelerator["attributes.flow_logs_enabled"]
    if enabled.absent or enabled.equals(False):
        # Without a bucket there is nowhere to write to.
        change = None if accelerator["attributes.flow_logs_s3_bucket"].absent else enabled.set(True)
        yield rule.found(enabled, f"{accelerator} keeps no flow logs", fix=change)
