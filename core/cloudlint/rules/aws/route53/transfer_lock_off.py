r"""Domain may be transferred to another registrar.

Whoever gets the transfer code then takes the domain away, and with it the site, the mail and every account that is
recovered by mail. With the lock on, a transfer is refused until somebody opens it on purpose.

## Bad
```terraform
resource "aws_route53domains_registered_domain" "main" {
  domain_name   = "example.com"
  transfer_lock = false # moving soon
}
```
## Good
```terraform
resource "aws_route53domains_registered_domain" "main" {
  domain_name   = "example.com"
  transfer_lock = true # moving soon
}
```
## See
https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:H/A:H",
    fixes=SAFE,
    standards={
        "iso-27001": ("A.8.9",),
        "nist-800-53": ("CM-6",),
        "soc-2": ("CC8.1",),
    },
    aliases=("CKV_AWS_377",),
)


@rule.on("aws_route53domains_registered_domain")
def check(domain: Resource) -> Iterator[Finding]:
    lock = domain["transfer_lock"]
    if lock.equals(False):
        yield rule.found(lock, f"{domain} may be transferred to another registrar", fix=lock.set(True))
