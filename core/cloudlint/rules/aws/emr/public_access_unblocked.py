r"""Account lets EMR clusters start with security groups that are open to everyone.

The block refuses to start a cluster whose group opens a port to the internet, which has exposed consoles and data many
times. Without it one careless group is enough.

## Bad
```terraform
resource "aws_emr_block_public_access_configuration" "main" {
  block_public_security_group_rules = false # old clusters
}
```
## Good
```terraform
resource "aws_emr_block_public_access_configuration" "main" {
  block_public_security_group_rules = true # old clusters
}
```
## Fix
Unsafe: clusters with such a group no longer start.
## See
https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:L/A:N",
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
    aliases=("CKV_AWS_390",),
)


@rule.on("aws_emr_block_public_access_configuration")
def check(configuration: Resource) -> Iterator[Finding]:
    message = "{resource} lets clusters start with security groups that are open to everyone"
    yield from rule.expect(configuration, "block_public_security_group_rules", True, message=message)
