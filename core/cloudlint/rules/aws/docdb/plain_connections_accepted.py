r"""DocumentDB accepts connections without TLS.

With TLS off, passwords and documents go over the network in the clear, and anyone in between can read and change
them.

## Bad
```terraform
resource "aws_docdb_cluster_parameter_group" "catalogue" {
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "disabled" # old driver
  }
}
```
## Good
```terraform
resource "aws_docdb_cluster_parameter_group" "catalogue" {
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "enabled" # old driver
  }
}
```
## Fix
Unsafe: clients that do not speak TLS are refused after the next restart.
## See
https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import parameter

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
    aliases=("CKV_AWS_90",),
)


@rule.on("aws_docdb_cluster_parameter_group")
def check(group: Resource) -> Iterator[Finding]:
    tls = parameter(group, "tls")
    if tls is not None and tls.equals("disabled"):
        yield rule.found(tls, f"{group} lets clients connect without TLS", fix=tls.set("enabled"))
