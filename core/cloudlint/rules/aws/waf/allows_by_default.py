r"""Web ACL lets through what no rule stops.

With `allow` as the default only known attacks are stopped. For an interface that few callers use in known ways, it is
safer to let their requests through by rule and to block the rest.

## Bad
```terraform
resource "aws_wafv2_web_acl" "admin" {
  name  = "admin"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "admin"
    sampled_requests_enabled   = true
  }
}
```
## Good
```terraform
resource "aws_wafv2_web_acl" "admin" {
  name  = "admin"
  scope = "REGIONAL"

  default_action {
    block {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "admin"
    sampled_requests_enabled   = true
  }
}
```
## Bad
```cloudformation
Resources:
  Admin:
    Type: AWS::WAFRegional::WebACL
    Properties:
      Name: admin
      MetricName: admin
      DefaultAction:
        Type: ALLOW
```
## Good
```cloudformation
Resources:
  Admin:
    Type: AWS::WAFRegional::WebACL
    Properties:
      Name: admin
      MetricName: admin
      DefaultAction:
        Type: BLOCK
```
## Fix
Which requests are to be let through only the author knows.
## See
https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-default-action.html
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
        "pci-dss-4.0": ("1.4.4",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("6d64f311-3da6-45f3-80f1-14db9771ea40",),
    default=False,
)


@rule.on("aws_waf_web_acl", "aws_wafregional_web_acl")
def classic(acl: Resource) -> Iterator[Finding]:
    action = acl["default_action.type"]
    if action.equals("ALLOW"):
        yield rule.found(action, f"{acl} lets through what no rule stops")


@rule.on("aws_wafv2_web_acl")
def check(acl: Resource) -> Iterator[Finding]:
    for action in acl.blocks("default_action"):
        if not action["allow"].absent and not action["allow"].unknown:
            yield rule.found(action["allow"], f"{acl} lets through what no rule stops")
