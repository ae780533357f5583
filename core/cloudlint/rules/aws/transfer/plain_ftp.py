r"""Transfer server takes files over plain FTP.

Names, passwords and files go over the wire as they are, and whoever listens has them. SFTP and FTPS do the same work
encrypted.

## Bad
```terraform
resource "aws_transfer_server" "inbox" {
  protocols            = ["SFTP", "FTP"]
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-2024-01"
}
```
## Good
```terraform
resource "aws_transfer_server" "inbox" {
  protocols            = ["SFTP"]
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-2024-01"
}
```
## Fix
those who use FTP have to move first.
## See
https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
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
    aliases=("CKV_AWS_357",),
)


@rule.on("aws_transfer_server")
def check(server: Resource) -> Iterator[Finding]:
    for protocol in server["protocols"].items():
        if protocol.equals("FTP"):
            yield rule.found(protocol, f"{server} takes files over plain FTP")
