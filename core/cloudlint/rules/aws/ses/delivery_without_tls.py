r"""SES sends mail without TLS where the receiver does not offer it.

By default SES delivers in plain text if the other server asks for no encryption, and somebody in between can make it
look so. Orders, addresses and links to reset passwords are then read on the way.

## Bad
```terraform
resource "aws_ses_configuration_set" "shop" {
  name = "shop"

  delivery_options {
    tls_policy = "Optional" # old servers
  }
}
```
## Good
```terraform
resource "aws_ses_configuration_set" "shop" {
  name = "shop"

  delivery_options {
    tls_policy = "Require" # old servers
  }
}
```
## Bad
```terraform
resource "aws_sesv2_configuration_set" "shop" {
  configuration_set_name = "shop"
}
```
## Good
```terraform
resource "aws_sesv2_configuration_set" "shop" {
  configuration_set_name = "shop"

  delivery_options {
    tls_policy = "REQUIRE"
  }
}
```
## Fix
Unsafe: mail to servers without TLS comes back from then on.
## See
https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N",
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
    aliases=("CKV_AWS_365",),
)


@rule.on("aws_ses_configuration_set")
def first(settings: Resource) -> Iterator[Finding]:
    message = "{resource} sends mail without TLS where the receiver does not offer it"
    yield from rule.expect(settings, "delivery_options.tls_policy", "Require", message=message)


@rule.on("aws_sesv2_configuration_set")
def second(settings: Resource) -> Iterator[Finding]:
    message = "{resource} sends mail without TLS where the receiver does not offer it"
    yield from rule.expect(settings, "delivery_options.tls_policy", "REQUIRE", message=message)
