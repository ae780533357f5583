r"""Web application firewall has no rules.

It is paid for and stands in front of the application, yet lets everything through, or nothing. The default action alone
protects nobody.

## Bad
```terraform
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
which rules are needed depends on the application.
## See
https://docs.aws.amazon.com/waf/latest/developerguide/waf-rules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import ACLS, rules_of

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
    aliases=("CKV_AWS_175",),
)


@rule.on(*ACLS)
def check(acl: Resource) -> Iterator[Finding]:
    rules = rules_of(acl)
    given = [acl[name] for name in ("rules", "rule", "rule_json")]
    if any(value.unknown or value.open for value in given) or not given[2].absent:
        return
    if not any(block.entries() for block in rules):
        yield rule.found(acl, f"{acl} has no rules")
