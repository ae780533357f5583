r"""Certificate is removed before its successor exists.

AWS refuses to delete a certificate that is in use, so that the apply stops half-way with an error. Made first and
removed afterwards, nobody notices.

## Bad
```terraform
resource "aws_acm_certificate" "site" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = false # order of old
  }
}
```
## Good
```terraform
resource "aws_acm_certificate" "site" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true # order of old
  }
}
```
## See
https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acm_certificate
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, SAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    fixes=SAFE,
    standards={
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.14",),
    },
    aliases=("CKV_AWS_233",),
)


@rule.on("aws_acm_certificate", frameworks=("terraform",))
def check(certificate: Resource) -> Iterator[Finding]:
    message = "{resource} is removed before its successor exists"
    yield from rule.expect(certificate, "lifecycle.create_before_destroy", True, message=message)
