r"""Public entrance is not protected by Shield Advanced.

The standard protection stops common floods of packets. Against floods of requests and long attacks the advanced one
brings detection, help and insurance against the bill. It has a considerable price, so that this rule runs only when it
is selected.

## Bad
```terraform
resource "aws_globalaccelerator_accelerator" "site" {
  name = "site"

  attributes {
    flow_logs_enabled   = true
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
    flow_logs_enabled   = true
    flow_logs_s3_bucket = var.log_bucket
    flow_logs_s3_prefix = "accelerator/"
  }
}

resource "aws_shield_protection" "site" {
  name         = "site"
  resource_arn = aws_globalaccelerator_accelerator.site.id
}

variable "log_bucket" {
  type = string
}
```
## Fix
the subscription has to be bought first.
## See
https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.14", "A.8.20"),
        "nist-800-53": ("CP-10", "SC-7"),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("A1.2", "CC6.6"),
    },
    aliases=(
        "ad7444cf-817a-4765-a79e-2145f7981faf",
        "084c6686-2a70-4710-91b1-000393e54c12",
    ),
    default=False,
)


_ENTRANCES = (
    "aws_cloudfront_distribution",
    "aws_eip",
    "aws_globalaccelerator_accelerator",
    "aws_lb",
    "aws_route53_zone",
)


@rule.on(*_ENTRANCES)
def check(entrance: Resource) -> Iterator[Finding]:
    if entrance.lacks("aws_shield_protection", "resource_arn"):
        yield rule.found(entrance, f"{entrance} is not protected by Shield Advanced")
