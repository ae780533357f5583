r"""Web application firewall keeps no logs.

Without them nobody sees which requests were blocked, by which rule, and which got through, so that attacks go unnoticed
and false alarms cannot be told from real ones.

## Bad
```terraform
resource "aws_wafv2_web_acl" "site" {
  name  = "site"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "known-bad-inputs"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "known-bad-inputs"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "site"
    sampled_requests_enabled   = true
  }
}
```
## Good
```terraform
resource "aws_wafv2_web_acl" "site" {
  name  = "site"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "known-bad-inputs"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "known-bad-inputs"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "site"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "site" {
  resource_arn            = aws_wafv2_web_acl.site.arn
  log_destination_configs = [var.log_group_arn]
}

variable "log_group_arn" {
  type = string
}
```
## Fix
where the logs go has to be decided first.
## See
https://docs.aws.amazon.com/waf/latest/developerguide/logging.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ._shared import CLASSIC

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
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
        "CKV_AWS_176",
        "CKV2_AWS_31",
    ),
)


@rule.on("aws_wafv2_web_acl")
def check(acl: Resource) -> Iterator[Finding]:
    if acl.lacks("aws_wafv2_web_acl_logging_configuration", "resource_arn"):
        yield rule.found(acl, f"{acl} keeps no logs")


@rule.on(*CLASSIC)
def classic(acl: Resource) -> Iterator[Finding]:
    logging = acl["logging_configuration"]
    if logging.absent or (not logging.unknown and not logging.open and not acl.blocks("logging_configuration")):
        yield rule.found(logging, f"{acl} keeps no logs")
