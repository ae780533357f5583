r"""Policy of a classic load balancer turns on SSL 3 or an old version of TLS.

SSL 3, TLS 1.0 and TLS 1.1 have known weaknesses and are retired everywhere. A single old protocol in the list is enough
for an attacker to force clients down to it.

## Bad
```terraform
resource "aws_load_balancer_policy" "site" {
  load_balancer_name = var.load_balancer_name
  policy_name        = "site"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }

  policy_attribute {
    name  = "Protocol-TLSv1"
    value = "true" # old phones
  }
}

variable "load_balancer_name" {
  type = string
}
```
## Good
```terraform
resource "aws_load_balancer_policy" "site" {
  load_balancer_name = var.load_balancer_name
  policy_name        = "site"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }

  policy_attribute {
    name  = "Protocol-TLSv1"
    value = "false" # old phones
  }
}

variable "load_balancer_name" {
  type = string
}
```
## Fix
Unsafe: clients that cannot speak TLS 1.2, as a rule more than ten years old, no longer get through. Make sure that the
policy turns TLS 1.2 on.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import turned_on

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("4.2.1",),
        "soc-2": ("CC6.7",),
    },
    aliases=(
        "CKV_AWS_213",
        "730a5951-2760-407a-b032-dd629b55c23a",
        "61a94903-3cd3-4780-88ec-fc918819b9c8",
        "80908a75-586b-4c61-ab04-490f4f4525b8",
        "126c1788-23c2-4a10-906c-ef179f4f96ec",
        "AC_AWS_0172",
        "AWS.ELB.EncryptionandKeyManagement.High.0401",
    ),
)


_OLD = ("Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1")


@rule.on("aws_load_balancer_policy")
def check(policy: Resource) -> Iterator[Finding]:
    for attribute in policy.blocks("policy_attribute"):
        name, value = attribute["name"], attribute["value"]
        if name.one_of(_OLD) and turned_on(value):
            protocol = str(name.text).removeprefix("Protocol-")
            yield rule.found(value, f"{policy} turns {protocol} on", fix=value.set("false"))
