r"""CloudSearch domain accepts old versions of TLS.

TLS 1.0 and 1.1 have known weaknesses, and whoever sits in between can talk a client down to them.

## Bad
```terraform
resource "aws_cloudsearch_domain" "books" {
  name = "books"

  endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07" # for the old shop
  }
}
```
## Good
```terraform
resource "aws_cloudsearch_domain" "books" {
  name = "books"

  endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07" # for the old shop
  }
}
```
## Fix
Unsafe: clients that cannot do TLS 1.2 are refused from then on.
## See
https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.tls import is_old, search_minimum

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": (
            "SC-8",
            "SC-8(1)",
        ),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_218",),
)


@rule.on("aws_cloudsearch_domain")
def check(domain: Resource) -> Iterator[Finding]:
    policy = domain["endpoint_options.tls_security_policy"]
    if policy.absent or is_old(search_minimum(policy.text or "")):
        fix = policy.set("Policy-Min-TLS-1-2-2019-07")
        yield rule.found(policy, f"{domain} accepts old versions of TLS", fix=fix)
