r"""Policy of a classic load balancer turns on a weak cipher.

Ciphers with RC4, DES, export keys, MD5 or no authentication can be broken or be talked into. One of them in the list is
enough for an attacker in the middle.

## Bad
```terraform
resource "aws_load_balancer_policy" "site" {
  load_balancer_name = var.load_balancer_name
  policy_name        = "site"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "ECDHE-RSA-AES128-GCM-SHA256"
    value = "true"
  }

  policy_attribute {
    name  = "DES-CBC3-SHA"
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
    name  = "ECDHE-RSA-AES128-GCM-SHA256"
    value = "true"
  }

  policy_attribute {
    name  = "DES-CBC3-SHA"
    value = "false" # old phones
  }
}

variable "load_balancer_name" {
  type = string
}
```
## Fix
Unsafe: clients that know no better cipher no longer get through.
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
        "2034fb37-bc23-4ca0-8d95-2b9f15829ab5",
        "809f77f8-d10e-4842-a84f-3be7b6ff1190",
        "a507daa5-0795-4380-960b-dd7bb7c56661",
        "4a800e14-c94a-442d-9067-5a2e9f6c0a4c",
        "AC_AWS_0171",
        "AWS.ELB.EncryptionandKeyManagement.High.0403",
    ),
)


# How parts of the names of weak ciphers begin, as OpenSSL (DES-CBC3-SHA) and GnuTLS (TLS_RSA_3DES_EDE_CBC_SHA1) say.
_WEAK = (
    "3DES",
    "ADH",
    "AECDH",
    "ANON",
    "ARCFOUR",
    "CAMELLIA",
    "DES",
    "DSS",
    "EXP",
    "IDEA",
    "KRB5",
    "MD5",
    "NULL",
    "PSK",
    "RC2",
    "RC4",
    "SEED",
)


@rule.on("aws_load_balancer_policy")
def check(policy: Resource) -> Iterator[Finding]:
    if not policy["policy_type_name"].equals("SSLNegotiationPolicyType"):
        return
    for attribute in policy.blocks("policy_attribute"):
        name, value = attribute["name"].text or "", attribute["value"]
        parts = name.upper().replace("_", "-").split("-")
        if turned_on(value) and any(part.startswith(_WEAK) for part in parts):
            yield rule.found(value, f"{policy} turns the weak cipher {name} on", fix=value.set("false"))
