r"""Web application firewall does not stop known bad inputs.

The managed group for known bad inputs recognises requests that use flaws such as Log4Shell, which scanners still try on
every address. It costs nothing beyond the rule itself.

## Bad
```terraform
resource "aws_wafv2_web_acl" "site" {
  name  = "site"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "addresses"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesAmazonIpReputationList"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "addresses"
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
```
## Fix
where among the other rules the group belongs, and whether it first only counts, depends on the application.
## See
https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import lacks_known_bad_inputs

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "pci-dss-4.0": ("6.4.2",),
        "soc-2": ("CC6.6",),
    },
    aliases=("CKV_AWS_192",),
    default=False,
)


@rule.on("aws_wafv2_web_acl")
def check(acl: Resource) -> Iterator[Finding]:
    if lacks_known_bad_inputs(acl):
        yield rule.found(acl, f"{acl} does not stop known bad inputs")
