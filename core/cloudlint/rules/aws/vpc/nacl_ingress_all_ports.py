r"""Network ACL lets the internet reach every port.

The ACL is the second fence around a subnet and stops what a careless security group lets through. One that takes
everything from everywhere adds nothing, and the mistake in the group alone decides.

## Bad
```terraform
resource "aws_network_acl_rule" "inbound" {
  network_acl_id = var.network_acl_id
  rule_number    = 100
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
resource "aws_network_acl_rule" "inbound" {
  network_acl_id = var.network_acl_id
  rule_number    = 100
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
## Fix
an ACL keeps no state: the answers to outgoing connections come in through the same rule, so that which ports may be
closed has to be known.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import ACLS, exposures, opens_everything

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N",
    standards={
        "cis-aws-3.0": ("5.1",),
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=(
        "CKV_AWS_352",
        "AWS-0102",
        "aws-ec2-no-excessive-port-access",
        "AVD-AWS-0102",
        "aws-vpc-no-excessive-port-access",
        "f57f849c-883b-4cb7-85e7-f7b199dff163",
        "CKV_AWS_229",
        "CKV_AWS_230",
        "CKV_AWS_231",
        "CKV_AWS_232",
        "AWS-0105",
        "aws-ec2-no-public-ingress-acl",
        "AVD-AWS-0105",
        "aws-vpc-no-public-ingress-acl",
        "a20be318-cac7-457b-911d-04cc6e812c25",
        "3af7f2fd-06e6-4dab-b996-2912bea19ba4",
    ),
    default=False,
)


@rule.on(*ACLS)
def check(acl: Resource) -> Iterator[Finding]:
    # Where something is refused before, the rules about single ports know what is left.
    for _, source in exposures(acl, lambda opening: not opening.denials and opens_everything(opening)):
        yield rule.found(source, f"{acl} lets the internet reach every port")
