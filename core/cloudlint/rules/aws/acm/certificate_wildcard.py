r"""Certificate is good for every name of a domain.

Whoever gets hold of its key can pass as any of your services, also as one that did not exist when the certificate was
made. Certificates for single names cost nothing. Where hosts come and go a wildcard is fair, so that the rule runs
only when selected.

## Bad
```terraform
resource "aws_acm_certificate" "site" {
  domain_name       = "*.example.com"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}
```
## Good
```terraform
resource "aws_acm_certificate" "site" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}
```
## Fix
which names are needed is for people to say.
## See
https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV2_AWS_71",
        "cc8b294f-006f-4f8f-b5bb-0a9140c33131",
    ),
    default=False,
)


@rule.on("aws_acm_certificate")
def check(certificate: Resource) -> Iterator[Finding]:
    for name in (certificate["domain_name"], *certificate["subject_alternative_names"].items()):
        if (name.text or "").startswith("*"):
            yield rule.found(name, f"{certificate} is good for every name of a domain")
