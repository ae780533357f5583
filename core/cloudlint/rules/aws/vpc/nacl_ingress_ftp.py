r"""Network ACL lets the internet reach FTP.

FTP on ports 20 and 21 sends names, passwords and files in clear text, and servers that still speak it are seldom kept
up to date. SFTP or HTTPS does the same work.

## Bad
```terraform
resource "aws_network_acl_rule" "files" {
  network_acl_id = var.network_acl_id
  rule_number    = 100
  rule_action    = "allow" # suppliers
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 20
  to_port        = 21
}

variable "network_acl_id" {
  type = string
}
```
## Good
```terraform
resource "aws_network_acl_rule" "files" {
  network_acl_id = var.network_acl_id
  rule_number    = 100
  rule_action    = "deny" # suppliers
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 20
  to_port        = 21
}

variable "network_acl_id" {
  type = string
}
```
## Fix
Unsafe: whoever connects from the internet is shut out. A rule for a wider range of ports gets no edit, because it may
carry the answers to outgoing connections as well.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import ACLS, admits, closed, exposures

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "CKV_AWS_229",
        "CKV_AWS_230",
    ),
)


_FTP = frozenset((20, 21))


@rule.on(*ACLS)
def check(acl: Resource) -> Iterator[Finding]:
    for opening, source in exposures(acl, lambda opening: admits(opening, _FTP)):
        yield rule.found(source, f"{acl} lets the internet reach FTP (ports 20 and 21)", fix=closed(opening))
