r"""AppSync API has no web application firewall in front.

Whoever reaches the API can try queries as deep and as often as they like. A web ACL limits rates, and drops known
attacks, before they cost resolvers and databases.

## Bad
```terraform
resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AWS_IAM"
}
```
## Good
```terraform
resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AWS_IAM"
}

resource "aws_wafv2_web_acl_association" "shop" {
  resource_arn = aws_appsync_graphql_api.shop.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/a1b2c3d4-5678-90ab-cdef-111111111111"
}
```
## Fix
Which web ACL fits only the author knows.
## See
https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": (
            "1.3.1",
            "1.4.4",
        ),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV2_AWS_33",),
    default=False,
)


@rule.on("aws_appsync_graphql_api")
def check(api: Resource) -> Iterator[Finding]:
    private = api["visibility"].equals("PRIVATE")
    if not private and api.lacks("aws_wafv2_web_acl_association", "resource_arn"):
        yield rule.found(api, f"{api} has no web application firewall in front")
