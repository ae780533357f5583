r"""Redshift parameter group accepts connections without TLS.

Where the server does not insist, a client that forgets to ask for TLS sends its password and every row in the clear,
and nobody notices. `require_ssl` makes the cluster refuse it.

## Bad
```terraform
resource "aws_redshift_parameter_group" "reports" {
  name   = "reports"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "false" # for the old report server
  }
}
```
## Good
```terraform
resource "aws_redshift_parameter_group" "reports" {
  name   = "reports"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "true" # for the old report server
  }
}
```
## Bad
```terraform
resource "aws_redshift_parameter_group" "reports" {
  name   = "reports"
  family = "redshift-1.0" # the only one
}
```
## Good
```terraform
resource "aws_redshift_parameter_group" "reports" {
  name   = "reports"
  family = "redshift-1.0" # the only one

  parameter {
    name  = "require_ssl"
    value = "true"
  }
}
```
## Fix
Unsafe: clients that do not speak TLS are refused after the next restart.
## See
https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_105",),
)


@rule.on("aws_redshift_parameter_group")
def check(group: Resource) -> Iterator[Finding]:
    listed = group["parameter"]
    switches = [block["value"] for block in group.blocks("parameter") if block["name"].equals("require_ssl")]
    for switch in switches:
        if switch.flag is False:
            yield rule.found(switch, f"{group} accepts connections without TLS", fix=switch.set("true"))
    if not switches and not listed.open and not listed.unknown:
        fix = group.add("parameter", {"name": "require_ssl", "value": "true"})
        yield rule.found(group, f"{group} does not require TLS", fix=fix)
