r"""OpenSearch access policy allows every action to everyone.

Everyone may not only read and change the indices, but also delete the domain, or change its settings so that nobody
notices anything else.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"
}

resource "aws_opensearch_domain_policy" "search" {
  domain_name = aws_opensearch_domain.search.domain_name
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "es:*" # for a test
        Resource  = "${aws_opensearch_domain.search.arn}/*"
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
        Action    = "es:ESHttpGet"
        Resource  = "${aws_opensearch_domain.search.arn}/*"
      }
    ]
  })
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"
}

resource "aws_opensearch_domain_policy" "search" {
  domain_name = aws_opensearch_domain.search.domain_name
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
        Action    = "es:ESHttpGet"
        Resource  = "${aws_opensearch_domain.search.arn}/*"
      }
    ]
  })
}
```
## Fix
Unsafe: the statement is taken away, and whoever came in through it is refused. A policy of one statement is left to
people.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import CRITICAL, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.iam_conditions import public_principals
from cloudlint.vocabulary.iam_policy import wildcard_actions

from ._shared import POLICIES, domain_of, statements

rule = Rule(
    __name__,
    __doc__,
    severity=CRITICAL,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": ("AC-3", "AC-6"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "16c4216a-50d3-4785-bfb2-4adb5144a8ba",
        "AC_AWS_0469",
        "AWS.AEDP.IAM.HIGH.0060",
    ),
)


@rule.on(*POLICIES)
def check(holder: Resource) -> Iterator[Finding]:
    domain, listed = domain_of(holder), statements(holder)
    for statement in listed:
        if statement.allows and wildcard_actions(statement, "es"):
            fix = statement.value.remove() if len(listed) > 1 else None
            for principal in public_principals(statement):
                yield rule.found(principal, f"{domain} allows every action to everyone", fix=fix, about=domain)
