r"""What a web application firewall protects is open to known bad inputs.

The firewall is there, but requests that use flaws such as Log4Shell pass it. This rule names each load balancer,
distribution or interface that stands behind such a firewall.

## Bad
```terraform
resource "aws_wafv2_web_acl_association" "site" {
  resource_arn = var.load_balancer_arn
  web_acl_arn  = aws_wafv2_web_acl.site.arn
}

resource "aws_wafv2_web_acl" "site" {
  name  = "site"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "site"
    sampled_requests_enabled   = true
  }
}

variable "load_balancer_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_wafv2_web_acl_association" "site" {
  resource_arn = var.load_balancer_arn
  web_acl_arn  = aws_wafv2_web_acl.site.arn
}

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

variable "load_balancer_arn" {
  type = string
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
    aliases=(
        "CKV2_AWS_47",
        "CKV2_AWS_78",
        "CKV2_AWS_76",
        "CKV2_AWS_77",
    ),
    default=False,
)


@rule.on("aws_wafv2_web_acl_association")
def check(association: Resource) -> Iterator[Finding]:
    acls = association["web_acl_arn"]
    for acl in acls.refers:
        if acl.kind == "aws_wafv2_web_acl" and lacks_known_bad_inputs(acl):
            protected = next(iter(association["resource_arn"].refers), association)
            message = f"{acl} lets known bad inputs through to what it protects"
            yield rule.found(acls, message, about=protected, related=[(acl, "the firewall")])


@rule.on("aws_cloudfront_distribution")
def distribution(distribution: Resource) -> Iterator[Finding]:
    acls = distribution["web_acl_id"]
    for acl in acls.refers:
        if acl.kind == "aws_wafv2_web_acl" and lacks_known_bad_inputs(acl):
            message = f"{acl} lets known bad inputs through to {distribution}"
            yield rule.found(acls, message, related=[(acl, "the firewall")])
