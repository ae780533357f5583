r"""OpenSearch access policy lets callers in who do not sign their requests.

A statement for everyone, even one that is limited to some addresses, answers requests without any signature: nobody
knows who asks. Whoever gets an address in the range reads, changes and deletes.

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
        Action    = "es:ESHttp*" # for a test
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

from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.iam_policy import open_principals

from ._shared import POLICIES, domain_of, statements

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H",
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
        "e7530c3c-b7cf-4149-8db9-d037a0b5268e",
        "5c666ed9-b586-49ab-9873-c495a833b705",
    ),
)


@rule.on(*POLICIES)
def check(holder: Resource) -> Iterator[Finding]:
    domain, listed = domain_of(holder), statements(holder)
    if domain["advanced_security_options.enabled"].flag is True:
        return  # fine-grained access control asks everyone for a password or a signature
    for statement in listed:
        if not statement.allows:
            continue
        message = f"{domain} answers requests that nobody has signed"
        fix = statement.value.remove() if len(listed) > 1 else None
        for principal in open_principals(statement):
            yield rule.found(principal, message, fix=fix, about=domain)
        if statement.value["Principal"].absent and statement.value["NotPrincipal"].absent:
            yield rule.found(statement.value, message, fix=fix, about=domain)
