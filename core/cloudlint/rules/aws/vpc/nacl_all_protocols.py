r"""Network ACL allows every protocol.

An entry for protocol `-1` lets every port of every protocol through in its direction, whatever was meant. The ACL is
the second fence around a subnet; with such an entry only the security groups are left.

## Bad
```terraform
resource "aws_network_acl_rule" "out" {
  network_acl_id = var.network_acl_id
  rule_number    = 100
  egress         = true
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = "0.0.0.0/0"
}

variable "network_acl_id" {
  type = string
}
```
## Good
```terraform
resource "aws_network_acl_rule" "out" {
  network_acl_id = var.network_acl_id
  rule_number    = 100
  egress         = true
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 443
  to_port        = 443
}

variable "network_acl_id" {
  type = string
}
```
## Bad
```cloudformation
Resources:
  Out:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: acl-0123456789abcdef0
      RuleNumber: 100
      Egress: true
      RuleAction: allow
      Protocol: -1
      CidrBlock: 0.0.0.0/0
```
## Good
```cloudformation
Resources:
  Out:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: acl-0123456789abcdef0
      RuleNumber: 100
      Egress: true
      RuleAction: allow
      Protocol: 6
      CidrBlock: 0.0.0.0/0
      PortRange:
        From: 443
        To: 443
```
## Fix
Which protocols and ports are needed only the author knows.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("1.4.4",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("03879981-efa2-47a0-a818-c843e1441b88",),
    default=False,
)


@rule.on("aws_network_acl_rule")
def check(entry: Resource) -> Iterator[Finding]:
    yield from _allowed(entry, entry["rule_action"], entry)


@rule.on("aws_network_acl", "aws_default_network_acl")
def inline(acl: Resource) -> Iterator[Finding]:
    for direction in ("ingress", "egress"):
        for entry in acl.blocks(direction):
            yield from _allowed(entry, entry["action"], acl)


def _allowed(entry: Value, action: Value, acl: Resource) -> Iterator[Finding]:
    protocol = entry["protocol"]
    if action.equals("allow") and (protocol.equals(-1) or protocol.equals("all")):
        yield rule.found(protocol, f"{acl} allows every protocol")
