r"""Rule of a web application firewall does nothing.

A rule without an action neither blocks nor counts what it recognises. It looks like protection in the code and is none.

## Bad
```terraform
resource "aws_wafv2_rule_group" "limits" {
  name     = "limits"
  scope    = "REGIONAL"
  capacity = 10

  rule {
    name     = "countries"
    priority = 1

    action {}

    statement {
      geo_match_statement {
        country_codes = ["AQ"]
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "countries"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "limits"
    sampled_requests_enabled   = true
  }
}
```
## Good
```terraform
resource "aws_wafv2_rule_group" "limits" {
  name     = "limits"
  scope    = "REGIONAL"
  capacity = 10

  rule {
    name     = "countries"
    priority = 1

    action {
      block {}
    }

    statement {
      geo_match_statement {
        country_codes = ["AQ"]
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "countries"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "limits"
    sampled_requests_enabled   = true
  }
}
```
## Fix
whether the rule shall block, count or allow only its author knows.
## See
https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule, Value

from ._shared import ACLS, GROUPS, rules_of

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
    aliases=("CKV_AWS_342",),
)


@rule.on(*ACLS, *GROUPS)
def check(acl: Resource) -> Iterator[Finding]:
    for block in rules_of(acl):
        actions = [block["action"], block["override_action"]]
        if any(action.unknown or action.open for action in actions):
            continue
        if not any(_does_something(action) for action in actions):
            yield rule.found(block, f"A rule of {acl} does nothing")


def _does_something(action: Value) -> bool:
    return any(not value.absent for block in action.items() for value in block.entries().values())
